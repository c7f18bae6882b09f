#include "publish/format/jsonlines.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>

#include <algorithm>
#include <cmath>

namespace kakehashi::publish {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::JsonLines)
};

const QString formatKey = QStringLiteral("format");
const QString bodyKey = QStringLiteral("body");
const QString hmacKey = QStringLiteral("hmac");

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QString hmacOf(const QJsonObject &head, const QByteArray &key)
{
    const QByteArray code =
        QMessageAuthenticationCode::hash(compact(head), key, QCryptographicHash::Sha256);
    return QString::fromLatin1(code.toHex());
}

tl::unexpected<Error> damaged(const QString &what, const QString &detail)
{
    return fail(ErrorCode::Corrupt,
                Text::tr("%1 is damaged or was changed by someone else.").arg(what), detail);
}

} // namespace

QByteArray JsonLines::toBytes(QJsonObject head, const std::string &body, const QByteArray &key)
{
    const QByteArrayView rest(body.data(), static_cast<qsizetype>(body.size()));
    head.insert(bodyKey, Sha256::of(rest).toString());
    if (!key.isEmpty())
        head.insert(hmacKey, hmacOf(head, key));
    QByteArray bytes = compact(head) + '\n';
    bytes.append(rest);
    return bytes;
}

Result<JsonLines> JsonLines::headFromBytes(const QByteArray &start, int format, const QString &what,
                                           const QByteArray &key)
{
    const qsizetype end = start.indexOf('\n');
    if (end < 0)
        return damaged(what, QStringLiteral("no end of the first line"));
    const QJsonDocument document = QJsonDocument::fromJson(start.left(end));
    JsonLines made{document.object(), {}, {}};
    if (made.head.isEmpty())
        return damaged(what, QStringLiteral("first line is no object"));
    if (wholeNumber(made.head, formatKey) > format)
        return fail(ErrorCode::NewerVersion,
                    Text::tr("%1 was written by a newer version of this program. Update the "
                             "program, then try again.")
                        .arg(what));
    const QString hmac = made.head.take(hmacKey).toString();
    if (!key.isEmpty() && hmac != hmacOf(made.head, key))
        return damaged(what, QStringLiteral("wrong HMAC"));
    made.body = Sha256::fromHex(made.head.value(bodyKey).toString());
    if (made.body.isNull())
        return damaged(what, QStringLiteral("no hash of the body"));
    return made;
}

bool JsonLines::isSigned(const QByteArray &start)
{
    const QByteArray first = start.left(std::max<qsizetype>(0, start.indexOf('\n')));
    return QJsonDocument::fromJson(first).object().contains(hmacKey);
}

Result<JsonLines> JsonLines::fromBytes(const QByteArray &bytes, int format, const QString &what,
                                       const QByteArray &key)
{
    Result<JsonLines> made = headFromBytes(bytes, format, what, key);
    if (!made)
        return made;
    qsizetype at = bytes.indexOf('\n') + 1;
    if (Sha256::of(QByteArrayView(bytes).sliced(at)) != made->body)
        return damaged(what, QStringLiteral("body does not have its hash"));
    while (at < bytes.size()) {
        const qsizetype end = bytes.indexOf('\n', at);
        const QJsonDocument line = QJsonDocument::fromJson(bytes.mid(at, end < 0 ? -1 : end - at));
        if (!line.isObject())
            return damaged(what, QStringLiteral("a line is no object"));
        made->lines.append(line.object());
        at = end < 0 ? bytes.size() : end + 1;
    }
    return made;
}

qint64 wholeNumber(const QJsonObject &object, const QString &name)
{
    // JSON numbers are doubles; what does not fit exactly is not one of ours.
    constexpr double largest = 9007199254740992.0;
    const double value = object.value(name).toDouble();
    if (!(value >= 0 && value <= largest))
        return 0;
    return static_cast<qint64>(std::floor(value));
}

} // namespace kakehashi::publish
