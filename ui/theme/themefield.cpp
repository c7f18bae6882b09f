#include "ui/theme/themefield.h"

#include "base/visibletext.h"
#include "ui/shell/background.h"
#include "ui/shell/session.h"
#include "ui/style/style.h"
#include "ui/theme/renewdialog.h"
#include "workspace/layout.h"

#include <QComboBox>
#include <QDesktopServices>
#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

namespace kakehashi::ui {

namespace layout = workspace::layout;

ThemeField::ThemeField(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_choice(new QComboBox(this))
    , m_renew(new QPushButton(tr("Renew…"), this))
    , m_open(new QPushButton(tr("Open its folder"), this))
    , m_note(new QLabel(this))
{
    const QList<workspace::BuiltInTheme> themes = workspace::builtInThemes();
    for (const workspace::BuiltInTheme &theme : themes) {
        m_choice->addItem(visible(theme.name), theme.id);
        m_choice->setItemData(m_choice->count() - 1, theme.description, Qt::ToolTipRole);
    }
    m_choice->setObjectName(QStringLiteral("theme"));
    m_choice->setAccessibleName(tr("Theme"));
    m_note->setWordWrap(true);
    style::markMuted(m_note);
    auto *row = new QHBoxLayout;
    row->setSpacing(style::gap);
    row->addWidget(m_choice);
    row->addWidget(m_renew);
    row->addWidget(m_open);
    row->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(style::hairGap);
    column->addLayout(row);
    column->addWidget(m_note);
    setFocusProxy(m_choice);
    connect(m_choice, &QComboBox::activated, this, &ThemeField::use);
    connect(m_renew, &QPushButton::clicked, this, &ThemeField::askToRenew);
    connect(m_open, &QPushButton::clicked, this, &ThemeField::openFolder);
    look();
}

void ThemeField::look()
{
    runInBackground(
        m_worker, this,
        [folder = layout::themeIn(m_session.workspace().folder())] {
            return workspace::themeNews(folder);
        },
        [this](const Result<workspace::ThemeNews> &news) {
            m_renew->setVisible(news && news->isAny());
            if (!news)
                return;
            m_news = *news;
            m_choice->setCurrentIndex(m_choice->findData(m_news.theme.id));
            m_note->setText(m_news.isAny()
                                ? tr("The program has a newer version of this theme.")
                                : tr("Edit templates and styles in its folder with any editor; the "
                                     "preview follows each time you save."));
        });
}

void ThemeField::use()
{
    const QString id = m_choice->currentData().toString();
    if (id == m_news.theme.id)
        return;
    run(
        [id](const QString &folder, const QString &backups) {
            return workspace::changeTheme(folder, id, backups, Clock::system());
        },
        tr("The site has the theme %1 now.").arg(m_choice->currentText()));
}

void ThemeField::askToRenew()
{
    auto *dialog = new RenewDialog(m_news, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        run(
            [news = dialog->news()](const QString &folder, const QString &backups) {
                return workspace::renewTheme(folder, news, backups, Clock::system());
            },
            tr("The theme is renewed."));
    });
    dialog->open();
}

void ThemeField::run(const Work &work, const QString &done)
{
    const QString site = m_session.workspace().folder();
    runInBackground(
        m_worker, this,
        [work, folder = layout::themeIn(site), backups = layout::backupsIn(site)] {
            return work(folder, backups);
        },
        [this, done](const Result<QString> &old) {
            look();
            if (!old)
                return m_session.showError(old.error());
            m_session.announceSiteChange();
            // The message may outlive this panel.
            const auto back = [field = QPointer(this), path = *old] {
                if (field)
                    field->run(
                        [path](const QString &folder, const QString &backups) {
                            return workspace::restoreTheme(folder, path, backups, Clock::system());
                        },
                        tr("The former theme is back."));
            };
            m_session.showMessage({.level = Message::Level::Success,
                                   .text = done,
                                   .actionText = tr("Undo"),
                                   .action = back});
        });
}

void ThemeField::openFolder()
{
    QDesktopServices::openUrl(QUrl::fromLocalFile(layout::themeIn(m_session.workspace().folder())));
}

} // namespace kakehashi::ui
