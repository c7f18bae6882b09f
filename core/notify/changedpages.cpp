#include "notify/changedpages.h"

#include <QFile>
#include <QRegularExpression>

namespace kakehashi::notify {
namespace {

constexpr qint64 headLength = 16'384; ///< bytes: far more than a head takes

/// What is nowhere any more is taken for a page that could be found: one address too many is
/// harmless, one too few leaves a removed page in the results.
bool wasIndexable(const render::ByteSource &bytes, const Sha256 &hash)
{
    const auto name = bytes.fileFor(hash);
    QFile file(name.value_or(QString()));
    return !name || !file.open(QIODevice::ReadOnly) || isIndexable(file.read(headLength));
}

bool concernsVisitors(const publish::PlanItem &item)
{
    using Action = publish::PlanItem::Action;
    return item.action == Action::Add || item.action == Action::Replace ||
           item.action == Action::Remove;
}

bool concernsSearch(const publish::PlanItem &item, const render::ByteSource &bytes)
{
    return (!item.after.isNull() && wasIndexable(bytes, item.after)) ||
           (!item.before.isNull() && wasIndexable(bytes, item.before));
}

} // namespace

bool isIndexable(QByteArrayView html)
{
    static const QRegularExpression refusal(
        QStringLiteral("<meta\\s[^>]*\\bname\\s*=\\s*[\"']?robots\\b[^>]*\\b(noindex|none)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    const auto length = std::min<qsizetype>(html.size(), headLength);
    return !refusal.match(QString::fromUtf8(html.first(length))).hasMatch();
}

QString addressOf(const QString &outputPath)
{
    const QString index = QStringLiteral("index.html");
    if (outputPath == index)
        return QStringLiteral("/");
    return outputPath.endsWith(u'/' + index) ? u'/' + outputPath.chopped(index.size()) : QString();
}

QStringList changedUrls(const publish::Plan &plan, const render::ByteSource &bytes,
                        const QUrl &root)
{
    QString base = root.toString(QUrl::FullyEncoded);
    while (base.endsWith(u'/'))
        base.chop(1);
    QStringList urls;
    for (const publish::PlanItem &item : plan.items) {
        const QString address = addressOf(item.path);
        if (!address.isEmpty() && concernsVisitors(item) && concernsSearch(item, bytes))
            urls.append(base +
                        QString::fromLatin1(QUrl::toPercentEncoding(address, QByteArray("/"))));
    }
    return urls;
}

} // namespace kakehashi::notify
