#include "statistics/figure.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <cmath>

namespace kakehashi::statistics {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Statistics)
};

// A double keeps so many decimal digits for certain.
constexpr int mostDigits = 15;
// A month or year may well differ by a fifth: "ten times" begins below ten.
constexpr double manifold = 8;

constexpr char16_t fullWidthFirst = 0xff01; // ！, and so on in the order of ASCII
constexpr char16_t fullWidthLast = 0xff5e;
constexpr char16_t fullWidthToAscii = 0xfee0;

/// Not NFKC: that makes 10 of 「¹⁰」 and 102 of 「10²」.
QString narrowed(const QString &text)
{
    QString narrow;
    narrow.reserve(text.size());
    for (const QChar c : text) {
        const char16_t unit = c.unicode();
        const bool isFullWidth = unit >= fullWidthFirst && unit <= fullWidthLast;
        narrow += isFullWidth ? QChar(static_cast<char16_t>(unit - fullWidthToAscii)) : c;
    }
    return narrow.trimmed();
}

/// Hyphens, dashes, minus signs, and the long vowel and the box line that stand beside them on
/// Japanese keyboards.
bool isDash(QChar c)
{
    static const QString dashes = QStringLiteral("-\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
                                                 "\u2500\u30fc\uff70\ufe63\u00ad");
    return dashes.contains(c);
}

bool isOfficeMinus(QChar c)
{
    return c == u'△' || c == u'▲';
}

tl::unexpected<Error> notRead(const QString &text, const QString &help)
{
    return fail(ErrorCode::Invalid,
                Text::tr("“%1” could not be read as a figure. %2").arg(text, help));
}

/// Takes the sign off the front: -1 or 1.
int takeSign(QString &plain)
{
    if (plain.isEmpty())
        return 1;
    const QChar first = plain.front();
    if (!isDash(first) && !isOfficeMinus(first) && first != u'+')
        return 1;
    plain.remove(0, 1);
    if (isOfficeMinus(first))
        plain = plain.trimmed(); // 「△ 1,234」 is how tables are set
    return first == u'+' ? 1 : -1;
}

int digitsOf(const QString &plain)
{
    QString digits = plain;
    digits.remove(u'.');
    static const QRegularExpression leading(QStringLiteral("^0+"));
    digits.remove(leading);
    return static_cast<int>(digits.size());
}

} // namespace

QString editText(const std::optional<double> &value)
{
    return value ? QString::number(*value, 'f', QLocale::FloatingPointShortest) : QString();
}

Result<std::optional<double>> readFigure(const QString &text)
{
    QString plain = narrowed(text);
    const bool isLoneDash = plain.size() == 1 && isDash(plain.front());
    if (plain.isEmpty() || isLoneDash)
        return std::optional<double>();
    const int sign = takeSign(plain);
    static const QRegularExpression grouped(
        QStringLiteral(R"(\A[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?\z)"));
    static const QRegularExpression simple(QStringLiteral(R"(\A([0-9]+(\.[0-9]+)?|\.[0-9]+)\z)"));
    if (grouped.match(plain).hasMatch())
        plain.remove(u',');
    else if (plain.contains(u','))
        return notRead(text, Text::tr("A comma stands before each three digits, as in 9,174; "
                                      "decimals are written with a point, as in 1.5."));
    if (!simple.match(plain).hasMatch())
        return notRead(text, Text::tr("Write digits only, such as 9174, 9,174, 1.5 or -20. Leave "
                                      "it empty when the figure is not known."));
    if (digitsOf(plain) > mostDigits)
        return notRead(text, Text::tr("It has more digits than can be kept exactly. Write at most "
                                      "%1.")
                                 .arg(mostDigits));
    const double number = plain.toDouble();
    return std::optional(number == 0 ? 0.0 : sign * number); // never "-0"
}

Doubt doubtOf(double value, double other)
{
    if (value == 0 || other == 0)
        return Doubt::None;
    if (std::signbit(value) != std::signbit(other))
        return Doubt::Sign;
    const double times = value / other;
    if (times >= manifold)
        return Doubt::TooHigh;
    return times <= 1 / manifold ? Doubt::TooLow : Doubt::None;
}

const Observation *neighbourOf(const QList<Observation> &observations, const QDate &date)
{
    const Observation *before = nullptr;
    for (const Observation &each : observations) {
        if (!each.value || each.date == date)
            continue;
        if (each.date > date)
            return before ? before : &each;
        before = &each;
    }
    return before;
}

} // namespace kakehashi::statistics
