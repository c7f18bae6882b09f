#include "workspace/themefolder.h"

#include "base/encoding.h"
#include "base/file.h"
#include "workspace/themes/builtinthemes.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDirIterator>
#include <QRegularExpression>

namespace kakehashi::workspace {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Workspace)
};

const QString builtIn = QStringLiteral(":/theme");
constexpr qint64 largestTemplate = 1'000'000;

/// "templates/page.mustache:12: reason": where it is, and what stands there.
void addPlace(const QString &folder, const QString &reason, Issue &issue)
{
    static const QRegularExpression place(QStringLiteral("\\A([^:\\s]+):(\\d+): "));
    const auto match = place.match(reason);
    if (!match.hasMatch())
        return;
    issue.place.file = QDir(folder).filePath(match.captured(1));
    issue.place.line = match.captured(2).toInt();
    const auto bytes = readFile(issue.place.file, largestTemplate);
    if (!bytes)
        return;
    const QList<QByteArray> lines = bytes->split('\n');
    if (issue.place.line < 1 || issue.place.line > lines.size())
        return;
    constexpr int shown = 100;
    const QString line =
        leftOf(QString::fromUtf8(lines.at(issue.place.line - 1)).simplified(), shown);
    issue.text += QLatin1Char(' ') + Text::tr("There stands: %1").arg(line);
}

} // namespace

ThemeFolder::ThemeFolder(QString folder) : m_folder(std::move(folder)) {}

Result<void> ThemeFolder::fill() const
{
    return copyTheme(builtInTheme({}), m_folder);
}

QByteArray ThemeFolder::fingerprint() const
{
    QStringList lines;
    QDirIterator files(m_folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        const QFileInfo info = files.fileInfo();
        lines.append(QStringLiteral("%1 %2 %3")
                         .arg(info.filePath())
                         .arg(info.size())
                         .arg(info.lastModified().toMSecsSinceEpoch()));
    }
    lines.sort();
    return QCryptographicHash::hash(lines.join(QLatin1Char('\n')).toUtf8(),
                                    QCryptographicHash::Sha1);
}

Result<render::ThemePtr> ThemeFolder::load(Issue *issue, const QString &accent)
{
    if (const QByteArray now = fingerprint(); now != m_loaded || !m_good) {
        m_loaded = now;
        m_issue = {};
        const bool own = QDir(m_folder).exists();
        auto loaded = render::Theme::load(own ? m_folder : builtIn);
        if (loaded) {
            m_good = *loaded;
            m_recoloured.reset();
        } else {
            m_issue.severity = Severity::Must;
            m_issue.rule = QStringLiteral("theme-broken");
            m_issue.text = Text::tr("The theme is broken; the last good one is used. %1")
                               .arg(loaded.error().text);
            m_issue.place.file = m_folder;
            addPlace(m_folder, loaded.error().text, m_issue);
        }
    }
    if (!m_good) {
        auto fallback = render::Theme::load(builtIn);
        if (!fallback)
            return fallback;
        m_good = *fallback;
    }
    if (issue)
        *issue = m_issue;
    if (accent.isEmpty())
        return m_good;
    if (!m_recoloured || accent != m_accent) {
        m_recoloured = m_good->recoloured(accent);
        m_accent = accent;
    }
    return m_recoloured;
}

} // namespace kakehashi::workspace
