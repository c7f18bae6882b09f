#include "ui/pages/dialogs/newpagedialog.h"

#include "security/pathguard.h"
#include "ui/pages/dialogs/pathfield.h"
#include "ui/shell/text/kindtext.h"
#include "ui/style/style.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace kakehashi::ui {

NewPageDialog::NewPageDialog(content::PageRepository &pages, const QList<content::Kind> &kinds,
                             const QDate &today, QWidget *parent)
    : QDialog(parent)
    , m_pages(pages)
    , m_kinds(kinds)
    , m_today(today)
    , m_kind(new QComboBox(this))
    , m_title(new QLineEdit(this))
    , m_path(new PathField(pages, {}, this))
{
    setWindowTitle(tr("New page"));
    setMinimumWidth(480);
    // Home and the not-found page are one each and come with the site.
    m_kinds.removeIf([](const content::Kind &each) {
        return each.name == QLatin1String("home") || each.name == QLatin1String("notfound");
    });
    for (const content::Kind &each : std::as_const(m_kinds))
        m_kind->addItem(labelOf(each), each.name);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_make = buttons->addButton(tr("Make the page"), QDialogButtonBox::AcceptRole);
    m_make->setDefault(true);
    style::markPrimary(m_make);

    auto *form = new QFormLayout(this);
    form->setContentsMargins(24, 24, 24, style::margin);
    form->setVerticalSpacing(style::gap);
    form->addRow(tr("&Kind"), m_kind);
    form->addRow(tr("&Title"), m_title);
    form->addRow(tr("&Path"), m_path);
    form->addRow(buttons);
    m_title->setFocus();

    connect(m_kind, &QComboBox::currentIndexChanged, this, &NewPageDialog::proposePath);
    connect(m_title, &QLineEdit::textChanged, this, &NewPageDialog::proposePath);
    connect(m_path, &PathField::edited, this, [this] { m_pathChosen = true; });
    connect(m_path, &PathField::judged, this, &NewPageDialog::judge);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    setKind(QStringLiteral("page"));
    proposePath();
}

void NewPageDialog::setKind(const QString &name)
{
    m_kind->setCurrentIndex(std::max(0, m_kind->findData(name)));
}

const content::Kind &NewPageDialog::kind() const
{
    return content::kindNamed(m_kinds, m_kind->currentData().toString());
}

content::NewPage NewPageDialog::page() const
{
    content::NewPage page{.kind = kind().name, .path = m_path->path()};
    page.content.title = m_title->text().trimmed();
    if (kind().dated)
        page.content.date = m_today;
    return page;
}

void NewPageDialog::proposePath()
{
    if (!m_pathChosen) {
        const QString prefix =
            kind().pathPrefix.isEmpty() ? QStringLiteral("/") : kind().pathPrefix;
        const QString segment = kind().dated ? security::datedSegment(m_title->text(), m_today)
                                             : security::safeSegment(m_title->text(), kind().name);
        m_path->setPath(freePath(prefix + segment));
    }
    judge();
}

QString NewPageDialog::freePath(const QString &wanted) const
{
    QString path = wanted + u'/';
    for (int number = 2; m_pages.byPath(path); ++number)
        path = QStringLiteral("%1-%2/").arg(wanted).arg(number);
    return path;
}

void NewPageDialog::judge()
{
    m_make->setEnabled(m_path->isGood() && !m_title->text().trimmed().isEmpty());
}

} // namespace kakehashi::ui
