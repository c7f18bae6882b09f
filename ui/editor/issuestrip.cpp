#include "ui/editor/issuestrip.h"

#include "ui/style/style.h"

#include <QLabel>
#include <QListWidget>
#include <QVBoxLayout>

namespace kakehashi::ui {

namespace {

constexpr int mostRows = 4;
constexpr int rowHeight = 28;

} // namespace

IssueStrip::IssueStrip(QWidget *parent)
    : QWidget(parent), m_count(new QLabel(this)), m_list(new QListWidget(this))
{
    setAttribute(Qt::WA_StyledBackground);
    setProperty("role", QStringLiteral("strip-bottom"));
    m_count->setContentsMargins(style::margin, style::hairGap, style::margin, 0);
    style::markMuted(m_count);
    m_list->setAccessibleName(tr("Problems in the text"));
    m_list->setIconSize({16, 16});
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_count);
    layout->addWidget(m_list);
    const auto choose = [this](const QListWidgetItem *item) {
        Q_EMIT chosen(item->data(Qt::UserRole).toInt());
    };
    connect(m_list, &QListWidget::itemClicked, this, choose);
    connect(m_list, &QListWidget::itemActivated, this, choose);
    hide();
}

void IssueStrip::showIssues(const Issues &issues)
{
    m_list->clear();
    for (const Issue &issue : issues) {
        const QString icon = issue.severity == Severity::Must     ? QStringLiteral("error")
                             : issue.severity == Severity::Should ? QStringLiteral("warning")
                                                                  : QStringLiteral("help");
        const QString text = issue.place.line > 0
                                 ? tr("Line %1: %2").arg(issue.place.line).arg(issue.text)
                                 : issue.text;
        auto *item = new QListWidgetItem(style::icon(icon), text, m_list);
        item->setData(Qt::UserRole, issue.place.line);
        item->setToolTip(issue.text);
    }
    const auto rows = std::min<qsizetype>(issues.size(), mostRows);
    m_list->setFixedHeight(static_cast<int>(rows) * rowHeight + style::hairGap);
    m_count->setText(tr("%n problem(s) in the text", nullptr, static_cast<int>(issues.size())));
    setVisible(!issues.isEmpty());
}

} // namespace kakehashi::ui
