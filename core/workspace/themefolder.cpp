#include "workspace/themefolder.h"

#include "base/file.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDirIterator>

namespace kakehashi::workspace {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Workspace)
};

const QString builtIn = QStringLiteral(":/theme");
constexpr qint64 largestThemeFile = 20'000'000;

} // namespace

ThemeFolder::ThemeFolder(QString folder) : m_folder(std::move(folder)) {}

Result<void> ThemeFolder::fill() const
{
    const QDir source(builtIn);
    QDirIterator files(builtIn, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString file = files.next();
        auto bytes = readFile(file, largestThemeFile);
        if (!bytes)
            return passOn(bytes);
        const QString target = QDir(m_folder).filePath(source.relativeFilePath(file));
        if (auto written = writeFile(target, *bytes); !written)
            return written;
    }
    return {};
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
