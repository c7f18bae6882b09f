#include "takeover/hugo/unpublished.h"

#include "base/clock.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace kakehashi::takeover {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Import)
};

bool isSection(const SourcePage &page)
{
    return nameWithoutLanguage(page.source.key).section(u'/', -1).startsWith(u'_') &&
           page.source.key.contains(QLatin1String("_index."));
}

QString folderOf(const QString &key)
{
    return key.contains(u'/') ? key.section(u'/', 0, -2) : QString();
}

bool lies(const QString &key, const QString &folder)
{
    return folder.isEmpty() || folder == QLatin1String("/") || key.startsWith(folder + u'/');
}

bool fitsGlob(const QString &key, QString glob)
{
    if (glob.isEmpty())
        return true;
    if (!glob.startsWith(u'/') && !glob.startsWith(u'{'))
        glob.prepend(QLatin1String("**/"));
    // Hugo's paths know nothing of index files and endings.
    QString path = QLatin1Char('/') + nameWithoutLanguage(key);
    path = path.left(path.lastIndexOf(u'.'));
    for (const auto *index : {"/_index", "/index"})
        if (path.endsWith(QLatin1String(index)))
            path.chop(QLatin1String(index).size());
    QString pattern = QRegularExpression::escape(glob);
    pattern.replace(QLatin1String("\\*\\*\\/"), QLatin1String("(?:.*/)?"))
        .replace(QLatin1String("\\*\\*"), QLatin1String(".*"))
        .replace(QLatin1String("\\*"), QLatin1String("[^/]*"))
        .replace(QLatin1String("\\{"), QLatin1String("(?:"))
        .replace(QLatin1String("\\}"), QLatin1String(")"))
        .replace(QLatin1String("\\,"), QLatin1String("|"));
    const QRegularExpression form(QRegularExpression::anchoredPattern(pattern),
                                  QRegularExpression::CaseInsensitiveOption);
    return !form.isValid() || form.match(path).hasMatch();
}

bool fitsKind(const SourcePage &page, const QString &kind)
{
    const QString &key = page.source.key;
    if (kind.isEmpty())
        return true;
    if (kind == QLatin1String("page"))
        return !isSection(page);
    if (kind == QLatin1String("section") || kind == QLatin1String("home"))
        return isSection(page);
    if (kind == QLatin1String("pages"))
        return !key.startsWith(u'_');
    return QString(QLatin1Char('/') + key).contains(QLatin1String("/_") + kind + u'/');
}

bool counts(const Cascade &cascade, const SourcePage &page)
{
    return lies(page.source.key, cascade.folder) && fitsGlob(page.source.key, cascade.glob) &&
           fitsKind(page, cascade.kind);
}

class Hider
{
public:
    Hider(const SiteConfig &config, const QDateTime &now) : m_config(config), m_now(now) {}

    void collect(const SourcePage &page)
    {
        if (isSection(page))
            m_cascades += cascadesOf(page.cascade, folderOf(page.source.key), page.source.shown);
    }

    /// The nearer folder counts, and of one file the words that stand first.
    void sort()
    {
        std::stable_sort(m_cascades.begin(), m_cascades.end(),
                         [](const Cascade &left, const Cascade &right) {
                             return left.folder.size() > right.folder.size();
                         });
        m_cascades += m_config.cascades;
    }

    void decide(SourcePage &page) const
    {
        if (const QString why = reason(page); !why.isEmpty())
            hide(page, why, page.hiddenKey.isEmpty() ? 1 : page.lineOf(page.hiddenKey));
        for (const Error &error : std::as_const(page.badDates))
            hide(page, Text::tr("%1 The page comes without it, as a draft.").arg(error.text), 0);
        open(page);
    }

private:
    QString reason(SourcePage &page) const
    {
        for (auto word = page.hiding.cbegin(); word != page.hiding.cend(); ++word) {
            if (word.value().isEmpty())
                continue;
            page.hiddenKey = word.key();
            return Text::tr("It comes as a draft, for it says “%1”.").arg(word.value());
        }
        HidingWords said = page.hiding;
        for (const Cascade &cascade : m_cascades) {
            if (!counts(cascade, page))
                continue;
            for (auto word = cascade.words.cbegin(); word != cascade.words.cend(); ++word) {
                if (said.contains(word.key()))
                    continue;
                said.insert(word.key(), word.value());
                if (!word.value().isEmpty())
                    return Text::tr("It comes as a draft, for %1 says “%2” for it.")
                        .arg(cascade.saidIn, word.value());
            }
        }
        return folderReason(page);
    }

    QString folderReason(const SourcePage &page) const
    {
        const QString &key = page.source.key;
        static const QRegularExpression drafts(QStringLiteral("(?:^|/)_drafts/"));
        if (key.contains(drafts))
            return Text::tr("It comes as a draft, for it lies in a folder of drafts.");
        const QString top = key.section(u'/', 0, 0);
        if (!m_config.isJekyll || !top.startsWith(u'_') || !key.contains(u'/') ||
            top == QLatin1String("_posts") || m_config.collections.contains(top.mid(1)))
            return {};
        return Text::tr("It comes as a draft, for Jekyll made no pages of the folder %1.").arg(top);
    }

    static void hide(SourcePage &page, const QString &why, int line)
    {
        page.page.draft = true;
        tell(page, why, line);
    }

    static void tell(SourcePage &page, const QString &text, int line)
    {
        Place place;
        place.file = page.source.shown;
        place.line = line;
        page.notes.append(text);
        page.issues.append({Severity::Should, QStringLiteral("import-hidden"), text, place});
    }

    void open(SourcePage &page) const
    {
        content::PageContent &content = page.page.content;
        QDateTime at = page.moment;
        if (!at.isValid() && content.date.isValid())
            at = QDateTime(content.date, QTime(0, 0), japanTime()).toUTC();
        if (m_config.isFutureBuilt || content.window.opens.isValid() || !at.isValid() ||
            at <= m_now)
            return;
        content.window.opens = at;
        tell(page,
             Text::tr("Its date is to come, so it opens on %1.")
                 .arg(at.toTimeZone(japanTime()).date().toString(Qt::ISODate)),
             page.lineOf(QStringLiteral("date")));
    }

    const SiteConfig &m_config;
    QDateTime m_now;
    QList<Cascade> m_cascades;
};

} // namespace

void hideUnpublished(QList<SourcePage> &pages, const SiteConfig &config, const QDateTime &now)
{
    Hider hider(config, now);
    for (const SourcePage &page : std::as_const(pages))
        hider.collect(page);
    hider.sort();
    for (SourcePage &page : pages)
        hider.decide(page);
}

} // namespace kakehashi::takeover
