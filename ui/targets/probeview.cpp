#include "ui/targets/probeview.h"

#include "base/someof.h"
#include "base/visibletext.h"
#include "ui/shell/column.h"
#include "ui/shell/mark.h"
#include "ui/style/style.h"

#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace kakehashi::ui {
namespace {

const QString &good()
{
    static const QString name = QStringLiteral("success");
    return name;
}

const QString &warning()
{
    static const QString name = QStringLiteral("warning");
    return name;
}

} // namespace

ProbeView::ProbeView(QWidget *parent) : QWidget(parent), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(style::hairGap);
}

void ProbeView::clear()
{
    clearLayout(m_layout);
}

void ProbeView::addLine(const QString &icon, const QString &text)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(style::gap);
    auto *sign = new QLabel(this);
    sign->setPixmap(mark(icon, markColor(icon), style::iconSize));
    auto *label = new QLabel(visible(text), this);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    row->addWidget(sign, 0, Qt::AlignTop);
    row->addWidget(label, 1);
    m_layout->addLayout(row);
}

void ProbeView::showProbe(const publish::Target &target, const publish::Probe &probe)
{
    clear();
    const QString server = probe.server.isEmpty() ? target.place() : probe.server;
    addLine(good(), tr("Connected to %1, answering in %2 ms").arg(server).arg(probe.roundTripMs));
    if (!probe.exists) {
        addLine(warning(), tr("The folder %1 does not exist there. Check the path, or ask the "
                              "server's operator to make it.")
                               .arg(visible(target.path)));
        return;
    }
    addFacts(target, probe);
    for (const Issue &note : probe.notes)
        addLine(QStringLiteral("info"), note.text);
}

void ProbeView::addFacts(const publish::Target &target, const publish::Probe &probe)
{
    addLine(probe.writable ? good() : warning(),
            probe.writable ? tr("The folder %1 can be written to").arg(visible(probe.root))
                           : tr("The folder %1 cannot be written to by this user. Ask the server's "
                                "operator for write permission.")
                                 .arg(visible(probe.root)));
    if (probe.ours)
        addLine(good(), tr("It holds this site, as published %n time(s)", nullptr,
                           static_cast<int>(probe.generation)));
    else if (probe.empty)
        addLine(good(), tr("It is empty"));
    else
        addLine(warning(), tr("It holds files that were not published from here: %1. They will not "
                              "be touched.")
                               .arg(someOf(probe.foreignFiles, 20)));
    if (probe.canSwitch())
        addLine(
            good(),
            target.switching == publish::Target::Switching::ByLink
                ? tr("It is a link; all pages change at once when it is pointed to a new folder")
                : tr("It is a link, so all pages could change at once: choose “All at once” "
                     "above if you wish"));
    if (probe.freeBytes >= 0)
        addLine(QStringLiteral("info"), tr("%1 free").arg(QLocale().formattedDataSize(
                                            probe.freeBytes, 1, QLocale::DataSizeSIFormat)));
    if (!probe.lockedBy.isEmpty())
        addLine(warning(), tr("%1 is publishing there now").arg(visible(probe.lockedBy)));
    if (probe.unfinished)
        addLine(warning(), tr("An earlier publish was cut off there; the next one ends it first"));
}

void ProbeView::showError(const Error &error, bool offersKey)
{
    clear();
    addLine(QStringLiteral("error"), error.text);
    if (!offersKey)
        return;
    auto *make = new QPushButton(tr("Make a new ed25519 key"), this);
    make->setObjectName(QStringLiteral("offeredKey"));
    m_layout->addWidget(make, 0, Qt::AlignLeft);
    connect(make, &QPushButton::clicked, this, &ProbeView::newKeyRequested);
}

} // namespace kakehashi::ui
