#include "ui/mainwindow/dialogs/startpage.h"

#include "base/visibletext.h"
#include "ui/mainwindow/dialogs/recentsites.h"
#include "ui/style/style.h"

#include <QDir>
#include <QFrame>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace kakehashi::ui {

namespace {

constexpr int cardWidth = 480;

QPushButton *makeChoice(const QString &text, const QString &iconName, QWidget *parent)
{
    auto *button = new QPushButton(style::icon(iconName), text, parent);
    button->setIconSize({style::iconSize, style::iconSize});
    button->setMinimumHeight(style::rowHeight);
    return button;
}

/// A site's name, and below it where it lies: two copies of a site have one name.
class RecentSite final : public QPushButton
{
public:
    RecentSite(const QString &name, const QString &place, QWidget *parent)
        : QPushButton(parent), m_name(name), m_place(place)
    {
        setFlat(true);
        setToolTip(place);
        setAccessibleName(name);
        setAccessibleDescription(place);
    }
    QSize sizeHint() const override
    {
        return {QPushButton::sizeHint().width(), 2 * fontMetrics().height() + 2 * style::gap};
    }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QPushButton::paintEvent(event); // ground and focus
        QPainter painter(this);
        const int line = fontMetrics().height();
        const int left = style::gap + style::iconSize + style::gap;
        style::icon(QStringLiteral("pages"))
            .paint(&painter, style::gap, (height() - style::iconSize) / 2, style::iconSize,
                   style::iconSize);
        QRect row(left, style::gap, width() - left - style::gap, line);
        painter.drawText(row, Qt::AlignVCenter,
                         fontMetrics().elidedText(m_name, Qt::ElideRight, row.width()));
        row.translate(0, line);
        painter.setPen(style::tokens().muted);
        painter.drawText(row, Qt::AlignVCenter,
                         fontMetrics().elidedText(m_place, Qt::ElideMiddle, row.width()));
    }

private:
    QString m_name;
    QString m_place;
};

} // namespace

StartPage::StartPage(QWidget *parent) : QWidget(parent)
{
    // Stretches instead of an alignment: only so a wrapping text gets the height it needs.
    auto *middle = new QHBoxLayout;
    middle->addStretch();
    middle->addWidget(makeCard(this));
    middle->addStretch();
    auto *outer = new QVBoxLayout(this);
    outer->addStretch(2);
    outer->addLayout(middle);
    outer->addStretch(3);
    refresh();
}

QWidget *StartPage::makeCard(QWidget *parent)
{
    auto *card = new QFrame(parent);
    card->setProperty("role", QStringLiteral("card"));
    card->setFixedWidth(cardWidth);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(32, 32, 32, 32);
    layout->setSpacing(style::gap);

    auto *heading = new QLabel(tr("Kakehashi"), card);
    style::markHeading(heading);
    auto *lead = new QLabel(tr("Edit a public portal, see it as visitors will, publish it."), card);
    lead->setWordWrap(true);
    style::markMuted(lead);
    layout->addWidget(heading);
    layout->addWidget(lead);
    layout->addSpacing(style::gap);
    layout->addWidget(m_choices = makeChoices());

    m_busy = new QLabel(card);
    style::markMuted(m_busy);
    m_busy->hide();
    layout->addWidget(m_busy);

    m_recent = new QVBoxLayout;
    m_recent->setSpacing(0);
    layout->addLayout(m_recent);
    return card;
}

QWidget *StartPage::makeChoices()
{
    auto *choices = new QWidget(this);
    auto *layout = new QVBoxLayout(choices);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(style::gap);
    auto *open = makeChoice(tr("Open a site folder…"), QStringLiteral("folder"), choices);
    auto *make = makeChoice(tr("New site…"), QStringLiteral("new"), choices);
    auto *sample = makeChoice(tr("Try the sample portal"), {}, choices);
    style::markPrimary(sample);
    for (QPushButton *button : {sample, open, make})
        layout->addWidget(button);
    connect(open, &QPushButton::clicked, this, &StartPage::openRequested);
    connect(make, &QPushButton::clicked, this, &StartPage::newRequested);
    connect(sample, &QPushButton::clicked, this, &StartPage::sampleRequested);
    return choices;
}

void StartPage::refresh()
{
    while (QLayoutItem *item = m_recent->takeAt(0)) {
        if (QWidget *widget = item->widget())
            widget->deleteLater();
        delete item;
    }
    const QStringList folders = recentSites();
    if (folders.isEmpty())
        return;
    auto *label = new QLabel(tr("Recent sites"), this);
    style::markMuted(label);
    label->setContentsMargins(0, style::margin, 0, style::hairGap);
    m_recent->addWidget(label);
    for (const QString &folder : folders) {
        auto *button = new RecentSite(visible(nameOfSite(folder)),
                                      visible(QDir::toNativeSeparators(folder)), this);
        connect(button, &QPushButton::clicked, this,
                [this, folder] { Q_EMIT siteRequested(folder); });
        m_recent->addWidget(button);
    }
}

void StartPage::setBusy(const QString &text)
{
    m_choices->setEnabled(text.isEmpty());
    m_busy->setText(text);
    m_busy->setVisible(!text.isEmpty());
}

} // namespace kakehashi::ui
