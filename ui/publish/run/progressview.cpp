#include "ui/publish/run/progressview.h"

#include "base/visibletext.h"
#include "ui/publish/plan/wording.h"
#include "ui/style/style.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace kakehashi::ui {
namespace {

constexpr int barSteps = 1000; // QProgressBar counts in int; bytes do not fit

} // namespace

ProgressView::ProgressView(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_phase(new QLabel(this))
    , m_item(new QLabel(this))
    , m_numbers(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    style::markHeading(m_title);
    style::markMuted(m_item);
    style::markMuted(m_numbers);
    m_item->setTextFormat(Qt::PlainText);
    m_item->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_bar->setTextVisible(false);
    m_cancel->setObjectName(QStringLiteral("cancel"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(style::gap);
    layout->addWidget(m_title);
    layout->addSpacing(style::gap);
    layout->addWidget(m_phase);
    layout->addWidget(m_bar);
    layout->addWidget(m_numbers);
    layout->addWidget(m_item);
    layout->addSpacing(style::gap);
    layout->addWidget(m_cancel, 0, Qt::AlignLeft);
    layout->addStretch(1);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        showStopping();
        Q_EMIT cancelled();
    });
}

void ProgressView::begin(const QString &title)
{
    m_title->setText(title);
    m_phase->setText(tr("Preparing…"));
    m_item->clear();
    m_numbers->setText(QStringLiteral(" "));
    m_bar->setRange(0, 0);
    m_bar->setAccessibleName(title);
    m_cancel->setEnabled(true);
}

void ProgressView::showProgress(const Progress &progress)
{
    if (!m_cancel->isEnabled())
        return;
    m_phase->setText(visible(progress.phase));
    m_item->setText(visible(progress.item));
    const QString numbers = progressText(progress);
    m_numbers->setText(numbers.isEmpty() ? QStringLiteral(" ") : numbers);
    const bool byBytes = progress.bytesTotal > 0;
    const qint64 total = byBytes ? progress.bytesTotal : progress.total;
    const qint64 done = byBytes ? progress.bytesDone : progress.done;
    m_bar->setRange(0, total > 0 ? barSteps : 0);
    if (total > 0)
        m_bar->setValue(static_cast<int>(barSteps * std::min(done, total) / total));
}

void ProgressView::showStopping()
{
    m_cancel->setEnabled(false);
    m_phase->setText(tr("Stopping…"));
    m_numbers->setText(QStringLiteral(" "));
    m_item->clear();
    m_bar->setRange(0, 0);
}

} // namespace kakehashi::ui
