// faulty-sftp RULES: stands where sftp-server stands and misbehaves by rules (see rules.h).
#include "rules.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <fstream>
#include <poll.h>
#include <string>
#include <unistd.h>

namespace {

constexpr const char *serverPaths[] = {"/usr/lib/openssh/sftp-server",
                                       "/usr/libexec/openssh/sftp-server",
                                       "/usr/libexec/sftp-server", "/usr/lib/ssh/sftp-server"};
constexpr uint8_t initType = 1;
constexpr uint8_t versionType = 2;
constexpr uint8_t statusType = 101;
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
};

Request describe(const std::string &packet)
{
    const auto type = static_cast<uint8_t>(packet[0]);
    if (type != extendedType)
        return {typeName(type), text(packet, 5)};
    const std::string extension = text(packet, 5);
    return {extension.substr(0, extension.find('@')), text(packet, 9 + extension.size())};
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

void writeAll(int file, const std::string &bytes, size_t pieceSize)
{
    for (size_t at = 0; at < bytes.size();) {
        const size_t wanted = std::min(pieceSize ? pieceSize : bytes.size(), bytes.size() - at);
        const ssize_t count = write(file, bytes.data() + at, wanted);
        if (count < 0 && errno != EINTR)
            _exit(1);
        at += count > 0 ? static_cast<size_t>(count) : 0;
    }
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
            for (std::string packet; takePacket(m_replies, packet);)
                reply(packet);
        }
    }

private:
    void request(const std::string &packet)
    {
        if (static_cast<uint8_t>(packet[0]) == initType) {
            writeAll(m_toServer, framed(packet), 0);
            return;
        }
        const Request what = describe(packet);
        if (m_log.is_open())
            m_log << what.name << ' ' << what.path << std::endl;
        if (++m_count == m_rules.killAt)
            die();
        const uint32_t id = number(packet, 1);
        if (const auto status = m_rules.denial(what.name, what.path)) {
            deny(id, *status);
            return;
        }
        if (what.name == m_rules.killAfterType && ++m_ofKillType == m_rules.killAfterCount)
            m_killId = id;
        writeAll(m_toServer, framed(packet), 0);
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

    void reply(const std::string &packet)
    {
        if (static_cast<uint8_t>(packet[0]) == versionType) {
            writeAll(STDOUT_FILENO, framed(withoutHidden(packet)), m_rules.fragment);
            return;
        }
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
            writeAll(STDOUT_FILENO, framed(packet), m_rules.fragment);
        m_held.clear();
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
        _exit(9);
    }

    int finish()
    {
        releaseHeld();
        return 0;
    }

    Rules m_rules;
    pid_t m_child;
    int m_toServer;
    int m_fromServer;
    std::string m_requests;
    std::string m_replies;
    std::vector<std::string> m_held;
    std::ofstream m_log;
    uint32_t m_count = 0;
    uint32_t m_ofKillType = 0;
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
