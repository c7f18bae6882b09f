#include "publish/planning/mending.h"

#include "base/someof.h"

#include <QCoreApplication>

namespace kakehashi::publish::mending {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Mending)
};

constexpr qsizetype named = 10; // files in a sentence

void note(Issues &notes, const char *rule, const QString &text)
{
    notes.append({Severity::Should, QString::fromLatin1(rule), text});
}

} // namespace

Issues planNotes(const Plan &plan)
{
    Issues notes;
    if (!plan.missing.isEmpty())
        note(notes, "publish-missing",
             Text::tr("%n published file(s) are gone from the server and are sent again: %1",
                      nullptr, static_cast<int>(plan.missing.size()))
                 .arg(someOf(plan.missing, named)));
    if (!plan.altered.isEmpty())
        note(notes, "publish-altered",
             Text::tr("%n published file(s) were changed on the server by other means. They are "
                      "put right, and what lies there now is put aside on the server: %1",
                      nullptr, static_cast<int>(plan.altered.size()))
                 .arg(someOf(plan.altered, named)));
    if (!plan.unreadable.isEmpty())
        note(notes, "publish-unreadable",
             Text::tr("%n file(s) or folder(s) on the server cannot be read by visitors; their "
                      "permissions are put right: %1",
                      nullptr, static_cast<int>(plan.unreadable.size()))
                 .arg(someOf(plan.unreadable.keys(), named)));
    if (!plan.closedRoot.isEmpty())
        note(notes, "publish-root-closed", plan.closedRoot);
    return notes;
}

QString closedRoot(const RemoteState &state)
{
    constexpr int others = 0011; // its group, and everybody
    const int mode = state.root.mode;
    if (mode == 0 || (mode & others) != 0)
        return {};
    return Text::tr("Nobody but its own account may enter the folder %1 on the server (mode %2), "
                    "so a web server that runs as another account shows visitors none of it. Have "
                    "it opened on the server: chmod 755 %1")
        .arg(state.control.root, QString::number(mode & 07777, 8).rightJustified(4, u'0'));
}

void count(const Plan &plan, Report &report)
{
    report.restored = static_cast<int>(plan.missing.size());
    report.mended = static_cast<int>(plan.altered.size());
    report.notes += planNotes(plan);
}

} // namespace kakehashi::publish::mending
