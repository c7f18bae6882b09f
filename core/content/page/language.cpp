#include "content/page/language.h"

#include <QLocale>
#include <QRegularExpression>

namespace kakehashi::content {

QString siteLanguage()
{
    return QStringLiteral("ja");
}

bool isLanguageTag(const QString &text)
{
    // language[-Script][-REGION][-variants], RFC 5646; no private use
    static const QRegularExpression form(QStringLiteral(
        "^[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?(-[A-Za-z0-9]{5,8})*$"));
    return form.match(text).hasMatch();
}

QString storedTag(const QString &text)
{
    QStringList parts = text.trimmed().replace(u'_', u'-').toLower().split(u'-');
    for (qsizetype at = 1; at < parts.size(); ++at) {
        constexpr qsizetype script = 4;
        constexpr qsizetype region = 2;
        QString &part = parts[at];
        if (part.size() == script)
            part[0] = part.at(0).toUpper();
        else if (part.size() == region)
            part = part.toUpper();
    }
    const QString tag = parts.join(u'-');
    return isLanguageTag(tag) && tag != siteLanguage() ? tag : QString();
}

QString nativeName(const QString &tag)
{
    if (tag.isEmpty())
        return nativeName(siteLanguage());
    const QLocale locale(tag);
    if (locale.language() == QLocale::C)
        return tag;
    if (locale.language() == QLocale::English)
        return QStringLiteral("English"); // not of one country
    const QString name = locale.nativeLanguageName();
    return name.isEmpty() ? tag : name;
}

QString openGraphLocale(const QString &tag)
{
    return QLocale(tag.isEmpty() ? siteLanguage() : tag).name();
}

const QStringList &commonLanguages()
{
    static const QStringList tags{
        QStringLiteral("en"), QStringLiteral("zh-Hans"), QStringLiteral("zh-Hant"),
        QStringLiteral("ko"), QStringLiteral("vi"),      QStringLiteral("ne"),
        QStringLiteral("id"), QStringLiteral("pt"),      QStringLiteral("fil")};
    return tags;
}

} // namespace kakehashi::content
