#include "hugosite.h"

#include "base/file.h"

#include <QDirIterator>

namespace kakehashi::bench {
namespace {

const QByteArray &configuration()
{
    static const QByteArray text = R"(baseURL = "https://large.example.jp/"
languageCode = "ja"
title = "見本の大きなサイト"
paginate = 20
disableKinds = ["taxonomy", "term"]
[params]
organization = "見本県 環境政策課"
telephone = "022-000-0000"
[outputs]
home = ["HTML", "RSS", "JSON"]
)";
    return text;
}

QByteArray menu(const render::SiteSnapshot &snapshot)
{
    QString text;
    for (const content::MenuItem &item : snapshot.menus)
        text += QStringLiteral("[[menu.main]]\nname = \"%1\"\nurl = \"%2\"\nweight = %3\n")
                    .arg(item.label, item.target)
                    .arg(item.position + 1);
    return text.toUtf8();
}

QByteArray pageFile(const content::PageContent &content)
{
    return QStringLiteral("---\ntitle: \"%1\"\nsummary: \"%2\"\ndate: %3\n---\n%4")
        .arg(content.title, content.summary, content.date.toString(Qt::ISODate), content.body)
        .toUtf8();
}

} // namespace

Result<void> writeHugoSite(const render::SiteSnapshot &snapshot, HugoTemplates templates,
                           const QString &folder)
{
    QByteArray settings = configuration() + menu(snapshot);
    const bool alike = templates == HugoTemplates::Alike;
    if (!alike) // no search
        settings.replace(", \"JSON\"", "");
    if (auto written = writeFile(folder + QStringLiteral("/config.toml"), settings); !written)
        return written;
    const QString layouts = QStringLiteral(KAKEHASHI_SOURCE_DIR "/tests/bench/hugo/") +
                            (alike ? QStringLiteral("alike/") : QStringLiteral("bare/"));
    QDirIterator files(layouts, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString file = files.next();
        const auto bytes = readFile(file, 1 << 20);
        if (!bytes)
            return passOn(bytes);
        const QString to = folder + QStringLiteral("/layouts/") + file.mid(layouts.size());
        if (auto written = writeFile(to, *bytes); !written)
            return written;
    }
    for (const auto &page : snapshot.pages) {
        if (page->kind != QLatin1String("topic"))
            continue;
        const QString file =
            folder + QStringLiteral("/content") + page->path.chopped(1) + QStringLiteral(".md");
        if (auto written = writeFile(file, pageFile(page->content)); !written)
            return written;
    }
    return {};
}

} // namespace kakehashi::bench
