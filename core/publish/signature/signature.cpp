#include "publish/signature/signature.h"

#include "publish/manifest.h"
#include "publish/publisher.h"

namespace kakehashi::publish {

QString toStored(Signature signature)
{
    switch (signature) {
    case Signature::None:
        return QStringLiteral("none");
    case Signature::Valid:
        return QStringLiteral("valid");
    case Signature::Unsigned:
        return QStringLiteral("unsigned");
    case Signature::Stripped:
        return QStringLiteral("stripped");
    case Signature::Unchecked:
        return QStringLiteral("unchecked");
    case Signature::Wrong:
        return QStringLiteral("wrong");
    }
    return {};
}

Signature signatureOf(const QByteArray &start, const PublishParams &params)
{
    if (start.isEmpty())
        return Signature::None;
    const QByteArray &key = params.manifestKey;
    if (!isSignedManifest(start))
        return key.isEmpty() || params.manifestKeyIsNew ? Signature::Unsigned : Signature::Stripped;
    if (key.isEmpty())
        return Signature::Unchecked;
    if (manifestHead(start, key))
        return Signature::Valid;
    // A key made just now cannot have signed anything.
    return params.manifestKeyIsNew ? Signature::Unchecked : Signature::Wrong;
}

QByteArray readingKey(Signature signature, const PublishParams &params)
{
    const bool checked = signature == Signature::Valid || signature == Signature::Wrong;
    return checked ? params.manifestKey : QByteArray();
}

QByteArray signingKey(Signature found, const PublishParams &params)
{
    return found == Signature::Unchecked ? QByteArray() : params.manifestKey;
}

} // namespace kakehashi::publish
