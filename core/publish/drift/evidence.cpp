#include "publish/drift/evidence.h"

#include "base/text.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace kakehashi::publish {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Evidence)
};

QDateTime serverTime(qint64 seconds)
{
    return QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC);
}

QJsonValue toJson(const FileInfo &info, const Sha256 &hash)
{
    if (info.isMissing())
        return QJsonValue::Null;
    QJsonObject object{{QStringLiteral("size"), info.size},
                       {QStringLiteral("modified"), kakehashi::toStored(serverTime(info.time))}};
    if (!hash.isNull())
        object.insert(QStringLiteral("sha256"), hash.toString());
    return object;
}

QString inJapan(const QDateTime &time)
{
    const QDateTime there = time.toTimeZone(japanTime());
    return Text::tr("%1 %2 (Japan)")
        .arg(eraDate(there.date()), there.toString(QStringLiteral("HH:mm:ss")));
}

QString kindText(Drift::Kind kind)
{
    switch (kind) {
    case Drift::Kind::Changed:
        return Text::tr("Changed");
    case Drift::Kind::Missing:
        return Text::tr("Missing");
    case Drift::Kind::Unknown:
        return Text::tr("Not published by us");
    case Drift::Kind::Unreadable:
        return Text::tr("Cannot be read by visitors");
    }
    return {};
}

QString stateCell(const FileInfo &info, const Sha256 &hash)
{
    if (info.isMissing())
        return Text::tr("none");
    QStringList parts{Text::tr("%1 bytes").arg(info.size), inJapan(serverTime(info.time))};
    if (!hash.isNull())
        parts << QStringLiteral("SHA-256 %1").arg(hash.toString());
    return parts.join(QStringLiteral("<br>"));
}

QString factRow(const QString &name, const QString &value)
{
    return QStringLiteral("<tr><th scope=\"row\">%1</th><td>%2</td></tr>\n")
        .arg(name.toHtmlEscaped(), value.toHtmlEscaped());
}

QString facts(const Evidence &evidence)
{
    const QString how = evidence.level == Publisher::Level::Content
                            ? Text::tr("every published file was read and its SHA-256 compared")
                            : Text::tr("names, sizes and times were compared");
    return factRow(Text::tr("Site"), evidence.siteName) +
           factRow(Text::tr("Server"),
                   QStringLiteral("%1 (%2)").arg(evidence.target.name, evidence.target.place())) +
           factRow(Text::tr("Address"), evidence.target.url) +
           factRow(Text::tr("Seen at"), inJapan(evidence.seen)) +
           factRow(Text::tr("How it was compared"), how) +
           factRow(Text::tr("Compared with publish"),
                   Text::tr("%1 of %2 by %3, transaction %4")
                       .arg(evidence.manifest.generation)
                       .arg(inJapan(evidence.manifest.published), evidence.manifest.author,
                            evidence.manifest.transaction)) +
           (evidence.manifest.approval.isEmpty()
                ? QString()
                : factRow(Text::tr("Approved by"), evidence.manifest.approval)) +
           factRow(Text::tr("Seen by"),
                   QStringLiteral("%1 (%2)").arg(evidence.person, evidence.machine));
}

QString driftRows(const QList<Drift> &drifts)
{
    QString rows;
    for (const Drift &drift : drifts)
        rows += QStringLiteral("<tr><td>%1</td><td>%2</td><td>%3</td><td>%4</td></tr>\n")
                    .arg(drift.path.toHtmlEscaped(), kindText(drift.kind),
                         stateCell(drift.expected, drift.expectedHash),
                         stateCell(drift.found, drift.foundHash));
    return rows;
}

const auto styleSheet = QStringLiteral(
    "body{font:15px/1.6 sans-serif;margin:2em;color:#111;background:#fff}"
    "table{border-collapse:collapse;margin:1em 0}th,td{border:1px solid #888;padding:.3em .6em;"
    "text-align:left;vertical-align:top;overflow-wrap:anywhere}th{background:#eee}");

} // namespace

QString toStored(Drift::Kind kind)
{
    switch (kind) {
    case Drift::Kind::Changed:
        return QStringLiteral("changed");
    case Drift::Kind::Missing:
        return QStringLiteral("missing");
    case Drift::Kind::Unknown:
        return QStringLiteral("unknown");
    case Drift::Kind::Unreadable:
        return QStringLiteral("unreadable");
    }
    return {};
}

QJsonObject toJson(const Drift &drift)
{
    return {{QStringLiteral("kind"), toStored(drift.kind)},
            {QStringLiteral("path"), drift.path},
            {QStringLiteral("expected"), toJson(drift.expected, drift.expectedHash)},
            {QStringLiteral("found"), toJson(drift.found, drift.foundHash)}};
}

QJsonObject toJson(const Evidence &evidence)
{
    QJsonArray drifts;
    for (const Drift &drift : evidence.drifts)
        drifts.append(toJson(drift));
    return {
        {QStringLiteral("format"), QStringLiteral("kakehashi-evidence")},
        {QStringLiteral("site"), QJsonObject{{QStringLiteral("id"), evidence.siteId},
                                             {QStringLiteral("name"), evidence.siteName}}},
        {QStringLiteral("target"), QJsonObject{{QStringLiteral("name"), evidence.target.name},
                                               {QStringLiteral("place"), evidence.target.place()},
                                               {QStringLiteral("url"), evidence.target.url}}},
        {QStringLiteral("comparedWith"),
         QJsonObject{
             {QStringLiteral("generation"), evidence.manifest.generation},
             {QStringLiteral("transaction"), evidence.manifest.transaction},
             {QStringLiteral("published"), kakehashi::toStored(evidence.manifest.published)},
             {QStringLiteral("author"), evidence.manifest.author},
             {QStringLiteral("machine"), evidence.manifest.machine},
             {QStringLiteral("approval"), evidence.manifest.approval},
             {QStringLiteral("body"), evidence.manifest.body.toString()}}},
        {QStringLiteral("level"), evidence.level == Publisher::Level::Content
                                      ? QStringLiteral("content")
                                      : QStringLiteral("listing")},
        {QStringLiteral("seen"), kakehashi::toStored(evidence.seen)},
        {QStringLiteral("seenBy"), evidence.person},
        {QStringLiteral("machine"), evidence.machine},
        {QStringLiteral("findings"), drifts}};
}

QByteArray toHtml(const Evidence &evidence)
{
    const QString title = Text::tr("Changes found on the server");
    const QByteArray json = QJsonDocument(toJson(evidence)).toJson();
    const QString html =
        QStringLiteral("<!doctype html>\n<html><head><meta charset=\"utf-8\"><title>%1</title>"
                       "<style>%2</style></head><body>\n<h1>%1</h1>\n<table>\n")
            .arg(title, styleSheet) +
        facts(evidence) +
        QStringLiteral("</table>\n<h2>%1</h2>\n<table>\n<thead><tr><th>%2</th><th>%3</th>"
                       "<th>%4</th><th>%5</th></tr></thead>\n<tbody>\n")
            .arg(Text::tr("%n file(s)", nullptr, static_cast<int>(evidence.drifts.size())),
                 Text::tr("File"), Text::tr("What"), Text::tr("As published"),
                 Text::tr("As found")) +
        driftRows(evidence.drifts) +
        QStringLiteral("</tbody></table>\n<p>%1</p>\n</body></html>\n")
            .arg(Text::tr("SHA-256 of the file of the same name in JSON form: %1")
                     .arg(Sha256::of(json).toString()));
    return html.toUtf8();
}

} // namespace kakehashi::publish
