#include "publish/planning/planreason.h"

#include <QCoreApplication>

namespace kakehashi::publish::reason {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::PlanReason)
};

QString cause(const render::Origin &origin)
{
    switch (origin.kind) {
    case render::Origin::Kind::Page:
        return Text::tr("Page “%1”").arg(origin.label);
    case render::Origin::Kind::List:
        return Text::tr("List “%1”").arg(origin.label);
    case render::Origin::Kind::Media:
        return Text::tr("Picture or file “%1”").arg(origin.label);
    case render::Origin::Kind::Banner:
        return Text::tr("Banner “%1”").arg(origin.label);
    case render::Origin::Kind::Series:
        return Text::tr("Figures “%1”").arg(origin.label);
    case render::Origin::Kind::Theme:
        return Text::tr("Theme file “%1”").arg(origin.label);
    default:
        return Text::tr("The site as a whole"); // its settings, the search index, the sitemap …
    }
}

} // namespace

QString added(const render::Origin &origin)
{
    return Text::tr("%1: new").arg(cause(origin));
}

QString changed(const render::Origin &origin)
{
    return Text::tr("%1: changed").arg(cause(origin));
}

QString missing(const render::Origin &origin)
{
    return Text::tr("%1: changed, and the old file is gone from the server").arg(cause(origin));
}

QString gone(const render::Origin &origin)
{
    return Text::tr("%1: is gone from the server, is sent again").arg(cause(origin));
}

QString putRight(const render::Origin &origin)
{
    return Text::tr("%1: was changed on the server by other means, is put right; what lies there "
                    "is put aside")
        .arg(cause(origin));
}

QString removed()
{
    return Text::tr("No longer part of the site");
}

QString outdated()
{
    return Text::tr("Old version that no page uses any more");
}

QString adopted()
{
    return Text::tr("Is on the server already, with the same content");
}

QString notOurs()
{
    return Text::tr("A file that this program did not put there lies at this place");
}

QString changedByOthers()
{
    return Text::tr("Was changed on the server by other means since the last publish");
}

QString parentInTheWay(const QString &folder)
{
    return Text::tr("“%1” is a link or a file on the server, not a folder").arg(folder);
}

QString keptTheirs()
{
    return Text::tr("Not ours; kept as it is, as you chose");
}

QString keptAndChanged()
{
    return Text::tr("Was kept as you chose, and has been changed on the server since");
}

QString tookOurs()
{
    return Text::tr("Replaces a file that someone else put there, as you chose; that one is put "
                    "aside");
}

QString clearsTheWay()
{
    return Text::tr("Lies where a folder of the site belongs; is put aside, as you chose");
}

} // namespace kakehashi::publish::reason
