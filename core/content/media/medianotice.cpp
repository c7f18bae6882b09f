#include "content/media/medianotice.h"

#include "security/picture/picturefile.h"

#include <QCoreApplication>

namespace kakehashi::content {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Media)
};

} // namespace

QString noticeOf(const QByteArray &bytes, const QString &mimeType, const QString &fileName)
{
    if (!security::isReadPicture(mimeType))
        return {};
    const auto picture = security::readPicture(bytes, mimeType);
    if (picture.tellsPlace)
        return Text::tr("%1 says where it was taken. That is left out of what is published; the "
                        "file in the site's folder still has it.")
            .arg(fileName);
    if (picture.mended)
        return Text::tr("%1 lacks its namespace or is not in UTF-8; browsers might show nothing. "
                        "It is published with what is missing.")
            .arg(fileName);
    if (picture.tellsMore)
        return Text::tr("%1 holds notes such as the camera, the time or the author. They are left "
                        "out of what is published.")
            .arg(fileName);
    return {};
}

} // namespace kakehashi::content
