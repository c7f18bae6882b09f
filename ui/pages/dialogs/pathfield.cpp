#include "ui/pages/dialogs/pathfield.h"

#include "content/page/pagerepository.h"
#include "security/pathguard.h"
#include "ui/style/style.h"

#include <QLabel>
#include <QLineEdit>
#include <QStyle>
#include <QVBoxLayout>

namespace kakehashi::ui {

PathField::PathField(content::PageRepository &pages, const Ulid &page, QWidget *parent)
    : QWidget(parent)
    , m_pages(pages)
    , m_page(page)
    , m_line(new QLineEdit(this))
    , m_problem(new QLabel(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(style::hairGap);
    layout->addWidget(m_line);
    layout->addWidget(m_problem);
    m_line->setAccessibleName(tr("Path"));
    m_line->setPlaceholderText(QStringLiteral("/award/2025/"));
    m_problem->setWordWrap(true);
    setFocusProxy(m_line);
    connect(m_line, &QLineEdit::textChanged, this, &PathField::judge);
    connect(m_line, &QLineEdit::textEdited, this, &PathField::edited);
    judge();
}

QString PathField::path() const
{
    QString path = m_line->text().trimmed();
    if (!path.startsWith(u'/'))
        path.prepend(u'/');
    if (!path.endsWith(u'/'))
        path.append(u'/');
    return path;
}

void PathField::setPath(const QString &path)
{
    m_line->setText(path);
    judge();
}

QString PathField::problem() const
{
    return m_isGood ? QString() : m_problem->text();
}

void PathField::judge()
{
    QString problem;
    if (const auto checked = security::checkPagePath(path()); !checked) {
        problem = checked.error().text;
    } else if (const auto other = m_pages.byPath(path()); other && other->id != m_page) {
        const auto holder = m_pages.working(other->id);
        problem = tr("“%1” has this path already.").arg(holder ? holder->content.title : path());
    }
    m_isGood = problem.isEmpty();
    m_problem->setText(m_isGood ? path() : problem);
    m_problem->setProperty("role", m_isGood ? QStringLiteral("muted") : QStringLiteral("danger"));
    m_line->setProperty("invalid", !m_isGood);
    m_line->setAccessibleDescription(problem);
    for (QWidget *widget : {static_cast<QWidget *>(m_line), static_cast<QWidget *>(m_problem)}) {
        widget->style()->unpolish(widget);
        widget->style()->polish(widget);
    }
    Q_EMIT judged();
}

} // namespace kakehashi::ui
