#include "ui/shell/text/kindtext.h"

#include <QCoreApplication>
#include <QLocale>

namespace kakehashi::ui {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::ui::PageState)
};

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

QString stateText(content::PageState state)
{
    switch (state) {
    case content::PageState::Draft:
        return Text::tr("Draft");
    case content::PageState::Live:
        return Text::tr("Live");
    case content::PageState::Changed:
        return Text::tr("Changed");
    case content::PageState::Trashed:
        return Text::tr("In the trash");
    }
    return {};
}

} // namespace kakehashi::ui
