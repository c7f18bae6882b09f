#pragma once

#include <QDialog>

namespace kakehashi::ui {

class ProgressView;
class Session;
class SiteJob;

/// Writes the whole site into a folder, with progress and a way out.
class ExportDialog final : public QDialog
{
    Q_OBJECT

public:
    ExportDialog(Session &session, const QString &folder, QWidget *parent);
    void reject() override;

private:
    Session &m_session;
    SiteJob *m_job;
    ProgressView *m_progress;
};

} // namespace kakehashi::ui
