#include "check/rules/page/mynumber.h"
#include "check/rules/page/pagerules.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace kakehashi::check {
namespace {

QString digitsOf(const QString &text)
{
    QString digits;
    for (const QChar c : text) {
        if (c >= u'0' && c <= u'9')
            digits += c;
    }
    return digits;
}

/// Both as text and in links.
template <typename Take>
void eachInText(const PageView &page, const QRegularExpression &pattern, Take take)
{
    for (const SourceText &text : page.texts) {
        for (auto each = pattern.globalMatch(text.text()); each.hasNext();) {
            const auto match = each.next();
            take(text, Range{match.capturedStart(), match.capturedLength()}, match.captured());
        }
    }
}

} // namespace

bool isMyNumber(QStringView digits)
{
    constexpr std::array<int, 11> weights{6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2};
    const bool allSame = std::all_of(digits.begin(), digits.end(),
                                     [&digits](QChar c) { return c == digits.front(); });
    if (digits.size() != 12 || allSame)
        return false;
    int sum = 0;
    for (size_t i = 0; i < weights.size(); ++i)
        sum += weights[i] * (digits[static_cast<qsizetype>(i)].unicode() - u'0');
    const int rest = sum % 11;
    const int check = rest <= 1 ? 0 : 11 - rest;
    return digits.back().unicode() - u'0' == check;
}

/// A person's address, or an office's that is meant to be there?
void mailAddress(const PageView &page, Report &report)
{
    static const QRegularExpression pattern(
        QStringLiteral("(?<![\\w.+\\-])[A-Za-z0-9][\\w.+\\-]{0,63}[@＠]"
                       "[A-Za-z0-9][A-Za-z0-9\\-]{0,62}(?:\\.[A-Za-z0-9\\-]{1,63}){1,6}"));
    const auto take = [&](const SourceText &text, Range range, const QString &found) {
        if (found.compare(page.snapshot.site.email, Qt::CaseInsensitive) != 0)
            report.at(text, range, PageRules::tr("May the mail address %1 be public?").arg(found));
    };
    eachInText(page, pattern, take);
}

/// Mobile numbers belong to persons. Others are asked for unless the line names an office: a page
/// of a public body is full of its own numbers, and who is asked too often stops reading.
void phoneNumber(const PageView &page, Report &report)
{
    static const QRegularExpression pattern(
        QStringLiteral("(?<![0-9\\-/])(?:0[5789]0-?\\d{4}-?\\d{4}|0\\d{1,4}-\\d{1,4}-\\d{4})"
                       "(?![0-9\\-])"));
    const QString own = digitsOf(page.snapshot.site.telephone);
    const auto isOffice = [&](const SourceText &text, Range range) {
        const int line = text.lineAt(range.begin);
        const QStringView words = text.view(text.lines(line, line));
        const QStringList &offices = page.book.words().offices;
        return std::any_of(offices.cbegin(), offices.cend(),
                           [&words](const QString &office) { return words.contains(office); });
    };
    const auto take = [&](const SourceText &text, Range range, const QString &found) {
        const QString digits = digitsOf(found);
        const bool mobile = digits.size() == 11;
        if (digits != own && (mobile || !isOffice(text, range)))
            report.at(text, range,
                      PageRules::tr("May the telephone number %1 be public?").arg(found));
    };
    eachInText(page, pattern, take);
}

void myNumber(const PageView &page, Report &report)
{
    static const QRegularExpression pattern(
        QStringLiteral("(?<![0-9\\-,.])\\d{4}[ \\-]?\\d{4}[ \\-]?\\d{4}(?![0-9\\-,.])"));
    const auto take = [&](const SourceText &text, Range range, const QString &found) {
        if (isMyNumber(digitsOf(found)))
            report.at(text, range,
                      PageRules::tr("%1 may be somebody's individual number (My Number), which "
                                    "must never be public.")
                          .arg(found));
    };
    eachInText(page, pattern, take);
}

} // namespace kakehashi::check
