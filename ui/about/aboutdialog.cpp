#include "ui/about/aboutdialog.h"

#include "ui/help/guidetext.h"
#include "ui/help/helplibrary.h"
#include "ui/shell/feature.h"
#include "ui/style/style.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QLabel>
#include <QSysInfo>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace kakehashi::ui {

AboutDialog::AboutDialog(QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("About Kakehashi"));
    resize(640, 560);
    auto *name = new QLabel(tr("Kakehashi %1").arg(QStringLiteral(KAKEHASHI_VERSION)), this);
    style::markHeading(name);
    auto *what = new QLabel(tr("A bridge between a prefecture, its contractor and its residents: "
                               "edit a public portal here, publish it safely."),
                            this);
    what->setWordWrap(true);
    auto *system = new QLabel(tr("MIT licence  ·  Qt %1  ·  %2")
                                  .arg(QLatin1String(qVersion()), QSysInfo::prettyProductName()),
                              this);
    style::markMuted(system);
    system->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *notices = new QTextBrowser(this);
    notices->setAccessibleName(tr("Licences and notices"));
    notices->setOpenExternalLinks(true);
    showGuideText(*notices, helpText(QStringLiteral("third-party")));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(style::margin, style::margin, style::margin, style::margin);
    layout->setSpacing(style::gap);
    layout->addWidget(name);
    layout->addWidget(what);
    layout->addWidget(system);
    layout->addWidget(notices, 1);
    layout->addWidget(buttons);
}

void registerAbout(Registry &registry)
{
    registry.actions().add({.id = QStringLiteral("help.about"),
                            .text = AboutDialog::tr("&About Kakehashi"),
                            .icon = QStringLiteral("info"),
                            .menu = MenuPlace::Help,
                            .order = 20,
                            .needsSite = false,
                            .run = [](const ActionContext &context) {
                                auto *dialog = new AboutDialog(context.window);
                                dialog->setAttribute(Qt::WA_DeleteOnClose);
                                dialog->open();
                            }});
}

} // namespace kakehashi::ui
