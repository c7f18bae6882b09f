#pragma once

#include "check/finding.h"

#include <QObject>
#include <QTimer>

namespace kakehashi::ui {

class DetailsForm;
class HeaderBar;
class IssueStrip;
class MarkdownEdit;
class PublishForm;
class Session;
class TextMarks;

/// Brings what the check finds to where it is mended: marks in the text, notes at the fields, the
/// strip below, and the keys that go from one to the next.
class EditorChecks final : public QObject
{
    Q_OBJECT

public:
    struct Places
    {
        MarkdownEdit *text;
        IssueStrip *strip;
        HeaderBar *header;
        DetailsForm *details;
        PublishForm *publish;
    };

    EditorChecks(Session &session, const Places &places, QObject *parent);

    void goTo(const check::Finding &finding);
    void step(bool backward);
    void mend(const check::Finding &finding);
    void mendAll(const QString &rule); ///< of the open page, as one edit

Q_SIGNALS:
    void textRequested(); ///< the tab that holds it
    void detailsRequested();
    void publishRequested();
    void counted(int details, int publish); ///< findings on the other tabs

private:
    void show();
    void connectActions();
    void mendTogether(const check::Findings &findings);
    check::Findings shown() const;
    check::Findings outsideText() const;

    Session &m_session;
    Places m_places;
    TextMarks *m_marks;
    check::Finding m_last; ///< that a step came to
};

} // namespace kakehashi::ui
