#include "ui/seo/looksview.h"

#include "ui/seo/resultcard.h"
#include "ui/seo/seomodel.h"
#include "ui/shell/background.h"
#include "ui/shell/column.h"
#include "ui/shell/mark.h"
#include "ui/style/style.h"

#include <QButtonGroup>
#include <QImage>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace kakehashi::ui {
namespace {

constexpr int cardWidth = 520; ///< of the shared picture, as time lines show it

QLabel *sectionTitle(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    QFont font = label->font();
    font.setBold(true);
    label->setFont(font);
    return label;
}

QLabel *note(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setWordWrap(true);
    style::markMuted(label);
    return label;
}

QString hostOf(const content::SiteSettings &site)
{
    return site.url.host();
}

} // namespace

LooksView::LooksView(QWidget *parent) : QScrollArea(parent), m_content(new QWidget(this))
{
    setWidgetResizable(true);
    m_pool.setMaxThreadCount(1);
    auto *layout = new QVBoxLayout(m_content);
    layout->setContentsMargins(style::margin, 0, style::margin, 2 * style::margin);
    layout->setSpacing(style::gap);
    m_title = sectionTitle({}, m_content);
    m_title->setWordWrap(true);
    m_title->setTextFormat(Qt::PlainText);
    m_edit = new QPushButton(tr("Open the page"), m_content);
    m_edit->setObjectName(QStringLiteral("editPage"));
    connect(m_edit, &QPushButton::clicked, this, [this] {
        if (m_page)
            Q_EMIT editRequested(m_page->id);
    });
    QHBoxLayout *head = addHead(layout);
    head->addWidget(m_title, 1);
    head->addWidget(m_edit);
    m_advice = new QVBoxLayout;
    m_advice->setSpacing(style::hairGap);
    layout->addLayout(m_advice);
    layout->addSpacing(style::margin);
    makeResult(layout);
    layout->addSpacing(style::margin);
    makeShared(layout);
    layout->addStretch(1);
    setWidget(m_content);
    showNothing();
}

LooksView::~LooksView() = default;

QHBoxLayout *LooksView::addHead(QVBoxLayout *layout)
{
    auto *head = new QWidget(m_content);
    m_heads << head;
    layout->addWidget(head);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    return row;
}

/// What visitors see has the width that it has for them, and can be moved into view; buttons are in
/// view always.
void LooksView::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    for (QWidget *head : std::as_const(m_heads))
        head->setMaximumWidth(std::max(0, viewport()->width() - 2 * style::margin));
}

void LooksView::makeResult(QVBoxLayout *layout)
{
    QHBoxLayout *head = addHead(layout);
    head->addWidget(sectionTitle(tr("In search results"), m_content));
    head->addStretch(1);
    m_screens = new QButtonGroup(this);
    const auto add = [&](const QString &icon, const QString &text, reports::Screen screen) {
        auto *button = new QToolButton(m_content);
        button->setIcon(style::icon(icon));
        button->setText(text);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setCheckable(true);
        m_screens->addButton(button, static_cast<int>(screen));
        head->addWidget(button);
    };
    add(QStringLiteral("desktop"), tr("Computer"), reports::Screen::Desktop);
    add(QStringLiteral("phone"), tr("Phone"), reports::Screen::Phone);
    m_screens->button(static_cast<int>(reports::Screen::Desktop))->setChecked(true);
    connect(m_screens, &QButtonGroup::idClicked, this, &LooksView::refreshResult);
    m_result = new ResultCard(m_content);
    layout->addWidget(m_result);
    m_resultNote = note(m_content);
    layout->addWidget(m_resultNote);
}

void LooksView::makeShared(QVBoxLayout *layout)
{
    layout->addWidget(sectionTitle(tr("Where the address is shared"), m_content));
    auto *card = new QFrame(m_content);
    card->setProperty("role", QStringLiteral("card"));
    card->setFixedWidth(cardWidth + 2);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(1, 1, 1, style::gap);
    inside->setSpacing(style::hairGap);
    m_picture = new QLabel(card);
    m_picture->setFixedSize(cardWidth, cardWidth * render::Card::height / render::Card::width);
    m_picture->setAccessibleName(tr("The picture that services show"));
    inside->addWidget(m_picture);
    m_sharedHost = note(card);
    m_sharedTitle = new QLabel(card);
    m_sharedTitle->setTextFormat(Qt::PlainText);
    for (QLabel *label : {m_sharedHost, m_sharedTitle}) {
        label->setContentsMargins(style::gap, 0, style::gap, 0);
        inside->addWidget(label);
    }
    layout->addWidget(card);
}

void LooksView::showNothing()
{
    m_page.reset();
    m_content->hide();
}

void LooksView::showPage(const reports::SeoPage &page, const content::SiteSettings &site)
{
    m_page = page;
    m_site = site;
    m_title->setText(page.title.isEmpty() ? page.path : page.title);
    m_sharedHost->setText(hostOf(site));
    m_sharedTitle->setText(m_sharedTitle->fontMetrics().elidedText(page.shownTitle, Qt::ElideRight,
                                                                   cardWidth - 2 * style::gap));
    refreshAdvice();
    refreshResult();
    paintCard();
    m_content->show();
}

void LooksView::refreshAdvice()
{
    clearLayout(m_advice);
    const auto add = [this](const QString &icon, const QString &text) {
        auto *row = new QHBoxLayout;
        auto *sign = new QLabel(m_content);
        sign->setPixmap(mark(icon, markColor(icon), 16));
        auto *words = new QLabel(text, m_content);
        words->setWordWrap(true);
        row->addWidget(sign, 0, Qt::AlignTop);
        row->addWidget(words, 1);
        m_advice->addLayout(row);
    };
    for (const reports::SeoProblem problem : m_page->problems)
        add(problem == reports::SeoProblem::NoIndex || problem == reports::SeoProblem::NoPicture
                ? QStringLiteral("info")
                : QStringLiteral("warning"),
            tr("%1: %2").arg(problemText(problem), problemAdvice(problem)));
    if (m_page->problems.isEmpty())
        add(QStringLiteral("success"), tr("Nothing to improve."));
}

void LooksView::refreshResult()
{
    if (!m_page)
        return;
    const auto screen = static_cast<reports::Screen>(m_screens->checkedId());
    const reports::SearchLook look = reports::searchLook(*m_page, m_site, screen);
    m_result->show(look, screen);
    QStringList notes;
    if (look.isTitleCut)
        notes.append(tr("The title is cut off."));
    if (look.isDescriptionGuessed)
        notes.append(tr("Without a summary the beginning of the text stands here."));
    else if (look.isDescriptionCut)
        notes.append(tr("The summary is cut off."));
    notes.append(tr("Title %1, summary %2 characters.")
                     .arg(m_page->title.size())
                     .arg(m_page->description.size()));
    m_resultNote->setText(notes.join(u' '));
}

/// A few milliseconds of painting and packing, but on a slow machine more than a frame.
void LooksView::paintCard()
{
    const QString key = m_page->card.key();
    if (m_painted == key)
        return;
    m_painted = key;
    const double ratio = devicePixelRatioF();
    runInBackground(
        m_pool, this,
        [card = m_page->card, ratio] {
            QImage image = QImage::fromData(render::paintCard(card), "PNG");
            image = image.scaledToWidth(int(cardWidth * ratio), Qt::SmoothTransformation);
            image.setDevicePixelRatio(ratio);
            return image;
        },
        [this, key](const QImage &image) {
            if (key == m_painted)
                m_picture->setPixmap(QPixmap::fromImage(image));
        });
}

} // namespace kakehashi::ui
