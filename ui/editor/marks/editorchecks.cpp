#include "ui/editor/marks/editorchecks.h"

#include "check/fixes.h"
#include "check/source/pagetexts.h"
#include "ui/editing/document.h"
#include "ui/editor/forms/detailsform.h"
#include "ui/editor/forms/headerbar.h"
#include "ui/editor/forms/publishform.h"
#include "ui/editor/issuestrip.h"
#include "ui/editor/marks/fieldnote.h"
#include "ui/editor/marks/textmarks.h"
#include "ui/editor/text/markdownedit.h"
#include "ui/shell/actions.h"
#include "ui/shell/session.h"
#include "ui/shell/text/kindtext.h"

#include <QAction>

#include <algorithm>

namespace kakehashi::ui {
namespace {

bool isOfText(const check::Finding &finding)
{
    return finding.part == QLatin1String("body");
}

bool isOfPublishing(const check::Finding &finding)
{
    return finding.part.startsWith(QLatin1String("seo/"));
}

bool isOfDetails(const check::Finding &finding)
{
    return !finding.part.isEmpty() && finding.part != QLatin1String("title") &&
           !isOfText(finding) && !isOfPublishing(finding);
}

/// Sets one of the document's texts, as typing there would.
void setPart(Document &document, const check::Finding &finding, const content::Kind &kind)
{
    content::PageContent mended = check::applyFixes(document.content(), {*finding.fix});
    const QString &part = finding.part;
    document.endTyping();
    if (part == QLatin1String("title"))
        document.setTitle(mended.title);
    else if (part == QLatin1String("summary"))
        document.setSummary(mended.summary);
    else if (part.startsWith(QLatin1String("seo/")))
        document.setSeo(mended.seo);
    else if (part.startsWith(QLatin1String("fields/"))) {
        const QString name = part.section(u'/', 1, 1);
        const auto field =
            std::find_if(kind.fields.cbegin(), kind.fields.cend(),
                         [&name](const content::Field &each) { return each.name == name; });
        document.setField(name, mended.fields.value(name),
                          field == kind.fields.cend() ? name : labelOf(*field));
    }
    document.endTyping();
}

} // namespace

EditorChecks::EditorChecks(Session &session, const Places &places, QObject *parent)
    : QObject(parent), m_session(session), m_places(places), m_marks(new TextMarks(places.text))
{
    connect(&session, &Session::findingsChanged, this, &EditorChecks::show);
    connect(&session, &Session::currentPageChanged, this, &EditorChecks::show);
    connect(&session, &Session::gotoFindingRequested, this, &EditorChecks::goTo);
    connect(places.details, &DetailsForm::rebuilt, this, &EditorChecks::show);
    connect(places.strip, &IssueStrip::chosen, this, &EditorChecks::goTo);
    connect(places.strip, &IssueStrip::stepRequested, this, &EditorChecks::step);
    connect(places.strip, &IssueStrip::mendRequested, this, &EditorChecks::mend);
    connect(places.header, &HeaderBar::mendRequested, this, &EditorChecks::mend);
    connect(places.details, &DetailsForm::mendRequested, this, &EditorChecks::mend);
    connect(places.publish, &PublishForm::mendRequested, this, &EditorChecks::mend);
    connect(m_marks, &TextMarks::mendRequested, this, &EditorChecks::mend);
    connect(m_marks, &TextMarks::mendAllRequested, this, &EditorChecks::mendAll);
    connectActions();
}

void EditorChecks::connectActions()
{
    const auto connectTo = [this](const char *id, auto run) {
        if (QAction *action = m_session.actions().action(QLatin1String(id)))
            connect(action, &QAction::triggered, this, run);
    };
    connectTo("check.next", [this] { step(false); });
    connectTo("check.previous", [this] { step(true); });
    connectTo("check.mend", [this] {
        Q_EMIT textRequested();
        m_marks->showMenu();
    });
}

/// What this page's editor can do something about; what the theme does wrong stands in the list
/// of the whole site.
check::Findings EditorChecks::shown() const
{
    check::Findings findings = m_session.findings();
    findings.removeIf([](const check::Finding &finding) { return finding.fromTheme; });
    return findings;
}

check::Findings EditorChecks::outsideText() const
{
    check::Findings findings = shown();
    findings.removeIf(isOfText);
    return findings;
}

void EditorChecks::show()
{
    const check::Findings findings = shown();
    const Document *document = m_session.currentDocument();
    const content::Kind kind =
        document ? content::kindNamed(m_session.kinds(), document->page().kind) : content::Kind();
    m_marks->show(findings);
    m_places.strip->showFindings(kind, findings);
    m_places.header->showFindings(findings);
    m_places.details->showFindings(findings);
    m_places.publish->showFindings(findings);
    const auto count = [&findings](auto is) {
        return static_cast<int>(std::count_if(findings.cbegin(), findings.cend(), is));
    };
    Q_EMIT counted(count(isOfDetails), count(isOfPublishing));
}

void EditorChecks::goTo(const check::Finding &finding)
{
    m_last = finding;
    m_places.strip->select(finding);
    if (isOfPublishing(finding)) {
        Q_EMIT publishRequested();
        m_places.publish->focusPart(finding.part);
    } else if (isOfDetails(finding)) {
        Q_EMIT detailsRequested();
        m_places.details->focusPart(finding.part);
    } else if (finding.part == QLatin1String("title")) {
        m_places.header->focusTitle();
    } else if (isOfText(finding)) {
        Q_EMIT textRequested();
        m_marks->goTo(finding);
    } else {
        m_places.strip->setFocus(); // the page as a whole: it stands in the strip only
    }
}

/// Through the text from the caret on, then through the fields, and round again.
void EditorChecks::step(bool backward)
{
    const check::Findings fields = outsideText();
    const qsizetype at = fields.indexOf(m_last);
    const bool inText = m_places.text->hasFocus() || at < 0;
    const qsizetype last = fields.size() - 1;
    if (inText) {
        if (const auto next = m_marks->next(backward))
            return goTo(*next);
        if (!fields.isEmpty())
            return goTo(fields.at(backward ? last : 0));
    } else if (backward ? at > 0 : at < last) {
        return goTo(fields.at(backward ? at - 1 : at + 1));
    }
    m_places.text->moveCursor(backward ? QTextCursor::End : QTextCursor::Start);
    const auto first = m_marks->next(backward);
    if (first)
        goTo(*first);
    else if (!fields.isEmpty())
        goTo(fields.at(backward ? last : 0));
}

void EditorChecks::mend(const check::Finding &finding)
{
    mendTogether({finding});
}

void EditorChecks::mendAll(const QString &rule)
{
    check::Findings all = shown();
    all.removeIf([&rule](const check::Finding &finding) {
        return finding.issue.rule != rule || !finding.fix;
    });
    mendTogether(all);
}

void EditorChecks::mendTogether(const check::Findings &findings)
{
    Document *document = m_session.currentDocument();
    if (!document || findings.isEmpty() || !findings.constFirst().fix)
        return;
    if (std::all_of(findings.cbegin(), findings.cend(), isOfText))
        return m_marks->mend(findings);
    if (findings.size() == 1)
        return setPart(*document, findings.constFirst(),
                       content::kindNamed(m_session.kinds(), document->page().kind));
    QList<check::Fix> fixes;
    for (const check::Finding &finding : findings)
        fixes.append(*finding.fix);
    document->replaceContent(check::applyFixes(document->content(), fixes), tr("Mend"));
}

} // namespace kakehashi::ui
