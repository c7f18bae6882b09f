#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

/// What faulty-sftp does wrong; a text file, one rule a line, read when it starts:
///   deny TYPE N STATUS       answers the N-th request of a type (0: each) itself with STATUS
///   denypath TYPE TEXT STATUS    … those whose first path contains TEXT
///   hide EXTENSION           leaves it out of VERSION, e.g. posix-rename@openssh.com
///   kill N                   ends at the N-th request (from 1; INIT does not count), unexecuted
///   killafter TYPE N         ends right after the server has answered the N-th of a type
///   reorder                  gives answers out of order
///   fragment BYTES           writes answers in pieces of that size
///   log FILE                 appends "TYPE PATH" for each request
/// TYPE is OPEN, CLOSE, READ, WRITE, LSTAT, FSTAT, SETSTAT, FSETSTAT, OPENDIR, READDIR, REMOVE,
/// MKDIR, RMDIR, REALPATH, STAT, RENAME, READLINK, SYMLINK, or an extension's name up to the @.
struct Rules
{
    struct Denial
    {
        std::string type;
        std::optional<std::string> pathPart;
        uint32_t which = 0;
        uint32_t status = 4;
    };
    std::vector<Denial> denials;
    std::vector<std::string> hidden;
    uint32_t killAt = 0;
    std::string killAfterType;
    uint32_t killAfterCount = 0;
    bool reorder = false;
    size_t fragment = 0;
    std::string logFile;

    static Rules read(const char *fileName);

    /// The status to answer with instead of carrying the request out. Counts the requests.
    std::optional<uint32_t> denial(const std::string &type, const std::string &path);

private:
    std::map<std::string, uint32_t> m_seen;
};
