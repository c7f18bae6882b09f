#include "check/decisions/decisions.h"

#include "base/encoding.h"
#include "check/rulewords.h"

#include <QCoreApplication>
#include <QSet>

namespace kakehashi::check {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Decisions)
};

constexpr qsizetype longestTerm = 100;

Result<void> checkTerm(const SiteTerm &term)
{
    if (term.written.isEmpty())
        return fail(ErrorCode::Invalid,
                    Text::tr("\"%1\" has no word that it is to replace.").arg(term.wanted));
    for (const QString &text : {term.written, term.wanted}) {
        if (text.size() > longestTerm || text.contains(u'\n'))
            return fail(ErrorCode::Invalid,
                        Text::tr("\"%1…\" is no word: terms have one line and at most %2 "
                                 "characters.")
                            .arg(leftOf(text, 20).simplified())
                            .arg(longestTerm));
    }
    if (term.written == term.wanted)
        return fail(ErrorCode::Invalid,
                    Text::tr("\"%1\" would be replaced by itself. Leave the second word empty "
                             "when it is right as it is.")
                        .arg(term.written));
    return {};
}

} // namespace

Result<QList<SiteTerm>> tidied(const QList<SiteTerm> &terms)
{
    QList<SiteTerm> kept;
    QSet<QString> seen;
    for (SiteTerm term : terms) {
        term.written = term.written.trimmed();
        term.wanted = term.wanted.trimmed();
        term.reason = term.reason.simplified();
        if (term.written.isEmpty() && term.wanted.isEmpty())
            continue;
        if (const auto fine = checkTerm(term); !fine)
            return passOn(fine);
        if (seen.contains(term.written))
            return fail(ErrorCode::Invalid,
                        Text::tr("\"%1\" stands in the list twice. Remove one of the two.")
                            .arg(term.written));
        seen.insert(term.written);
        if (term.id.isNull())
            term.id = Ulid::generate();
        kept.append(term);
    }
    return kept;
}

QString nameOf(Weight weight)
{
    if (!weight)
        return QStringLiteral("off");
    switch (*weight) {
    case Severity::Must:
        return QStringLiteral("must");
    case Severity::Should:
        return QStringLiteral("should");
    case Severity::Ask:
        return QStringLiteral("ask");
    }
    return {};
}

std::optional<Weight> weightNamed(const QString &name)
{
    if (name == QLatin1String("off"))
        return Weight();
    const auto severity = severityNamed(name);
    return severity ? std::optional<Weight>(Weight(severity)) : std::nullopt;
}

} // namespace kakehashi::check
