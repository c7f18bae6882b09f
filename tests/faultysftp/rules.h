#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

/// What faulty-sftp does wrong; a text file, one rule a line, read when it starts:
///   deny TYPE N STATUS       answers the N-th request of a type (0: each) itself with STATUS
///   denypath TYPE TEXT STATUS    … those whose path, or the first, contains TEXT
///   denyto TYPE TEXT STATUS      … those whose second path contains TEXT
///   hide EXTENSION           leaves it out of VERSION, e.g. posix-rename@openssh.com
///   kill N                   ends at the N-th request (from 1; INIT does not count), unexecuted
///   killafter TYPE N         ends right after the server has answered the N-th of a type
///   killserver N             as kill, and sshd's process of this connection ends with it
///   sigkill N FILE           sends SIGKILL to the process whose id is in FILE when the N-th
///   request
///                            arrives; what came before is carried out, that and the rest is not
///   sigkilldeliver N FILE    … but everything that was already sent is carried out
///   hold TYPE N FILE         makes FILE at the N-th request of a type and waits until it is gone
///   instead TYPE WHAT        answers each request of a type itself: NOTHING never; NONAMES with no
///                            name; NAMES with a hundred new ones; AGAIN with the same two;
///                            NODATA with no byte
///   reorder                  gives answers out of order
///   fragment BYTES           writes answers in pieces of that size
///   log FILE                 appends "TYPE PATH" or "TYPE PATH PATH" for each request
///   ended FILE               writes the number of requests there once nothing more can happen
/// TYPE is OPEN, CLOSE, READ, WRITE, LSTAT, FSTAT, SETSTAT, FSETSTAT, OPENDIR, READDIR, REMOVE,
/// MKDIR, RMDIR, REALPATH, STAT, RENAME, READLINK, SYMLINK, or an extension's name up to the @.
struct Rules
{
    struct Denial
    {
        std::string type;
        std::optional<std::string> pathPart;
        std::optional<std::string> toPart;
        uint32_t which = 0;
        uint32_t status = 4;
    };
    struct Hold
    {
        std::string type;
        uint32_t which = 0;
        std::string file;
        uint32_t seen = 0;
    };
    std::vector<Denial> denials;
    std::map<std::string, std::string> instead; ///< type → what
    std::vector<std::string> hidden;
    std::vector<Hold> holds;
    uint32_t killAt = 0;
    bool killsServer = false;
    uint32_t signalAt = 0;
    std::string signalFile;
    bool delivers = false;
    std::string killAfterType;
    uint32_t killAfterCount = 0;
    bool reorder = false;
    size_t fragment = 0;
    std::string logFile;
    std::string endedFile;

    static Rules read(const char *fileName);

    /// The status to answer with instead of carrying the request out. Counts the requests.
    std::optional<uint32_t> denial(const std::string &type, const std::string &path,
                                   const std::string &to);

    /// The file that stands for the wait of this request, or empty.
    std::string holdFile(const std::string &type);

private:
    std::map<std::string, uint32_t> m_seen;
};
