#include "output.h"

#include "base/visibletext.h"

#include <QJsonDocument>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <utility>
#ifdef Q_OS_UNIX
#include <unistd.h>
#else
#include <io.h>
#endif

namespace kakehashi::cli {
namespace {

bool isProgressShown = false; // on a line that is not ended

/// What comes next begins at the line's start.
void clearProgress()
{
    if (std::exchange(isProgressShown, false))
        std::fputs("\r\x1b[K", stderr);
    std::fflush(stderr);
}

void write(FILE *stream, const QString &text)
{
    clearProgress();
    const QByteArray bytes = text.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stream);
    std::fflush(stream);
}

bool isTerminal()
{
#ifdef Q_OS_UNIX
    return isatty(STDERR_FILENO) != 0;
#else
    return false;
#endif
}

/// 半角カナ and the like: U+FF61 to U+FFDC.
bool isHalfWidth(QChar c)
{
    return c.unicode() >= 0xFF61 && c.unicode() <= 0xFFDC;
}

int columns(const QString &text)
{
    int width = 0;
    for (const QChar c : text)
        width += c.unicode() >= 0x2E80 && !isHalfWidth(c) ? 2 : 1;
    return width;
}

QString line(const QStringList &cells, const QList<int> &widths)
{
    QString out;
    for (int i = 0; i < cells.size(); ++i) {
        out += cells.at(i);
        if (i + 1 < cells.size())
            out += QString(widths.at(i) - columns(cells.at(i)) + 2, u' ');
    }
    return out;
}

void showProgress(const Progress &now)
{
    QString text = visible(now.phase);
    if (now.total >= 0)
        text += QStringLiteral(" %1/%2").arg(now.done).arg(now.total);
    if (now.bytesPerSecond > 0)
        text += QStringLiteral(" %1 kB/s").arg(now.bytesPerSecond / 1000.0, 0, 'f', 0);
    if (now.secondsLeft >= 0)
        text += QStringLiteral(" %1 s").arg(now.secondsLeft);
    const QByteArray bytes = "\r\x1b[K" + text.toUtf8() + (now.done == now.total ? "\n" : "");
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stderr);
    std::fflush(stderr);
    isProgressShown = now.done != now.total;
}

// One token for the process: Ctrl+C asks the running job to stop at its next step, so that a
// publish can end in order. A second Ctrl+C ends the program at once.
const CancelToken &interruptToken()
{
    static const CancelToken token;
    return token;
}

extern "C" void askToStop(int signal)
{
    interruptToken().cancel();
    std::signal(signal, SIG_DFL);
}

} // namespace

void stopOnInterrupt()
{
    interruptToken(); // made before a signal can need it
    std::signal(SIGINT, askToStop);
    std::signal(SIGTERM, askToStop);
}

bool canAsk()
{
#ifdef Q_OS_UNIX
    return isatty(STDIN_FILENO) != 0;
#else
    return _isatty(_fileno(stdin)) != 0;
#endif
}

QStringList table(const QStringList &header, const QList<QStringList> &rows)
{
    QList<int> widths(header.size(), 0);
    QList<QStringList> all{header};
    all += rows;
    // Names from a server or an archive must neither act on the terminal nor forge lines.
    for (QStringList &row : all) {
        for (QString &cell : row)
            cell = visible(cell);
    }
    for (const QStringList &row : all) {
        for (int i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths.at(i), columns(row.at(i)));
    }
    QStringList lines;
    for (const QStringList &row : all)
        lines.append(line(row, widths));
    return lines;
}

int Output::done(const QJsonObject &document, const QStringList &lines) const
{
    if (m_json)
        write(stdout, visibleJson(QString::fromUtf8(
                                      QJsonDocument(document).toJson(QJsonDocument::Indented)))
                          .trimmed());
    else if (!lines.isEmpty())
        write(stdout, visibleLines(lines.join(u'\n')));
    return ExitDone;
}

int Output::failed(const Error &error) const
{
    if (m_json) {
        const QJsonObject problem{{QStringLiteral("code"), codeName(error.code)},
                                  {QStringLiteral("message"), error.text},
                                  {QStringLiteral("detail"), error.detail}};
        done({{QStringLiteral("error"), problem}}, {});
    }
    write(stderr, visibleLines(error.text));
    if (!error.detail.isEmpty())
        write(stderr, visibleLines(error.detail));
    return exitCodeFor(error.code);
}

void Output::tell(const QString &text)
{
    write(stderr, visibleLines(text));
}

JobContext Output::job() const
{
    JobContext context;
    context.cancel = interruptToken();
    if (isTerminal() && !m_json)
        context.progress = showProgress;
    return context;
}

int exitCodeFor(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Refused:
    case ErrorCode::HostKeyUnknown:
    case ErrorCode::HostKeyChanged:
        return ExitRefused;
    case ErrorCode::Conflict:
        return ExitConflict;
    case ErrorCode::Interrupted:
    case ErrorCode::Cancelled:
        return ExitInterrupted;
    default:
        return ExitFailed;
    }
}

QString codeName(ErrorCode code)
{
    static const char *const names[] = {
        "failed",           "invalid",     "not-found", "already-exists", "corrupt",
        "newer-version",    "locked",      "read-only", "disk-full",      "no-permission",
        "refused",          "conflict",    "network",   "authentication", "host-key-unknown",
        "host-key-changed", "interrupted", "cancelled", "unsupported",
    };
    return QString::fromLatin1(names[static_cast<size_t>(code)]);
}

} // namespace kakehashi::cli
