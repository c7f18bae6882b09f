#include "ui/check/list/filterbar.h"

#include "ui/check/findingtext.h"
#include "ui/shell/foldingrow.h"
#include "ui/shell/setting.h"
#include "ui/style/style.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>

namespace kakehashi::ui {
namespace {

const Setting<QStringList> shownSetting{"check/shown",
                                        {QStringLiteral("must"), QStringLiteral("should"),
                                         QStringLiteral("ask"), QStringLiteral("excepted")}};
const Setting<QString> ruleSetting{"check/rule"};

} // namespace

FilterBar::FilterBar(QWidget *parent)
    : QWidget(parent), m_rules(new QComboBox(this)), m_words(new QLineEdit(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(2 * style::margin, 0, 2 * style::margin, style::gap);
    layout->setSpacing(style::gap);
    m_musts = addToggle("must", QStringLiteral("error"), severityText(Severity::Must));
    m_shoulds = addToggle("should", QStringLiteral("warning"), severityText(Severity::Should));
    m_asks = addToggle("ask", QStringLiteral("help"), severityText(Severity::Ask));
    m_excepted = addToggle("excepted", QStringLiteral("approve"), tr("Exceptions"));
    m_rules->setAccessibleName(tr("Rule"));
    m_rules->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_rules->setMinimumContentsLength(14); // titles of rules are sentences
    m_rules->addItem(tr("All rules"), QString());
    // A rule chosen last time is there before the first check says that it has findings.
    if (const QString rule = ruleSetting.value(); !rule.isEmpty()) {
        m_rules->addItem(ruleTitle(rule), rule);
        m_rules->setCurrentIndex(1);
    }
    m_words->setPlaceholderText(tr("Filter by words or page"));
    m_words->setAccessibleName(m_words->placeholderText());
    m_words->setClearButtonEnabled(true);
    m_words->setFixedWidth(220); // what it is for can be read
    layout->addWidget(headRow(this, {m_musts, m_shoulds, m_asks, m_excepted}, {m_rules, m_words}));
    connect(m_rules, &QComboBox::currentIndexChanged, this, &FilterBar::remember);
    connect(m_words, &QLineEdit::textChanged, this, &FilterBar::changed);
}

QToolButton *FilterBar::addToggle(const char *name, const QString &icon, const QString &text)
{
    auto *toggle = new QToolButton(this);
    toggle->setObjectName(QLatin1String(name));
    toggle->setCheckable(true);
    toggle->setIcon(style::icon(icon));
    toggle->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    toggle->setProperty("name", text);
    toggle->setText(text);
    toggle->setChecked(shownSetting.value().contains(QLatin1String(name)));
    connect(toggle, &QToolButton::toggled, this, &FilterBar::remember);
    return toggle;
}

void FilterBar::remember()
{
    QStringList shown;
    for (const QToolButton *toggle : {m_musts, m_shoulds, m_asks, m_excepted}) {
        if (toggle->isChecked())
            shown << toggle->objectName();
    }
    shownSetting.set(shown);
    ruleSetting.set(m_rules->currentData().toString());
    Q_EMIT changed();
}

FindingFilter FilterBar::filter() const
{
    return {.musts = m_musts->isChecked(),
            .shoulds = m_shoulds->isChecked(),
            .asks = m_asks->isChecked(),
            .excepted = m_excepted->isChecked(),
            .rule = m_rules->currentData().toString(),
            .words = m_words->text()};
}

void FilterBar::showCounts(const QList<FindingRow> &rows, const QHash<QString, int> &byRule)
{
    std::array<int, 4> counts{};
    for (const FindingRow &row : rows)
        ++counts[row.exception ? 3 : static_cast<size_t>(row.finding.issue.severity)];
    size_t at = 0;
    for (QToolButton *toggle : {m_musts, m_shoulds, m_asks, m_excepted})
        toggle->setText(QStringLiteral("%1 %2").arg(toggle->property("name").toString(),
                                                    QLocale().toString(counts[at++])));
    m_excepted->setVisible(counts[3] > 0);
    const QString chosen = m_rules->currentData().toString();
    const QSignalBlocker quiet(m_rules);
    QStringList rules = byRule.keys();
    if (!chosen.isEmpty() && !rules.contains(chosen))
        rules << chosen;
    std::sort(rules.begin(), rules.end(), [](const QString &a, const QString &b) {
        return ruleTitle(a).localeAwareCompare(ruleTitle(b)) < 0;
    });
    m_rules->clear();
    m_rules->addItem(tr("All rules"), QString());
    for (const QString &rule : std::as_const(rules))
        m_rules->addItem(tr("%1 (%2)", "rule, count").arg(ruleTitle(rule)).arg(byRule.value(rule)),
                         rule);
    m_rules->setCurrentIndex(std::max(0, m_rules->findData(chosen)));
}

} // namespace kakehashi::ui
