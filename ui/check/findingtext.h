#pragma once

#include "check/finding.h"
#include "check/rulebook.h"
#include "content/kind.h"

#include <QColor>
#include <QString>

namespace kakehashi::ui {

// How findings read in the window, in its language.

/// The rules that came with the program; read once. Empty (and said in the log) when the resources
/// are damaged.
const check::RuleBook::Ptr &ruleBook();

QString ruleTitle(const QString &rule); ///< 「日付の書き方」; the id when nothing is known of it
QString ruleWhy(const QString &rule); ///< whom it hurts; may be empty

QString severityText(Severity severity); ///< 「必須」
QString severityIcon(Severity severity); ///< a name for style::icon
QColor severityColor(Severity severity);

/// 「題名」, 「会場」, 「プログラム 2行目 題名」; empty for the body and for the page as a whole.
QString partText(const content::Kind &kind, const QString &part);

/// 「12行目: …」 or 「題名: …」: where it is and what it is, on one line.
QString placedText(const content::Kind &kind, const check::Finding &finding);

/// What, why and how to mend it, as rich text for tooltips and panels. `withKeys` adds by which
/// keys it is mended in the editor.
QString findingHtml(const check::Finding &finding, bool withKeys);

/// 「必須 2 · 推奨 3 · 確認 1」, without those that are none.
QString countText(const check::Findings &findings);

} // namespace kakehashi::ui
