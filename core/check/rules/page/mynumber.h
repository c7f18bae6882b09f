#pragma once

#include <QStringView>

namespace kakehashi::check {

/// True for twelve digits whose last is the check digit of an individual number (総務省令第85号
/// 第5条: weights 6 5 4 3 2 7 6 5 4 3 2, 11 minus the remainder by 11, 0 for remainders 0 and 1).
bool isMyNumber(QStringView digits);

} // namespace kakehashi::check
