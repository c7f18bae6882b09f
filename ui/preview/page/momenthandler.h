#pragma once

#include "publish/manifest.h"
#include "render/outputtree.h"
#include "render/render.h"

#include <QWebEngineUrlSchemeHandler>

#include <memory>

namespace kakehashi::ui {

/// What stood at `path` ("/kenmin/") in a former state, pages with the preview's policy. NotFound
/// when there was nothing, or its bytes are not in `objects`.
Result<render::ServedFile> momentFile(const publish::Manifest &state,
                                      const render::ByteSource &objects, const QString &path);

/// Answers "kakehashi://site/…" from a manifest and the object store. Files are local and small,
/// so this happens on the GUI thread.
class MomentHandler final : public QWebEngineUrlSchemeHandler
{
    Q_OBJECT

public:
    MomentHandler(std::shared_ptr<const publish::Manifest> state, const render::ByteSource &objects,
                  QObject *parent);
    void requestStarted(QWebEngineUrlRequestJob *job) override;

private:
    std::shared_ptr<const publish::Manifest> m_state;
    const render::ByteSource &m_objects;
};

} // namespace kakehashi::ui
