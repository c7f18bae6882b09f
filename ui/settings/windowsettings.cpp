#include "ui/settings/windowsettings.h"

#include "ui/shell/text/language.h"
#include "ui/shell/text/person.h"
#include "ui/style/appearance.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>

namespace kakehashi::ui {

namespace {

QComboBox *makeLanguages(QWidget *parent)
{
    auto *box = new QComboBox(parent);
    box->addItem(WindowSettings::tr("As the system"), QString());
    box->addItem(QStringLiteral("日本語"), QStringLiteral("ja"));
    box->addItem(QStringLiteral("English"), QStringLiteral("en"));
    box->setCurrentIndex(std::max(0, box->findData(languageSetting.value())));
    QObject::connect(box, &QComboBox::activated, box, [box] {
        languageSetting.set(box->currentData().toString());
        installLanguage();
    });
    return box;
}

QComboBox *makeAppearances(QWidget *parent)
{
    using style::Appearance;
    auto *box = new QComboBox(parent);
    const std::pair<QString, Appearance> choices[] = {
        {WindowSettings::tr("As the system"), Appearance::System},
        {WindowSettings::tr("Light"), Appearance::Light},
        {WindowSettings::tr("Dark"), Appearance::Dark},
    };
    for (const auto &[text, appearance] : choices)
        box->addItem(text, QVariant::fromValue(appearance));
    box->setCurrentIndex(static_cast<int>(style::chosenAppearance()));
    QObject::connect(box, &QComboBox::activated, box,
                     [box] { style::chooseAppearance(box->currentData().value<Appearance>()); });
    return box;
}

} // namespace

WindowSettings::WindowSettings(QWidget *parent) : QWidget(parent)
{
    auto *name = new QLineEdit(personName(), this);
    name->setMaximumWidth(280);
    connect(name, &QLineEdit::editingFinished, this,
            [name] { personSetting.set(name->text().trimmed()); });
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(tr("&Your name in the history"), name);
    form->addRow(tr("&Language"), makeLanguages(this));
    form->addRow(tr("&Appearance"), makeAppearances(this));
}

} // namespace kakehashi::ui
