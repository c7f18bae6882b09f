#pragma once

#include <QByteArrayView>

namespace kakehashi::check {

/// No tree made from this HTML is deeper, give or take what the parser adds around it. Counts tags
/// only, so it is far quicker than parsing.
int depthBound(QByteArrayView html);

} // namespace kakehashi::check
