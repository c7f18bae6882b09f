#pragma once

#include "base/issue.h"
#include "base/result.h"
#include "check/decisions/decisions.h"

#include <QHash>
#include <QList>
#include <QRegularExpression>
#include <QSet>
#include <QStringList>

#include <memory>

namespace kakehashi::check {

/// What people may decide about a rule. The rule's code knows only its id.
struct RuleInfo
{
    QString id;
    Severity severity = Severity::Should;
    QString clause; ///< "JIS X 8341-3:2016 1.1.1 (A)", or where else the rule comes from
    QString titleJa;
    QString titleEn;
    QString whyJa; ///< whom it hurts when the rule is broken, one sentence
    QString whyEn;
    bool enabled = true;
    Weight shipped = {};    ///< the weight before the site decided otherwise
    bool isDecided = false; ///< by the site: counts more than the weights of single words

    Weight weight() const { return enabled ? Weight(severity) : Weight(); }
    /// A must of ours is the law or a broken page: only an exception with a reason lets it pass.
    bool isFixed() const { return shipped == Severity::Must; }
};

/// A character that older systems show differently or screen readers leave out.
struct DependentCharacter
{
    Severity severity = Severity::Ask;
    QString replacement; ///< how to write it instead
    QString group;       ///< 「囲み数字」
};

/// A spelling that the site writes otherwise.
struct Term
{
    QRegularExpression find;
    QString replacement; ///< may use \1
    QString reason;
    QString written = {}; ///< the plain word that was looked for; empty for patterns
};

struct Limits
{
    int titleLength = 40; ///< characters
    int descriptionShortest = 20;
    int descriptionLongest = 120;
    int thinPage = 100; ///< characters of its own below which a page is thin
    int altLongest = 120;
};

/// Word lists and figures that the rules use.
struct Words
{
    QSet<QString> linkTexts;   ///< link texts that say nothing of the target
    QSet<QString> altTexts;    ///< alternative texts that say nothing of the picture
    QSet<QString> spacedWords; ///< two characters that are spread by spaces: 日時
    QStringList offices;       ///< words by which a telephone number is known to be an office's
    QStringList sensory;       ///< phrases that need eyes or colours to follow
    QHash<char32_t, DependentCharacter> characters;
    QList<Term> terms;
    QStringList rightWords; ///< in these no term is looked for
    Limits limits;
};

/// All rules as data (resources/rules): names, severities, clauses, word lists. Immutable; any
/// thread may read it.
class RuleBook
{
public:
    using Ptr = std::shared_ptr<const RuleBook>;

    /// Reads rules.json, words.json, characters.json and terms.json of a folder. Corrupt, with the
    /// file's name, when one is malformed.
    static Result<Ptr> load(const QString &folder);
    static Result<Ptr> builtIn();

    /// The same as a site decided. Invalid for an unknown rule, and for a must that is to weigh
    /// less (RuleInfo::isFixed).
    Result<Ptr> with(const Decisions &decisions) const;

    const QList<RuleInfo> &rules() const { return m_rules; }
    /// The rule, or one that only has the id when there is no data for it.
    RuleInfo info(const QString &id) const;
    const RuleInfo *find(const QString &id) const;
    const Words &words() const { return m_words; }

private:
    Result<void> readRules(const QString &file);

    QList<RuleInfo> m_rules;
    QHash<QString, qsizetype> m_byId;
    Words m_words;
};

} // namespace kakehashi::check
