// faulty-sftp RULES: stands where sftp-server stands and misbehaves by rules (see rules.h).
#include "rules.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <fstream>
#include <map>
#include <poll.h>
#include <string>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

constexpr const char *serverPaths[] = {"/usr/lib/openssh/sftp-server",
                                       "/usr/libexec/openssh/sftp-server",
                                       "/usr/libexec/sftp-server", "/usr/lib/ssh/sftp-server"};
constexpr uint8_t initType = 1;
constexpr uint8_t versionType = 2;
constexpr uint8_t statusType = 101;
constexpr uint8_t handleType = 102;
constexpr uint8_t dataType = 103;
constexpr uint8_t nameType = 104;
constexpr uint8_t extendedType = 200;

uint32_t number(const std::string &bytes, size_t at)
{
    uint32_t value = 0;
    for (size_t i = 0; i < 4 && at + i < bytes.size(); ++i)
        value = value << 8 | static_cast<uint8_t>(bytes[at + i]);
    return value;
}

void putNumber(std::string &bytes, uint32_t value)
{
    for (int shift = 24; shift >= 0; shift -= 8)
        bytes.push_back(static_cast<char>(value >> shift));
}

std::string text(const std::string &bytes, size_t at)
{
    return at + 4 <= bytes.size() ? bytes.substr(at + 4, number(bytes, at)) : std::string();
}

std::string framed(const std::string &packet)
{
    std::string bytes;
    putNumber(bytes, static_cast<uint32_t>(packet.size()));
    return bytes + packet;
}

const char *typeName(uint8_t type)
{
    static constexpr const char *names[] = {"INIT",     "VERSION", "OPEN",   "CLOSE",    "READ",
                                            "WRITE",    "LSTAT",   "FSTAT",  "SETSTAT",  "FSETSTAT",
                                            "OPENDIR",  "READDIR", "REMOVE", "MKDIR",    "RMDIR",
                                            "REALPATH", "STAT",    "RENAME", "READLINK", "SYMLINK"};
    return type >= 1 && type <= std::size(names) ? names[type - 1] : "OTHER";
}

struct Request
{
    std::string name;
    std::string path;
    std::string to;
};

/// Only these have a second path; elsewhere attributes or data would be taken for one.
bool hasTwoPaths(const std::string &name)
{
    return name == "RENAME" || name == "SYMLINK" || name == "posix-rename" || name == "hardlink";
}

Request namesIn(const std::string &packet)
{
    const auto type = static_cast<uint8_t>(packet[0]);
    const std::string extension = type == extendedType ? text(packet, 5) : std::string();
    const size_t at = type == extendedType ? 9 + extension.size() : 5;
    Request request{type == extendedType ? extension.substr(0, extension.find('@'))
                                         : typeName(type),
                    text(packet, at),
                    {}};
    if (hasTwoPaths(request.name))
        request.to = text(packet, at + 4 + request.path.size());
    return request;
}

/// Takes the next whole packet off the front; false when there is none.
bool takePacket(std::string &bytes, std::string &packet)
{
    if (bytes.size() < 4 || bytes.size() - 4 < number(bytes, 0))
        return false;
    packet = bytes.substr(4, number(bytes, 0));
    bytes.erase(0, 4 + packet.size());
    return !packet.empty();
}

/// False when nobody reads any more.
bool writeAll(int file, const std::string &bytes, size_t pieceSize)
{
    for (size_t at = 0; at < bytes.size();) {
        const size_t wanted = std::min(pieceSize ? pieceSize : bytes.size(), bytes.size() - at);
        const ssize_t count = write(file, bytes.data() + at, wanted);
        if (count < 0 && errno != EINTR)
            return false;
        at += count > 0 ? static_cast<size_t>(count) : 0;
    }
    return true;
}

bool exists(const std::string &file)
{
    struct stat found;
    return stat(file.c_str(), &found) == 0;
}

/// False at the end of the stream.
bool readSome(int file, std::string &bytes)
{
    std::array<char, 64 * 1024> buffer;
    const ssize_t count = read(file, buffer.data(), buffer.size());
    if (count > 0)
        bytes.append(buffer.data(), static_cast<size_t>(count));
    return count > 0;
}

