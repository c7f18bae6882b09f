#pragma once

#include <QByteArray>
#include <QString>

namespace kakehashi::content {

/// A sentence for whoever adds the picture when it holds what visitors will not get (where it was
/// taken, by whom), or is mended on its way out; empty when there is nothing to say.
QString noticeOf(const QByteArray &bytes, const QString &mimeType, const QString &fileName);

} // namespace kakehashi::content
