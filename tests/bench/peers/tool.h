#pragma once

#include "line.h"
#include "site.h"

#include <memory>
#include <vector>

namespace kakehashi::bench {

/// Something that brings a site to a server. Its docroot is place + "/www".
class Tool
{
public:
    Tool(QString name, bool incremental) : m_name(std::move(name)), m_incremental(incremental) {}
    virtual ~Tool() = default;
    Tool(const Tool &) = delete;
    Tool &operator=(const Tool &) = delete;

    const QString &name() const { return m_name; }
    /// Sends only what changed and removes what is gone.
    bool isIncremental() const { return m_incremental; }

    /// Makes the docroot hold `site` as if this tool had brought it, not through the line.
    virtual void lay(const Server &server, const LocalSite &site, const QString &place);
    /// What costs nothing in daily use because the program has it already.
    virtual void prepare(const LocalSite &) {}

    enum class End { Done, Failed, TooLong };
    /// Cold: logs in, brings `site`, leaves. Ended by force after `limitMs`.
    virtual End run(DelayedLine &line, const LocalSite &site, const QString &place,
                    int limitMs) = 0;
    /// What it said when it failed.
    const QString &words() const { return m_words; }

protected:
    void say(const QString &words) { m_words = words; }

private:
    QString m_name;
    bool m_incremental;
    QString m_words;
};

using Tools = std::vector<std::unique_ptr<Tool>>;

/// All that there are, ourselves first, with the command lines of publishing.md 5c.
Tools allTools();

std::unique_ptr<Tool> ourselves();

} // namespace kakehashi::bench
