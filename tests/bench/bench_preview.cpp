// bench_preview [--pages N]: keystroke to new pixels in the preview, on the sample's longest page
// or on a topic in the middle of a site of N made-up pages. A key is the content handed to
// LivePage; its pixels are out when the second animation frame after the change begins, so the
// figure includes waiting for the screen's next refresh twice and is never too good.
#include "madepages.h"

#include "ui/preview/page/livepage.h"
#include "ui/preview/page/scheme.h"
#include "workspace/workspace.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>

#include <algorithm>

using namespace kakehashi;
using namespace kakehashi::ui;

namespace {

constexpr int keystrokes = 200;
constexpr int warmUp = 20;
constexpr int patience = 120'000;

struct Sample
{
    double pixels = 0; ///< ms
    double render = 0; ///< ms, of it
};

const render::PageValue &longestPage(const render::SiteSnapshot &snapshot)
{
    return **std::max_element(snapshot.pages.cbegin(), snapshot.pages.cend(),
                              [](const auto &a, const auto &b) {
                                  return a->content.body.size() < b->content.body.size();
                              });
}

double quantile(QList<double> values, double share)
{
    std::sort(values.begin(), values.end());
    const auto at = static_cast<qsizetype>(share * static_cast<double>(values.size() - 1) + 0.5);
    return values.at(at);
}

void report(QTextStream &out, const char *name, const QList<Sample> &samples,
            double Sample::*member)
{
    QList<double> values;
    for (const Sample &sample : samples)
        values.append(sample.*member);
    out << QStringLiteral("%1  p50 %2 ms  p95 %3 ms  max %4 ms\n")
               .arg(QLatin1String(name), -22)
               .arg(quantile(values, 0.5), 6, 'f', 1)
               .arg(quantile(values, 0.95), 6, 'f', 1)
               .arg(quantile(values, 1.0), 6, 'f', 1);
}

/// Types into the middle of the body, one character at a time, as a person would. The next key
/// comes a little after the pixels of the one before, at no fixed place in the screen's rhythm.
class Typist : public QObject
{
public:
    Typist(LivePage &live, const render::PageValue &page) : m_live(live), m_page(page.id)
    {
        m_content = page.content;
        m_caret = m_content.body.indexOf(u'\n', m_content.body.size() / 2);
        m_content.body.insert(m_caret, QStringLiteral("\n\n"));
        m_caret += 2;
        connect(&live, &LivePage::painted, this, &Typist::note);
        connect(&live, &LivePage::shown, this, &Typist::press);
    }

    QList<Sample> samples() const { return m_samples.mid(warmUp); }

private:
    void press()
    {
        const QString text = QStringLiteral("脱炭素の取組を進めています。");
        ++m_key;
        m_content.body.insert(m_caret++, text.at(m_key % text.size()));
        m_sinceKey.start();
        m_live.setContent(m_page, m_content, m_key);
    }

    void note(int serial, qint64 renderMicroseconds)
    {
        if (serial != m_key)
            return;
        m_samples.append({static_cast<double>(m_sinceKey.nsecsElapsed()) / 1e6,
                          static_cast<double>(renderMicroseconds) / 1e3});
        if (m_key == warmUp + keystrokes)
            QCoreApplication::quit();
        else
            QTimer::singleShot(20 + m_key * 7 % 23, this, &Typist::press);
    }

    LivePage &m_live;
    Ulid m_page;
    content::PageContent m_content;
    qsizetype m_caret = 0;
    QElapsedTimer m_sinceKey;
    int m_key = 0;
    QList<Sample> m_samples;
};

} // namespace

int main(int argc, char **argv)
{
    registerPreviewScheme();
    QApplication application(argc, argv);
    QCommandLineParser arguments;
    const QCommandLineOption pages(QStringLiteral("pages"), {}, QStringLiteral("N"));
    arguments.addOption(pages);
    arguments.process(application);
    QTextStream out(stdout);
    QTemporaryDir folder;
    const auto site = workspace::createSample(folder.filePath(QStringLiteral("site")));
    if (!site)
        qFatal("%s", qPrintable(site.error().text));
    workspace::Workspace &workspace = **site;
    SiteState state{workspace.snapshot({}).value(), workspace.theme().value(),
                    workspace.renderOptions()};
    state.options.preview = true;
    const int many = arguments.value(pages).toInt();
    if (many > 0)
        state.snapshot = bench::madeSite(many);

    LivePage live;
    live.resize(1100, 800);
    live.show();
    live.setState(state);
    const render::PageValue &page =
        many > 0 ? *state.snapshot->pages.at(many / 2) : longestPage(*state.snapshot);
    Typist typist(live, page);
    live.showPage(page.id);
    QTimer::singleShot(patience, &application, [] { qFatal("the preview does not answer"); });
    QApplication::exec();

    const QList<Sample> samples = typist.samples();
    out << QStringLiteral("%1, %2 characters of Markdown, %3 keystrokes\n")
               .arg(page.path)
               .arg(page.content.body.size())
               .arg(samples.size());
    report(out, "keystroke to pixels", samples, &Sample::pixels);
    report(out, "  of it renderPage()", samples, &Sample::render);
    return 0;
}
