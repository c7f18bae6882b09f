#pragma once

#include <QList>
#include <QString>

namespace kakehashi::ui {

/// A named block as the insert menu offers it.
struct BlockTemplate
{
    QString name;  ///< "notice", as in `::: notice`
    QString label; ///< translated
    QString text;  ///< ¦…¦ marks what is selected after inserting; Japanese, as it is page text
};

QList<BlockTemplate> blockTemplates();

} // namespace kakehashi::ui
