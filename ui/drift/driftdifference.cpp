#include "ui/drift/driftdifference.h"

#include "base/file.h"
#include "base/visibletext.h"
#include "ui/drift/driftlook.h"
#include "ui/history/historymodel.h"
#include "ui/publish/plan/textdiff.h"
#include "ui/publish/plan/wording.h"

#include <QCoreApplication>

namespace kakehashi::ui {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::ui::Drift)
};

constexpr qint64 comparedBytes = 1'000'000;
constexpr qsizetype shownCharacters = 400; // of one line: minified files have very long ones

QStringList linesOf(const QByteArray &bytes)
{
    QStringList lines = QString::fromUtf8(bytes).split(u'\n');
    for (QString &line : lines) {
        line = visible(line.trimmed());
        if (line.size() > shownCharacters)
            line = line.left(shownCharacters) + u'…';
    }
    lines.removeAll(QString());
    return lines;
}

QString stateText(const QString &name, const publish::FileInfo &info, const Sha256 &hash)
{
    if (info.isMissing())
        return QString();
    QString text = QStringLiteral("<p><b>%1</b>&nbsp; %2 · %3")
                       .arg(visible(name).toHtmlEscaped(), bytesText(info.size).toHtmlEscaped(),
                            whenText(QDateTime::fromSecsSinceEpoch(info.time, Qt::UTC)));
    if (!hash.isNull())
        text += QStringLiteral("<br><small>SHA-256 %1</small>").arg(hash.toString());
    return text + QStringLiteral("</p>");
}

} // namespace

QString driftDifference(const publish::Drift &drift, const QHash<QString, QByteArray> &found,
                        const render::ByteSource &objects)
{
    QString html = stateText(Text::tr("As published:"), drift.expected, drift.expectedHash) +
                   stateText(Text::tr("On the server:"), drift.found, drift.foundHash);
    QByteArray ours;
    if (drift.kind != publish::Drift::Kind::Unknown) {
        const auto file = objects.fileFor(drift.expectedHash);
        const auto bytes = file ? readFile(*file, comparedBytes) : Result<QByteArray>(passOn(file));
        ours = bytes.value_or(QByteArray());
    }
    const auto theirs = found.constFind(drift.path);
    if (drift.kind == publish::Drift::Kind::Missing || theirs == found.constEnd())
        return html;
    if (!isText(*theirs) || !isText(ours))
        return html + QStringLiteral("<p>%1</p>").arg(Text::tr("This is no text file."));
    if (*theirs == ours)
        return html + QStringLiteral("<p>%1</p>")
                          .arg(Text::tr("The content is the same; only its time differs."));
    return html + diffHtml(textDiff(linesOf(ours), linesOf(*theirs)));
}

} // namespace kakehashi::ui
