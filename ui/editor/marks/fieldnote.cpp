#include "ui/editor/marks/fieldnote.h"

#include "ui/check/findingtext.h"
#include "ui/shell/column.h"
#include "ui/shell/mark.h"
#include "ui/style/style.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace kakehashi::ui {

FieldNote::FieldNote(QWidget *parent) : QWidget(parent), m_lines(new QVBoxLayout(this))
{
    m_lines->setContentsMargins(0, style::hairGap, 0, style::hairGap);
    m_lines->setSpacing(style::hairGap);
    hide();
}

void FieldNote::show(const check::Findings &findings, const QStringList &texts)
{
    // Rebuilding under a hand that reaches for the button would be unkind.
    if (m_findings == findings && m_texts == texts)
        return;
    m_findings = findings;
    m_texts = texts;
    clearLayout(m_lines);
    for (qsizetype i = 0; i < findings.size(); ++i)
        addLine(findings.at(i), texts.value(i));
    setVisible(!findings.isEmpty());
}

void FieldNote::addLine(const check::Finding &finding, const QString &text)
{
    auto *sign = new QLabel(this);
    sign->setPixmap(mark(severityIcon(finding.issue.severity),
                         severityColor(finding.issue.severity), style::margin));
    auto *words = new QLabel(text, this);
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    words->setToolTip(findingHtml(finding, false));
    words->setAccessibleName(
        tr("%1: %2", "severity, problem").arg(severityText(finding.issue.severity), text));
    auto *line = new QHBoxLayout;
    line->setSpacing(style::gap);
    line->addWidget(sign);
    line->addWidget(words, 1);
    if (finding.fix) {
        auto *mend = new QToolButton(this);
        mend->setText(finding.fix->label);
        mend->setObjectName(QStringLiteral("mend"));
        mend->setAccessibleDescription(text);
        connect(mend, &QToolButton::clicked, this,
                [this, finding] { Q_EMIT mendRequested(finding); });
        line->addWidget(mend);
    }
    m_lines->addLayout(line);
}

check::Findings findingsIn(const check::Findings &findings, const QString &part)
{
    check::Findings found;
    for (const check::Finding &finding : findings) {
        if (finding.part == part || finding.part.startsWith(part + u'/'))
            found.append(finding);
    }
    return found;
}

} // namespace kakehashi::ui
