#include "render/theme/assets.h"

#include "base/file.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QRegularExpression>

#include <algorithm>

namespace kakehashi::render {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Render)
};

constexpr qint64 largestThemeFile = 20'000'000;

/// Names assets one after the other; a style sheet waits for the files it refers to.
class Namer
{
public:
    explicit Namer(const QHash<QString, QByteArray> &files) : m_files(files) {}

    Result<void> name(const QString &asset)
    {
        if (m_done.contains(asset))
            return {};
        QByteArray bytes = m_files.value(asset);
        if (asset.endsWith(QLatin1String(".css"))) {
            m_open.append(asset);
            auto rewritten = rewriteCss(asset, QString::fromUtf8(bytes));
            if (!rewritten)
                return passOn(rewritten);
            bytes = rewritten->toUtf8();
            m_open.removeLast();
        }
        const Sha256 hash = Sha256::of(bytes);
        m_done.insert(asset,
                      {asset, QStringLiteral("assets/") + hashedName(asset, hash), bytes, hash});
        return {};
    }

    QList<Theme::Asset> sorted() const
    {
        QList<Theme::Asset> all = m_done.values();
        std::sort(all.begin(), all.end(),
                  [](const auto &a, const auto &b) { return a.name < b.name; });
        return all;
    }

private:
    Result<QString> rewriteCss(const QString &asset, const QString &css)
    {
        static const QRegularExpression reference(
            QStringLiteral("(?:url\\(\\s*['\"]?|@import\\s+['\"])([^'\")\\s]+)"));
        QString out;
        qsizetype from = 0;
        for (auto found = reference.globalMatch(css); found.hasNext();) {
            const auto match = found.next();
            const auto replaced = published(asset, css, match);
            if (!replaced)
                return passOn(replaced);
            out += css.mid(from, match.capturedStart(1) - from) + *replaced;
            from = match.capturedEnd(1);
        }
        return QString(out + css.mid(from));
    }

    Result<QString> published(const QString &asset, const QString &css,
                              const QRegularExpressionMatch &match)
    {
        const QString url = match.captured(1);
        static const QRegularExpression elsewhere(QStringLiteral("^(#|/|[a-z][a-z0-9+.-]*:)"));
        if (elsewhere.match(url).hasMatch())
            return url;
        const qsizetype tail = url.indexOf(QRegularExpression(QStringLiteral("[?#]")));
        const QString path = tail < 0 ? url : url.left(tail);
        const QString folder =
            asset.contains(u'/') ? asset.left(asset.lastIndexOf(u'/') + 1) : QString();
        const QString name = QDir::cleanPath(folder + path);
        const auto line = css.left(match.capturedStart()).count(u'\n') + 1;
        if (!m_files.contains(name) || m_open.contains(name))
            return fail(ErrorCode::Invalid,
                        QStringLiteral("assets/%1:%2: %3")
                            .arg(asset)
                            .arg(line)
                            .arg(Text::tr("\"%1\" is not among the theme's assets").arg(url)));
        if (auto named = this->name(name); !named)
            return passOn(named);
        const QString target = m_done.value(name).publishedPath;
        return QString(path.left(path.lastIndexOf(u'/') + 1) +
                       target.mid(target.lastIndexOf(u'/') + 1) +
                       (tail < 0 ? QString() : url.mid(tail)));
    }

    const QHash<QString, QByteArray> &m_files;
    QHash<QString, Theme::Asset> m_done;
    QStringList m_open; ///< style sheets being rewritten: a circle of @import is an error
};

} // namespace

Result<QHash<QString, QByteArray>> readTree(const QString &folder)
{
    QHash<QString, QByteArray> files;
    const QString root = QFileInfo(folder).canonicalFilePath();
    QDirIterator each(folder, QDir::Files, QDirIterator::Subdirectories);
    while (each.hasNext()) {
        const QString file = each.next();
        const QString real = QFileInfo(file).canonicalFilePath();
        if (!real.startsWith(root + u'/'))
            return fail(ErrorCode::Refused,
                        Text::tr("%1 leads out of the theme's folder. Put the file itself there.")
                            .arg(QDir::toNativeSeparators(file)));
        auto bytes = readFile(file, largestThemeFile);
        if (!bytes)
            return passOn(bytes);
        files.insert(QDir(folder).relativeFilePath(file), *bytes);
    }
    return files;
}

QString hashedName(const QString &name, const Sha256 &hash)
{
    const qsizetype slash = name.lastIndexOf(u'/');
    const qsizetype dot = name.lastIndexOf(u'.');
    const QString mark = u'.' + hash.toString().left(8);
    return dot > slash ? QString(name.left(dot) + mark + name.mid(dot)) : QString(name + mark);
}

Result<QList<Theme::Asset>> nameAssets(const QHash<QString, QByteArray> &files)
{
    Namer namer(files);
    QStringList names = files.keys();
    names.sort();
    for (const QString &name : names)
        if (auto named = namer.name(name); !named)
            return passOn(named);
    return namer.sorted();
}

} // namespace kakehashi::render
