#pragma once

#include "ui/shell/feature.h"

#include <QWidget>

class QSplitter;
class QStackedWidget;

namespace kakehashi::ui {

/// List, editor and preview side by side. What stands in them comes from features.
class Workbench final : public QWidget
{
    Q_OBJECT

public:
    explicit Workbench(QWidget *parent = nullptr);
    ~Workbench() override; ///< remembers the widths

    void addNavigator(QWidget *navigator);
    void showNavigator(QWidget *navigator);
    void setEditor(QWidget *editor);
    void setPreview(QWidget *preview);
    bool hasPreview() const { return m_preview; }
    void setNavigatorVisible(bool visible);
    void setPreviewVisible(bool visible);

    QSize minimumSizeHint() const override; ///< without the preview

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void restoreWidths();
    void showWhatFits();

    QSplitter *m_splitter;
    QStackedWidget *m_navigators;
    QWidget *m_editor = nullptr;
    QWidget *m_preview = nullptr;
    bool m_previewWished = true; ///< it is hidden all the same where there is no room for it
};

} // namespace kakehashi::ui
