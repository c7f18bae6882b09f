#include "hugosite.h"

#include "base/file.h"

namespace kakehashi::bench {
namespace {

const QByteArray &configuration()
{
    static const QByteArray text = R"(baseURL = "https://large.example.jp/"
languageCode = "ja"
title = "見本の大きなサイト"
paginate = 20
disableKinds = ["taxonomy", "term"]
)";
    return text;
}

const QByteArray &baseTemplate()
{
    static const QByteArray text = R"(<!DOCTYPE html>
<html lang="ja">
<head>
<meta charset="utf-8">
<title>{{ .Title }}｜{{ .Site.Title }}</title>
<meta name="description" content="{{ .Params.summary }}">
<link rel="canonical" href="{{ .Permalink }}">
</head>
<body>
<header><a href="/">{{ .Site.Title }}</a><nav><ul>
{{ range .Site.Menus.main }}<li><a href="{{ .URL }}">{{ .Name }}</a></li>
{{ end }}</ul></nav></header>
<nav><ol><li><a href="/">ホーム</a></li><li>{{ .Title }}</li></ol></nav>
<main><h1>{{ .Title }}</h1>
{{ block "main" . }}{{ end }}</main>
<footer><p>{{ .Site.Title }}</p></footer>
</body>
</html>
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

Result<void> writeHugoSite(const render::SiteSnapshot &snapshot, const QString &folder)
{
    const auto put = [&](const char *name, const QByteArray &bytes) {
        return writeFile(folder + u'/' + QString::fromLatin1(name), bytes);
    };
    const QByteArray single = R"({{ define "main" }}<time>{{ .Date.Format "2006-01-02" }}</time>
{{ .Content }}{{ end }})";
    const QByteArray list = R"({{ define "main" }}<ul>
{{ range .Paginator.Pages }}<li><time>{{ .Date.Format "2006-01-02" }}</time>
<a href="{{ .RelPermalink }}">{{ .Title }}</a></li>
{{ end }}</ul>
{{ template "_internal/pagination.html" . }}{{ end }})";
    for (const auto &[name, bytes] :
         {std::pair{"config.toml", QByteArray(configuration() + menu(snapshot))},
          std::pair{"layouts/_default/baseof.html", baseTemplate()},
          std::pair{"layouts/_default/single.html", single},
          std::pair{"layouts/_default/list.html", list}})
        if (auto written = put(name, bytes); !written)
            return written;
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
