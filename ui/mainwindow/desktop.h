#pragma once

#include "ui/mainwindow/mainwindow.h"
#include "ui/shell/feature.h"

#include <QObject>
#include <QPointer>

class QApplication;

namespace kakehashi::ui {

/// The running program: appearance, language, and the window, made anew when the language
/// changes. main() makes one and hands it the features.
class Desktop final : public QObject
{
    Q_OBJECT

public:
    Desktop(QApplication &application, QList<Feature> features);
    ~Desktop() override;

    /// Shows the window with this site, else with the one opened last, else with the start page.
    void start(const QString &folder = {});
    /// Shows the window and makes the sample there unless the folder holds it already.
    void startSample(const QString &folder);
    MainWindow *window() const { return m_window; }

private:
    void makeWindow();
    void rebuildWindow();

    QList<Feature> m_features;
    QPointer<MainWindow> m_window;
    bool m_rebuilding = false;
};

} // namespace kakehashi::ui
