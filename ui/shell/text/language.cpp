#include "ui/shell/text/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace kakehashi::ui {

namespace {

QLocale chosenLocale()
{
    const QString chosen = languageSetting.value();
    return chosen.isEmpty() ? QLocale::system() : QLocale(chosen);
}

// One translator is exchanged for another: two languages at once would mix where one has gaps.
void replaceTranslator(const QLocale &locale, const QString &name, const QString &folder)
{
    const QString objectName = QStringLiteral("translator-") + name;
    const auto old = QCoreApplication::instance()->findChild<QTranslator *>(objectName);
    if (old) {
        QCoreApplication::removeTranslator(old);
        delete old;
    }
    if (locale.language() == QLocale::English)
        return;
    auto *translator = new QTranslator(QCoreApplication::instance());
    translator->setObjectName(objectName);
    if (translator->load(locale, name, QStringLiteral("_"), folder))
        QCoreApplication::installTranslator(translator);
}

} // namespace

void installLanguage()
{
    const QLocale locale = chosenLocale();
    QLocale::setDefault(locale);
    replaceTranslator(locale, QStringLiteral("qtbase"),
                      QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    replaceTranslator(locale, QStringLiteral("kakehashi"), QStringLiteral(":/translations"));
}

} // namespace kakehashi::ui
