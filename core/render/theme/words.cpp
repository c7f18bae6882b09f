#include "render/theme/words.h"

#include "content/page/page.h"
#include "render/html.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace kakehashi::render {

Result<Words> Words::read(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject())
        return fail(ErrorCode::Invalid, QStringLiteral("words.json:%1: %2")
                                            .arg(json.left(error.offset).count('\n') + 1)
                                            .arg(error.errorString()));
    Words words;
    const QJsonObject all = document.object();
    for (auto name = all.begin(); name != all.end(); ++name) {
        const QJsonObject byLanguage = name->toObject();
        for (auto word = byLanguage.begin(); word != byLanguage.end(); ++word)
            words.m_words[name.key()].insert(word.key(), word->toString());
    }
    return words;
}

QString Words::word(const QString &tag, const QString &name) const
{
    const QHash<QString, QString> known = m_words.value(name);
    for (const QString &language :
         {tag, tag.section(u'-', 0, 0), QStringLiteral("en"), content::siteLanguage()}) {
        const auto found = known.constFind(language);
        if (found != known.constEnd())
            return *found;
    }
    return {};
}

bool Words::knows(const QString &tag) const
{
    for (const auto &known : m_words)
        if (known.contains(tag) || known.contains(tag.section(u'-', 0, 0)))
            return true;
    return false;
}

Data Words::dataFor(const QString &tag) const
{
    Data data;
    for (auto name = m_words.begin(); name != m_words.end(); ++name) {
        std::string text = utf8(word(tag, name.key()));
        data[utf8(name.key())] = text.empty() ? Data(false) : Data(std::move(text));
    }
    return data;
}

} // namespace kakehashi::render
