#include "ui/mainwindow/workbench.h"

#include "ui/shell/setting.h"

#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace kakehashi::ui {

namespace {

const Setting<QByteArray> widthsSetting{"window/workbench"};

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
    m_navigators->setMinimumWidth(180);
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
    editor->setMinimumWidth(320);
    m_splitter->insertWidget(1, editor);
    restoreWidths();
}

void Workbench::setPreview(QWidget *preview)
{
    m_preview = preview;
    preview->setMinimumWidth(240);
    m_splitter->addWidget(preview);
    restoreWidths();
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
}

void Workbench::setPreviewVisible(bool visible)
{
    if (m_preview)
        m_preview->setVisible(visible);
}

} // namespace kakehashi::ui
