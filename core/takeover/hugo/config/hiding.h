#pragma once

#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>

namespace kakehashi::takeover {

/// What front matter says with the keys that keep a page from visitors: key, in small letters, →
/// what it says as people would quote it ("draft: true"). Empty where the key lets the page be
/// seen.
using HidingWords = QMap<QString, QString>;

/// Reads one table of keys of Hugo, Jekyll, Hexo and WordPress's exporters: draft, published,
/// status, visibility, private, password, headless, build …
HidingWords hidingWords(const QJsonObject &values);

/// Whether a value is one of YAML's words for yes or no: true, "yes", 1 …
bool isYesOrNo(const QJsonValue &value);

/// Words that count for pages which say nothing themselves: Hugo's cascade, Jekyll's defaults.
struct Cascade
{
    QString folder; ///< of these pages, from content/; empty: everywhere
    QString glob;   ///< of their paths, as "/blog/**"; empty: all
    QString kind;   ///< Hugo: "page" or "section"; Jekyll: "posts", "pages", a collection
    QString saidIn; ///< the file that says it
    HidingWords words;
};

/// Hugo's `cascade`: a map, or a list of maps with targets.
QList<Cascade> cascadesOf(const QJsonValue &given, const QString &folder, const QString &saidIn);

} // namespace kakehashi::takeover
