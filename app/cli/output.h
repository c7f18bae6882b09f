#pragma once

#include "base/job.h"
#include "base/result.h"

#include <QJsonObject>
#include <QStringList>

namespace kakehashi::cli {

/// What scripts read: documented in the architecture and kept stable.
enum ExitCode {
    ExitDone = 0,
    ExitFailed = 1,
    ExitUsage = 2,
    ExitRefused = 3,
    ExitConflict = 4,
    ExitInterrupted = 5,
};

/// Results go to stdout, as a table for people or one JSON document for machines (--json);
/// progress and errors go to stderr.
class Output
{
public:
    explicit Output(const bool &json) : m_json(json) {}

    /// In JSON mode the document, else the lines. Returns ExitDone.
    int done(const QJsonObject &document, const QStringList &lines) const;
    int failed(const Error &error) const;
    /// A line on stderr while a job goes on.
    static void tell(const QString &text);
    bool isJson() const { return m_json; }

    /// Reports a job's progress on stderr, one line that is rewritten on a terminal.
    JobContext job() const;

private:
    const bool &m_json;
};

/// Lines of columns, each as wide as its widest cell; wide (Japanese) characters count as two.
QStringList table(const QStringList &header, const QList<QStringList> &rows);

/// Lets Ctrl+C and SIGTERM cancel the running job instead of killing it in the middle.
void stopOnInterrupt();

/// Whether a person sits at the keyboard and can answer a question.
bool canAsk();

int exitCodeFor(ErrorCode code);
QString codeName(ErrorCode code);

} // namespace kakehashi::cli