class Middle
{
public:
    Middle(const char *rulesFile, pid_t child, int toServer, int fromServer)
        : m_rules(Rules::read(rulesFile))
        , m_child(child)
        , m_toServer(toServer)
        , m_fromServer(fromServer)
    {
        if (!m_rules.logFile.empty())
            m_log.open(m_rules.logFile, std::ios::app);
    }

    int run()
    {
        for (;;) {
            pollfd files[] = {{STDIN_FILENO, POLLIN, 0}, {m_fromServer, POLLIN, 0}};
            const int ready = poll(files, 2, m_held.empty() ? -1 : 3);
            if (ready == 0)
                releaseHeld();
            if (files[0].revents && !readSome(STDIN_FILENO, m_requests))
                return finish();
            if (files[1].revents && !readSome(m_fromServer, m_replies))
                return finish();
            for (std::string packet; takePacket(m_requests, packet);)
                request(packet);
            takeReplies();
        }
    }

private:
    void request(const std::string &packet)
    {
        if (static_cast<uint8_t>(packet[0]) == initType) {
            forward(packet);
            return;
        }
        const uint32_t id = number(packet, 1);
        const Request what = describe(packet, id);
        if (m_log.is_open())
            m_log << what.name << ' ' << what.path << (what.to.empty() ? "" : " ") << what.to
                  << std::endl;
        if (++m_count == m_rules.killAt)
            die();
        if (m_count == m_rules.signalAt)
            killClient();
        waitWhileHeld(m_rules.holdFile(what.name));
        if (const auto status = m_rules.denial(what.name, what.path, what.to)) {
            deny(id, *status);
            return;
        }
        if (const auto found = m_rules.instead.find(what.name); found != m_rules.instead.end()) {
            answerInstead(id, found->second);
            return;
        }
        if (what.name == m_rules.killAfterType && ++m_ofKillType == m_rules.killAfterCount)
            m_killId = id;
        forward(packet);
    }

    /// With the path for a handle, which is what rules name.
    Request describe(const std::string &packet, uint32_t id)
    {
        Request request = namesIn(packet);
        if (request.name == "OPEN")
            m_opening[id] = request.path;
        else if (const auto known = m_paths.find(request.path); known != m_paths.end())
            request.path = known->second;
        return request;
    }

    void noteHandle(const std::string &packet)
    {
        const auto opening = m_opening.find(number(packet, 1));
        if (opening == m_opening.end())
            return;
        if (static_cast<uint8_t>(packet[0]) == handleType)
            m_paths[text(packet, 5)] = opening->second;
        m_opening.erase(opening);
    }

    void forward(const std::string &packet)
    {
        if (!writeAll(m_toServer, framed(packet), 0))
            _exit(1);
        ++m_unanswered;
    }

    void waitWhileHeld(const std::string &file) const
    {
        if (file.empty())
            return;
        std::ofstream(file).close();
        while (exists(file))
            usleep(1000);
    }

    void killClient()
    {
        std::ifstream file(m_rules.signalFile);
        pid_t client = 0;
        if (file >> client && client > 1)
            kill(client, SIGKILL);
        m_clientIsGone = true;
        if (!m_rules.delivers)
            _exit(finish());
    }

    void deny(uint32_t id, uint32_t status)
    {
        std::string packet(1, static_cast<char>(statusType));
        putNumber(packet, id);
        putNumber(packet, status);
        putNumber(packet, 6);
        packet += "denied";
        putNumber(packet, 0);
        answer(packet);
    }

    void answerInstead(uint32_t id, const std::string &what)
    {
        const size_t names = what == "NAMES" ? 100 : what == "AGAIN" ? 2 : 0;
        std::string packet(1, static_cast<char>(what == "NODATA" ? dataType : nameType));
        putNumber(packet, id);
        putNumber(packet, static_cast<uint32_t>(names)); // of names, or bytes
        for (size_t i = 0; i < names; ++i) {
            const std::string name =
                "name" + std::to_string(what == "AGAIN" ? i : static_cast<size_t>(m_made++));
            for (int twice = 0; twice < 2; ++twice) {
                putNumber(packet, static_cast<uint32_t>(name.size()));
                packet += name;
            }
            putNumber(packet, 0); // no attributes
        }
        if (what != "NOTHING")
            answer(packet);
    }

