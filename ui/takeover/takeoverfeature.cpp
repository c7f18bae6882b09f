#include "ui/takeover/takeoverfeature.h"

#include "ui/shell/session.h"
#include "ui/takeover/exportdialog.h"
#include "ui/takeover/importdialog.h"

#include <QCoreApplication>
#include <QFileDialog>

namespace kakehashi::ui {

namespace {

struct TakeoverFeature
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::ui::TakeoverFeature)

public:
    static void takeIn(const ActionContext &context);
    static void exportSite(const ActionContext &context);
};

void TakeoverFeature::takeIn(const ActionContext &context)
{
    auto *dialog = new ImportDialog(*context.session, context.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void TakeoverFeature::exportSite(const ActionContext &context)
{
    if (const auto saved = context.session->saveAll(); !saved)
        return context.session->showError(saved.error());
    auto *chooser = new QFileDialog(context.window, tr("A new or an empty folder"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::Directory);
    chooser->setOption(QFileDialog::ShowDirsOnly);
    chooser->setAcceptMode(QFileDialog::AcceptOpen);
    QObject::connect(chooser, &QFileDialog::fileSelected, context.session,
                     [session = context.session, window = context.window](const QString &folder) {
                         auto *dialog = new ExportDialog(*session, folder, window);
                         dialog->setAttribute(Qt::WA_DeleteOnClose);
                         dialog->open();
                     });
    chooser->open();
}

} // namespace

void registerTakeover(Registry &registry)
{
    registry.actions().add({.id = QStringLiteral("takeover.import"),
                            .text = TakeoverFeature::tr("&Take in a folder…"),
                            .menu = MenuPlace::File,
                            .order = 40,
                            .run = TakeoverFeature::takeIn});
    registry.actions().add({.id = QStringLiteral("takeover.export"),
                            .text = TakeoverFeature::tr("&Export the whole site…"),
                            .menu = MenuPlace::File,
                            .order = 41,
                            .run = TakeoverFeature::exportSite});
}

} // namespace kakehashi::ui
