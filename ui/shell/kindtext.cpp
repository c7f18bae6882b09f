#include "ui/shell/kindtext.h"

#include <QLocale>

namespace kakehashi::ui {

namespace {

QString chosen(const QString &japanese, const QString &english)
{
    const bool isJapanese = QLocale().language() == QLocale::Japanese;
    return isJapanese || english.isEmpty() ? japanese : english;
}

} // namespace

QString labelOf(const content::Kind &kind)
{
    return chosen(kind.label, kind.labelEn);
}

QString labelOf(const content::Field &field)
{
    return chosen(field.label, field.labelEn);
}

} // namespace kakehashi::ui
