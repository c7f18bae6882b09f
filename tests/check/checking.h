#pragma once

#include "base/file.h"
#include "check/check.h"
#include "check/fixes.h"

/// Checks single pages that are made up on the spot.
namespace checking {

using namespace kakehashi;

inline check::RuleBook::Ptr rules()
{
    static const check::RuleBook::Ptr book = [] {
        auto loaded = check::RuleBook::builtIn();
        if (!loaded)
            qFatal("%s", qPrintable(loaded.error().text));
        return *loaded;
    }();
    return book;
}

inline QString documentAround(const QString &main, const QString &head = {})
{
    return QStringLiteral("<!DOCTYPE html><html lang=\"ja\"><head><meta charset=\"utf-8\">"
                          "<title>題名</title>%1</head><body><a href=\"#main\">本文へ移動</a>"
                          "<header>サイト</header><nav aria-label=\"主\">案内</nav>"
                          "<main id=\"main\"><h1>題名</h1>%2</main><footer>下</footer>"
                          "</body></html>")
        .arg(head, main);
}

inline render::PageValue page(const QString &body)
{
    render::PageValue value;
    value.id = Ulid::generate();
    value.kind = QStringLiteral("page");
    value.path = QStringLiteral("/test/");
    value.content.title = QStringLiteral("題名");
    value.content.summary = QStringLiteral(
        "このページは点検のために作った見本です。内容に意味はありませんが十分な長さがあります。");
    value.content.body = body;
    return value;
}

inline render::SiteSnapshot emptySite()
{
    render::SiteSnapshot site;
    site.site.email = QStringLiteral("kankyo@example.jp");
    site.site.telephone = QStringLiteral("022-000-0000");
    content::MenuItem item;
    item.id = Ulid::generate();
    item.label = QStringLiteral("ホーム");
    site.menus.append(item);
    return site;
}

inline check::Findings checked(const render::PageValue &page, const QString &html)
{
    return check::checkHtml(*rules(), emptySite(), page, html.toUtf8());
}

/// Keeps a planted page where KAKEHASHI_PLANTED says, as RULE/bad-1.html, for tools by others
/// (tests/judges/agreement.mjs).
inline void keepForJudges(const QString &rule, bool bad, const QString &html)
{
    static QHash<QString, int> numbers;
    const QString folder = qEnvironmentVariable("KAKEHASHI_PLANTED");
    if (folder.isEmpty())
        return;
    const QString stem = rule + (bad ? QStringLiteral("/bad-") : QStringLiteral("/good-"));
    const QString name = QStringLiteral("%1/%2%3.html").arg(folder, stem).arg(++numbers[stem]);
    if (!writeFile(name, html.toUtf8()))
        qFatal("cannot write %s", qPrintable(name));
}

inline check::Findings ofRule(const check::Findings &findings, const QString &rule)
{
    check::Findings found;
    for (const check::Finding &finding : findings) {
        if (finding.issue.rule == rule)
            found.append(finding);
    }
    return found;
}

inline QList<check::Fix> fixesOf(const check::Findings &findings)
{
    QList<check::Fix> fixes;
    for (const check::Finding &finding : findings) {
        if (finding.fix)
            fixes.append(*finding.fix);
    }
    return fixes;
}

inline QStringList texts(const check::Findings &findings)
{
    QStringList lines;
    for (const check::Finding &finding : findings)
        lines.append(QStringLiteral("%1:%2:%3 %4 [%5]")
                         .arg(finding.issue.place.pagePath)
                         .arg(finding.issue.place.line)
                         .arg(finding.issue.place.column)
                         .arg(finding.issue.text, finding.issue.rule));
    return lines;
}

} // namespace checking