    void takeReplies()
    {
        for (std::string packet; takePacket(m_replies, packet);)
            reply(packet);
    }

    void reply(const std::string &packet)
    {
        --m_unanswered;
        if (static_cast<uint8_t>(packet[0]) == versionType) {
            tell(withoutHidden(packet));
            return;
        }
        noteHandle(packet);
        if (m_killId && number(packet, 1) == *m_killId)
            die();
        answer(packet);
    }

    void answer(const std::string &packet)
    {
        m_held.push_back(packet);
        if (!m_rules.reorder || m_held.size() >= 7)
            releaseHeld();
    }

    void releaseHeld()
    {
        std::reverse(m_held.begin(), m_held.end());
        for (const std::string &packet : m_held)
            tell(packet);
        m_held.clear();
    }

    void tell(const std::string &packet)
    {
        if (!m_clientIsGone && !writeAll(STDOUT_FILENO, framed(packet), m_rules.fragment))
            m_clientIsGone = true;
    }

    std::string withoutHidden(const std::string &packet) const
    {
        std::string kept = packet.substr(0, 5);
        for (size_t at = 5; at < packet.size();) {
            const std::string name = text(packet, at);
            const size_t valueAt = at + 4 + name.size();
            const size_t next = valueAt + 4 + text(packet, valueAt).size();
            const auto &hidden = m_rules.hidden;
            if (std::find(hidden.begin(), hidden.end(), name) == hidden.end())
                kept += packet.substr(at, next - at);
            at = next;
        }
        return kept;
    }

    [[noreturn]] void die()
    {
        kill(m_child, SIGKILL);
        if (m_rules.killsServer)
            kill(getppid(), SIGKILL);
        leaveNote();
        _exit(9);
    }

    /// sftp-server drops what it has not done yet when its input ends, so its answers come first.
    int finish()
    {
        takeReplies();
        while (m_unanswered > 0 && readSome(m_fromServer, m_replies))
            takeReplies();
        releaseHeld();
        close(m_toServer);
        leaveNote();
        return 0;
    }

    void leaveNote()
    {
        waitpid(m_child, nullptr, 0);
        if (m_rules.endedFile.empty())
            return;
        const std::string unfinished = m_rules.endedFile + ".new";
        std::ofstream(unfinished) << m_count << std::endl;
        std::rename(unfinished.c_str(), m_rules.endedFile.c_str());
    }

    Rules m_rules;
    pid_t m_child;
    int m_toServer;
    int m_fromServer;
    std::string m_requests;
    std::string m_replies;
    std::vector<std::string> m_held;
    std::ofstream m_log;
    std::map<uint32_t, std::string> m_opening;  ///< by request
    std::map<std::string, std::string> m_paths; ///< by handle
    uint32_t m_count = 0;
    uint64_t m_made = 0; ///< names
    uint32_t m_ofKillType = 0;
    int64_t m_unanswered = 0;
    bool m_clientIsGone = false;
    std::optional<uint32_t> m_killId;
};

[[noreturn]] void becomeServer(const int (&input)[2], const int (&output)[2])
{
    dup2(input[0], STDIN_FILENO);
    dup2(output[1], STDOUT_FILENO);
    for (const int file : {input[0], input[1], output[0], output[1]})
        close(file);
    for (const char *path : serverPaths)
        execl(path, path, static_cast<char *>(nullptr));
    _exit(127);
}

} // namespace

int main(int argc, char **argv)
{
    int input[2];
    int output[2];
    if (argc != 2 || pipe(input) != 0 || pipe(output) != 0) {
        std::fprintf(stderr, "usage: faulty-sftp RULES\n");
        return 2;
    }
    signal(SIGPIPE, SIG_IGN);
    const pid_t child = fork();
    if (child == 0)
        becomeServer(input, output);
    close(input[0]);
    close(output[1]);
    return Middle(argv[1], child, input[1], output[0]).run();
}
