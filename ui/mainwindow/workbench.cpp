#include "ui/mainwindow/workbench.h"

#include "ui/shell/setting.h"

#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace kakehashi::ui {

namespace {

const Setting<QByteArray> widthsSetting{"window/workbench"};

constexpr int leastNavigator = 180;
constexpr int leastEditor = 320;
constexpr int leastPreview = 240;

} // namespace

Workbench::Workbench(QWidget *parent)
    : QWidget(parent)
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_navigators(new QStackedWidget(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_navigators->setMinimumWidth(leastNavigator);
    m_splitter->addWidget(m_navigators);
}

Workbench::~Workbench()
{
    if (m_preview)
        widthsSetting.set(m_splitter->saveState());
}

void Workbench::addNavigator(QWidget *navigator)
{
    m_navigators->addWidget(navigator);
}

void Workbench::showNavigator(QWidget *navigator)
{
    m_navigators->setCurrentWidget(navigator);
}

void Workbench::setEditor(QWidget *editor)
{
    m_editor = editor;
    editor->setMinimumWidth(leastEditor);
    m_splitter->insertWidget(1, editor);
    restoreWidths();
}

void Workbench::setPreview(QWidget *preview)
{
    m_preview = preview;
    preview->setMinimumWidth(leastPreview);
    m_splitter->addWidget(preview);
    restoreWidths();
    showWhatFits();
}

void Workbench::restoreWidths()
{
    const QByteArray widths = widthsSetting.value();
    if (!widths.isEmpty() && m_splitter->restoreState(widths))
        return;
    m_splitter->setSizes({250, 520, 540});
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    if (m_preview)
        m_splitter->setStretchFactor(2, 1);
}

void Workbench::setNavigatorVisible(bool visible)
{
    m_navigators->setVisible(visible);
    showWhatFits();
}

void Workbench::setPreviewVisible(bool visible)
{
    m_previewWished = visible;
    showWhatFits();
}

void Workbench::showWhatFits()
{
    const int beside = m_navigators->isHidden() ? leastEditor : leastNavigator + leastEditor;
    if (m_preview)
        m_preview->setVisible(m_previewWished && width() >= beside + leastPreview);
}

void Workbench::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showWhatFits();
}

QSize Workbench::minimumSizeHint() const
{
    return {leastNavigator + leastEditor, QWidget::minimumSizeHint().height()};
}

} // namespace kakehashi::ui
