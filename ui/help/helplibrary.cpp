#include "ui/help/helplibrary.h"

#include <QFile>
#include <QHash>
#include <QStringList>

namespace kakehashi::ui {
namespace {

const QStringList &readingOrder()
{
    static const QStringList order{
        QStringLiteral("start"),  QStringLiteral("editing"),  QStringLiteral("blocks"),
        QStringLiteral("media"),  QStringLiteral("checking"), QStringLiteral("publishing"),
        QStringLiteral("server"), QStringLiteral("reports"),  QStringLiteral("themes"),
        QStringLiteral("moving"), QStringLiteral("trouble")};
    return order;
}

QString readResource(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString titleOf(const QString &markdown)
{
    const QString line = markdown.section(u'\n', 0, 0);
    return line.startsWith(QLatin1String("# ")) ? line.mid(2).trimmed() : line;
}

} // namespace

QString helpText(const QString &name)
{
    return readResource(QStringLiteral(":/help/%1.md").arg(name));
}

QList<HelpTopic> helpTopics(const QString &language)
{
    QList<HelpTopic> topics;
    for (const QString &id : readingOrder()) {
        QString text = helpText(language + u'/' + id);
        if (text.isEmpty())
            text = helpText(QStringLiteral("en/") + id);
        if (!text.isEmpty())
            topics.append({id, titleOf(text), text});
    }
    return topics;
}

QString helpTopicOfPanel(const QString &panelId)
{
    static const QHash<QString, QString> topics{
        {QStringLiteral("pages"), QStringLiteral("editing")},
        {QStringLiteral("topics"), QStringLiteral("editing")},
        {QStringLiteral("editor"), QStringLiteral("editing")},
        {QStringLiteral("preview"), QStringLiteral("editing")},
        {QStringLiteral("media"), QStringLiteral("media")},
        {QStringLiteral("settings"), QStringLiteral("themes")},
        {QStringLiteral("banners"), QStringLiteral("media")},
        {QStringLiteral("check"), QStringLiteral("checking")},
        {QStringLiteral("seo"), QStringLiteral("reports")},
        {QStringLiteral("publish"), QStringLiteral("publishing")},
        {QStringLiteral("targets"), QStringLiteral("publishing")},
        {QStringLiteral("history"), QStringLiteral("server")},
        {QStringLiteral("drift"), QStringLiteral("server")},
    };
    return topics.value(panelId, readingOrder().constFirst());
}

} // namespace kakehashi::ui
