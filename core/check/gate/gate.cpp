#include "check/gate/gate.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

namespace kakehashi::check {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Gate)
};

constexpr qsizetype namedPages = 5;
constexpr qsizetype namedExceptions = 50;

/// What makes an exception and a finding one: rule, page and the text at the place.
struct Key
{
    QString rule;
    Ulid page;
    QString evidence;

    bool operator==(const Key &) const = default;
};

size_t qHash(const Key &key, size_t seed = 0)
{
    return qHashMulti(seed, key.rule, key.page, key.evidence);
}

/// What the theme gets wrong is one thing, whichever page it was seen on first.
Key keyOf(const Finding &finding, const render::SiteSnapshot &snapshot)
{
    const render::PageValue *page =
        finding.fromTheme ? nullptr : snapshot.pageAt(finding.issue.place.pagePath);
    return {finding.issue.rule, page ? page->id : Ulid(), finding.evidence};
}

} // namespace

Gate gateOf(const Findings &findings, const render::SiteSnapshot &snapshot,
            const QList<Exception> &holding)
{
    QHash<Key, const Exception *> exceptions;
    for (const Exception &exception : holding)
        exceptions.insert({exception.rule, exception.page, exception.evidence}, &exception);
    Gate gate;
    for (const Finding &finding : findings) {
        if (finding.issue.severity != Severity::Must)
            continue;
        if (const Exception *exception = exceptions.value(keyOf(finding, snapshot)))
            gate.excepted.append({finding, *exception});
        else
            gate.blocking.append(finding);
    }
    return gate;
}

QList<Exception> exceptionsFor(const Findings &findings, const render::SiteSnapshot &snapshot,
                               const QString &reason, const QString &author, const Clock &clock)
{
    QList<Exception> exceptions;
    QSet<Key> seen;
    for (const Finding &finding : findings) {
        const Key key = keyOf(finding, snapshot);
        if (finding.issue.severity != Severity::Must || seen.contains(key))
            continue;
        seen.insert(key);
        Exception exception;
        exception.id = Ulid::generate(clock);
        exception.rule = key.rule;
        exception.page = key.page;
        exception.evidence = key.evidence;
        exception.found = finding.issue.text;
        exception.reason = reason.trimmed();
        exception.author = author;
        exception.at = clock.now();
        exceptions.append(exception);
    }
    return exceptions;
}

Issue guardOf(const Gate &gate)
{
    QStringList pages;
    for (const Finding &finding : gate.blocking) {
        const QString &path = finding.issue.place.pagePath;
        if (!path.isEmpty() && !pages.contains(path))
            pages.append(path);
    }
    QString text = Text::tr("The check stops this publish: %n problem(s) that the law or the "
                            "site's duties forbid.",
                            nullptr, static_cast<int>(gate.blocking.size()));
    if (!pages.isEmpty()) {
        const qsizetype more = pages.size() - namedPages;
        QString named = pages.first(std::min(pages.size(), namedPages)).join(QStringLiteral(", "));
        if (more > 0)
            named = Text::tr("%1 and %n more page(s)", nullptr, static_cast<int>(more)).arg(named);
        text += u' ' + Text::tr("On: %1.").arg(named);
    }
    return {Severity::Must, QString::fromLatin1(gateRule),
            text + u' ' + Text::tr("Mend them, or make an exception with a reason.")};
}

QString exceptionText(const Excepted &excepted)
{
    const auto &[finding, exception] = excepted;
    const QDateTime at = exception.at.toTimeZone(japanTime());
    return Text::tr("Exception for %1 [%2]: %3 Reason: %4 (%5, %6)")
        .arg(finding.issue.place.pagePath.isEmpty() || finding.fromTheme
                 ? Text::tr("the site")
                 : finding.issue.place.pagePath,
             finding.issue.rule, finding.issue.text, exception.reason, exception.author,
             at.toString(QStringLiteral("yyyy-MM-dd HH:mm")));
}

Issues notesOf(const Gate &gate)
{
    Issues notes;
    const QString rule = QStringLiteral("check-exception");
    for (const Excepted &excepted : gate.excepted.mid(0, namedExceptions))
        notes.append({Severity::Should, rule, exceptionText(excepted), excepted.first.issue.place});
    if (const qsizetype more = gate.excepted.size() - namedExceptions; more > 0)
        notes.append({Severity::Should, rule,
                      Text::tr("And %n more exception(s); the check lists them all.", nullptr,
                               static_cast<int>(more))});
    return notes;
}

} // namespace kakehashi::check
