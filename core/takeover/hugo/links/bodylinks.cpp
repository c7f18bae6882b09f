#include "takeover/hugo/links/bodylinks.h"

#include "takeover/hugo/links/linkplaces.h"

#include <QCoreApplication>

namespace kakehashi::takeover {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Import)
};

/// What a browser would be asked for: without the escapes of Markdown and HTML.
QString meant(QString written, const LinkPlace &place)
{
    if (!place.isHtml && written.contains(u'\\')) {
        QString plain;
        for (qsizetype at = 0; at < written.size(); ++at) {
            const QChar next = at + 1 < written.size() ? written.at(at + 1) : QChar();
            const bool escapes = written.at(at) == u'\\' && next.unicode() < 0x7f && next.isPunct();
            plain += escapes ? written.at(++at) : written.at(at);
        }
        written = plain;
    }
    return written.trimmed().replace(QLatin1String("&amp;"), QLatin1String("&"));
}

/// The new target in the form that its place needs.
QString writtenFor(QString target, const LinkPlace &place)
{
    return place.isHtml ? target.replace(u'&', QLatin1String("&amp;")) : target;
}

class Writer
{
public:
    Writer(const LinkMap &links, SourcePage &page) : m_links(links), m_page(page) {}

    QString written(const QString &body)
    {
        QString out;
        qsizetype copied = 0;
        int line = m_page.page.bodyLine;
        for (const LinkPlace &place : linkPlaces(body, m_page.page.content.format)) {
            const QStringView before = QStringView(body).mid(copied, place.begin - copied);
            line += int(before.count(u'\n'));
            out += before;
            copied = place.begin + place.length;
            const QString typed = body.mid(place.begin, place.length);
            out += led(typed, place, line);
            line += int(typed.count(u'\n'));
        }
        return out + body.mid(copied);
    }

private:
    QString led(const QString &typed, const LinkPlace &place, int line)
    {
        if (typed.startsWith(QLatin1String("{{")))
            return typed;
        if (place.isBlock)
            return m_links.blockTarget(typed);
        const QString wanted = meant(typed, place);
        const Led led = m_links.target(wanted, m_page);
        if (!led.target) {
            report(QStringLiteral("import-link"),
                   place.isPicture ? Text::tr("The picture %1 is not there.").arg(wanted)
                                   : Text::tr("The link to %1 leads nowhere.").arg(wanted),
                   line);
            return typed;
        }
        if (led.lacksPlace)
            report(
                QStringLiteral("import-anchor"),
                Text::tr("The link to %1 names a place that its page does not have.").arg(wanted),
                line);
        return *led.target == wanted ? typed : writtenFor(*led.target, place);
    }

    void report(const QString &rule, const QString &text, int line)
    {
        Place place;
        place.file = m_page.source.shown;
        place.line = line;
        m_page.issues.append({Severity::Should, rule, text, place});
    }

    const LinkMap &m_links;
    SourcePage &m_page;
};

} // namespace

QString withOurLinks(const LinkMap &links, SourcePage &page)
{
    return Writer(links, page).written(page.page.content.body);
}

} // namespace kakehashi::takeover
