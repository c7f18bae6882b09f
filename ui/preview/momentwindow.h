#pragma once

#include "publish/manifest.h"
#include "render/outputtree.h"

#include <QWidget>

#include <memory>

class QLabel;
class QWebEngineView;

namespace kakehashi::ui {

/// A former state of the site, read-only and clickable, from the very bytes that were public then.
class MomentWindow final : public QWidget
{
    Q_OBJECT

public:
    /// Opens a window of its own beside `parent`, which must live no longer than `objects`.
    static void open(const QString &title, const std::shared_ptr<const publish::Manifest> &state,
                     const render::ByteSource &objects, QWidget *parent);

    MomentWindow(const QString &title, const std::shared_ptr<const publish::Manifest> &state,
                 const render::ByteSource &objects, QWidget *parent);
    ~MomentWindow() override;

    QWebEngineView *view() const { return m_view; }

private:
    QWidget *makeBar(const QString &title);

    QWebEngineView *m_view;
    QLabel *m_address = nullptr;
};

} // namespace kakehashi::ui
