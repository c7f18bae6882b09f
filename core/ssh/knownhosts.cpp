#include "ssh/knownhosts.h"

#include "base/file.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

namespace kakehashi::ssh {

namespace {

constexpr qint64 maxFileBytes = 16 * 1024 * 1024;
constexpr int maxLineBytes = 64 * 1024;

/// The next word and what follows it.
QByteArrayView takeWord(QByteArrayView *rest)
{
    *rest = rest->trimmed();
    qsizetype end = 0;
    while (end < rest->size() && rest->at(end) != ' ' && rest->at(end) != '\t')
        ++end;
    const QByteArrayView word = rest->first(end);
    *rest = rest->sliced(end).trimmed();
    return word;
}

/// Shell-like * and ?, linear in practice: only the last star is ever retried.
bool wildcardMatches(QByteArrayView pattern, QByteArrayView text)
{
    qsizetype p = 0;
    qsizetype t = 0;
    qsizetype star = -1;
    qsizetype retry = 0;
    while (t < text.size()) {
        if (p < pattern.size() && (pattern[p] == '?' || pattern[p] == text[t]) &&
            pattern[p] != '*') {
            ++p;
            ++t;
        } else if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            retry = t;
        } else if (star >= 0) {
            p = star + 1;
            t = ++retry;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*')
        ++p;
    return p == pattern.size();
}

bool hashedMatches(const QByteArray &hosts, const QByteArray &name)
{
    const QList<QByteArray> parts = hosts.split('|'); // "", "1", salt, hash
    if (parts.size() != 4)
        return false;
    const auto salt =
        QByteArray::fromBase64Encoding(parts[2], QByteArray::AbortOnBase64DecodingErrors);
    const auto hash =
        QByteArray::fromBase64Encoding(parts[3], QByteArray::AbortOnBase64DecodingErrors);
    return salt && hash && !hash.decoded.isEmpty() &&
           QMessageAuthenticationCode::hash(name, *salt, QCryptographicHash::Sha1) == *hash;
}

QByteArray nameWithPort(const QString &host, quint16 port)
{
    const QByteArray name = host.toLower().toUtf8();
    return port == 22 ? name : '[' + name + "]:" + QByteArray::number(port);
}

} // namespace

KnownHosts KnownHosts::load(const QStringList &files)
{
    KnownHosts known;
    for (const QString &file : files) {
        if (const Result<QByteArray> text = readFile(file, maxFileBytes))
            known.addText(*text, file);
    }
    return known;
}

void KnownHosts::addText(QByteArrayView text, const QString &fileName)
{
    int number = 0;
    while (!text.isEmpty()) {
        const qsizetype end = text.indexOf('\n');
        const QByteArrayView lineText = end < 0 ? text : text.first(end);
        text = end < 0 ? QByteArrayView() : text.sliced(end + 1);
        ++number;
        if (std::optional<Line> line = parse(lineText)) {
            line->place = QStringLiteral("%1:%2").arg(fileName, QString::number(number));
            m_lines.append(std::move(*line));
        }
    }
}

std::optional<KnownHosts::Line> KnownHosts::parse(QByteArrayView text)
{
    text = text.trimmed();
    if (text.isEmpty() || text.startsWith('#') || text.size() > maxLineBytes)
        return {};
    Line line;
    QByteArrayView word = takeWord(&text);
    if (word.startsWith('@')) {
        line.revoked = word == QByteArrayView("@revoked");
        line.isAuthority = word == QByteArrayView("@cert-authority");
        if (!line.revoked && !line.isAuthority)
            return {};
        word = takeWord(&text);
    }
    line.hosts = word.toByteArray();
    const QByteArrayView type = takeWord(&text);
    const auto blob = QByteArray::fromBase64Encoding(takeWord(&text).toByteArray(),
                                                     QByteArray::AbortOnBase64DecodingErrors);
    if (line.hosts.isEmpty() || type.isEmpty() || !blob)
        return {};
    line.key = HostKey::fromBlob(*blob);
    if (line.key.type != type)
        return {};
    return line;
}

bool KnownHosts::matches(const QByteArray &hosts, const QByteArray &name)
{
    if (hosts.startsWith("|1|"))
        return hashedMatches(hosts, name);
    bool found = false;
    for (const QByteArray &item : hosts.toLower().split(',')) {
        const bool negated = item.startsWith('!');
        if (!wildcardMatches(negated ? item.mid(1) : item, name))
            continue;
        if (negated)
            return false;
        found = true;
    }
    return found;
}

KnownHosts::Judgement KnownHosts::judgeName(const QByteArray &name, const HostKey &key) const
{
    Judgement judgement;
    for (const Line &line : m_lines) {
        if (!matches(line.hosts, name))
            continue;
        if (line.isAuthority) {
            judgement.authority = line.place;
            continue;
        }
        const bool same = line.key == key;
        if (line.revoked && same)
            return {Verdict::Revoked, line.place, {}};
        if (line.revoked || judgement.verdict == Verdict::Match)
            continue;
        if (same)
            judgement = {Verdict::Match, line.place, judgement.authority};
        else if (judgement.verdict == Verdict::Unknown)
            judgement = {Verdict::Changed, line.place, judgement.authority};
    }
    return judgement;
}

KnownHosts::Judgement KnownHosts::judge(const QString &host, quint16 port, const HostKey &key) const
{
    Judgement judgement = judgeName(nameWithPort(host, port), key);
    if (port == 22 || judgement.verdict == Verdict::Revoked)
        return judgement;
    const Judgement plain = judgeName(nameWithPort(host, 22), key);
    const bool plainDecides =
        plain.verdict == Verdict::Revoked ||
        (plain.verdict == Verdict::Match && judgement.verdict == Verdict::Unknown);
    if (judgement.authority.isEmpty())
        judgement.authority = plain.authority;
    return plainDecides ? plain : judgement;
}

QList<QByteArray> KnownHosts::typesFor(const QString &host, quint16 port) const
{
    QList<QByteArray> types;
    for (const QByteArray &name : {nameWithPort(host, port), nameWithPort(host, 22)}) {
        for (const Line &line : m_lines) {
            if (!line.revoked && !line.isAuthority && !types.contains(line.key.type) &&
                matches(line.hosts, name))
                types.append(line.key.type);
        }
        if (!types.isEmpty())
            break;
    }
    return types;
}

} // namespace kakehashi::ssh
