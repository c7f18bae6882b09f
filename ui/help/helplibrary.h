#pragma once

#include <QList>
#include <QString>

namespace kakehashi::ui {

/// One chapter of the guide: a Markdown file of resources/help, its first heading as title.
struct HelpTopic
{
    QString id; ///< file name without extension, "publishing"
    QString title;
    QString text; ///< Markdown
};

/// The guide in the language of the window, English where there is no translation. In reading
/// order.
QList<HelpTopic> helpTopics(const QString &language);

/// The chapter that explains a panel; the first one for panels without their own.
QString helpTopicOfPanel(const QString &panelId);

/// A text of resources/help that is no chapter, e.g. "third-party".
QString helpText(const QString &name);

} // namespace kakehashi::ui
