#pragma once

#include "base/job.h"
#include "reports/seo/seoproposal.h"

#include <QElapsedTimer>
#include <QThreadPool>
#include <QTimer>
#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QSplitter;
class QTreeView;

namespace kakehashi::ui {

class LooksView;
class Registry;
class SeoFilter;
class SeoModel;
class Session;

/// 「検索・共有」: what search results and shared addresses show of each page, and what of it could
/// be better. Looks at the site as staff see it, on a worker.
class SeoPanel final : public QWidget
{
    Q_OBJECT

public:
    SeoPanel(Session &session, QWidget *parent);
    ~SeoPanel() override;

    void look();
    /// Writes the proposal's files into the folder, on the worker.
    void writeProposal(const QString &folder, const QString &author, bool asHtml, bool asXlsx);
    const SeoModel *model() const { return m_model; }

Q_SIGNALS:
    void looked();
    void written(const QStringList &files);

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeStrip();
    QWidget *makeList();
    void survey(int run, const Result<render::SnapshotPtr> &snapshot);
    void takeSurvey(const Result<reports::SeoSurvey> &survey);
    void refreshFilter();
    void showChosen();
    void openChosen();
    void askForProposal();
    void setBusy(bool busy);
    void fit();
    void stop();

    Session &m_session;
    SeoModel *m_model;
    QSplitter *m_split = nullptr;
    std::optional<bool> m_isNarrow; ///< as it was laid out last
    SeoFilter *m_filter;
    LooksView *m_looks = nullptr;
    QLabel *m_summary = nullptr;
    QComboBox *m_wanted = nullptr;
    QTreeView *m_list = nullptr;
    QLabel *m_empty = nullptr;
    QPushButton *m_again = nullptr;
    QPushButton *m_proposal = nullptr;
    QWidget *m_strip = nullptr;
    QLabel *m_phase = nullptr;
    QProgressBar *m_bar = nullptr;
    QTimer m_patience;  ///< short work shows no progress
    QTimer m_afterEdit; ///< looks again when the site has been left alone for a moment
    CancelToken m_cancel;
    int m_run = 0;
    bool m_isStale = true;
    bool m_isBusy = false;
    QThreadPool m_pool; ///< last, so that it ends before what its answers touch
};

void registerSeo(Registry &registry);

} // namespace kakehashi::ui
