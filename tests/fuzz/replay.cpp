// fuzz-smoke TARGET SEEDS [SECONDS] [FILE]: what the fuzzers found worth keeping, and then for two
// seconds changed copies of it, the same ones in the same order every time, without libFuzzer: so
// the test suite notices what a change breaks, with any compiler. The input that broke a property
// is left as TARGET.crash in the working folder; give it as FILE to see it break alone.
#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QList>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <random>

// One function each, LLVMFuzzerTestOneInput under the target's own name; CMake lists them.
#define KAKEHASHI_FUZZ_TARGET(name) extern "C" int name(const uint8_t *data, size_t size);
#include "fuzztargets.inc"
#undef KAKEHASHI_FUZZ_TARGET

#if defined(__GNUC__) && !defined(_WIN32)
extern "C" __attribute__((weak)) void __sanitizer_set_death_callback(void (*callback)());
#endif

namespace {

using Target = int (*)(const uint8_t *, size_t);

Target targetNamed(const QByteArray &name)
{
    static const struct
    {
        const char *name;
        Target run;
    } targets[] = {
#define KAKEHASHI_FUZZ_TARGET(target) {#target, target},
#include "fuzztargets.inc"
#undef KAKEHASHI_FUZZ_TARGET
    };
    for (const auto &each : targets) {
        if (name == each.name)
            return each.run;
    }
    return nullptr;
}

QByteArray targetName;
QByteArray input; // what is being tried, for the one who finds it broken
Target target = nullptr;

void keepInput()
{
    const QString path = QString::fromUtf8(targetName) + QStringLiteral(".crash");
    QFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(input) == input.size())
        std::fprintf(stderr, "the input is in %s\n", qPrintable(QDir().absoluteFilePath(path)));
}

void broken(int signal)
{
    std::signal(signal, SIG_DFL);
    keepInput();
    std::raise(signal);
}

void run(const QByteArray &bytes)
{
    input = bytes;
    input.detach(); // exactly its size, so that sanitizers see every step beyond
    target(reinterpret_cast<const uint8_t *>(input.constData()), size_t(input.size()));
}

/// Changes as fuzzers make them. std's distributions differ from library to library; "%" does not.
class Mutator
{
public:
    explicit Mutator(QList<QByteArray> seeds) : m_seeds(std::move(seeds)) {}

    QByteArray next()
    {
        QByteArray bytes = m_seeds.at(below(m_seeds.size()));
        for (qsizetype times = 1 + below(8); times > 0; --times)
            change(bytes);
        return bytes.left(longest);
    }

private:
    static constexpr qsizetype longest = 4096;

    qsizetype below(qsizetype limit)
    {
        return limit <= 0 ? 0 : qsizetype(m_random() % size_t(limit));
    }

    QByteArray pieceOf(const QByteArray &bytes)
    {
        const qsizetype at = below(bytes.size());
        return bytes.mid(at, 1 + below(std::min<qsizetype>(64, bytes.size() - at)));
    }

    void change(QByteArray &bytes)
    {
        static constexpr char telling[] = "\0\xff\x7f\x80<>&\"'/\\.:-*_`[]{}()|#!\n\r\t ~^=+,0";
        const qsizetype at = below(bytes.size());
        switch (below(8)) {
        case 0:
            if (!bytes.isEmpty())
                bytes[at] = char(bytes[at] ^ (1 << below(8)));
            break;
        case 1:
            bytes.insert(at, telling[below(sizeof telling - 1)]);
            break;
        case 2:
            if (!bytes.isEmpty())
                bytes[at] = telling[below(sizeof telling - 1)];
            break;
        case 3:
            bytes.remove(at, 1 + below(32));
            break;
        case 4:
            bytes.insert(at, pieceOf(bytes));
            break;
        case 5:
            bytes.insert(at, pieceOf(m_seeds.at(below(m_seeds.size()))));
            break;
        case 6:
            bytes.truncate(at);
            break;
        default: {
            const QByteArray piece = pieceOf(bytes);
            for (qsizetype times = below(16); times > 0; --times)
                bytes.insert(at, piece);
        }
        }
    }

    QList<QByteArray> m_seeds;
    std::mt19937 m_random{2050};
};

QList<QByteArray> filesIn(const QString &folder)
{
    QList<QByteArray> all;
    const QDir dir(folder);
    for (const QString &name : dir.entryList(QDir::Files, QDir::Name)) {
        QFile file(dir.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            all.append(file.readAll());
    }
    return all;
}

void listenForTrouble()
{
    for (const int signal : {SIGABRT, SIGSEGV, SIGFPE, SIGILL})
        std::signal(signal, broken);
#if defined(__GNUC__) && !defined(_WIN32)
    if (__sanitizer_set_death_callback)
        __sanitizer_set_death_callback(keepInput);
#endif
}

} // namespace

int main(int argc, char **argv)
{
    targetName = argc > 1 ? argv[1] : "";
    target = targetNamed(targetName);
    const QList<QByteArray> seeds =
        argc > 2 ? filesIn(QString::fromLocal8Bit(argv[2])) : QList<QByteArray>();
    if (!target || seeds.isEmpty()) {
        std::fprintf(stderr, "usage: fuzz-smoke TARGET FOLDER-OF-SEEDS [SECONDS] [FILE]\n");
        return 2;
    }
    listenForTrouble();
    if (argc > 4) {
        QFile file(QString::fromLocal8Bit(argv[4]));
        if (!file.open(QIODevice::ReadOnly))
            return 2;
        run(file.readAll());
        return 0;
    }
    for (const QByteArray &seed : seeds)
        run(seed);
    run({});
    Mutator mutator(seeds);
    const auto end = std::chrono::steady_clock::now() +
                     std::chrono::milliseconds(argc > 3 ? int(1000 * std::atof(argv[3])) : 2000);
    int rounds = 0;
    for (; std::chrono::steady_clock::now() < end; ++rounds)
        run(mutator.next());
    std::printf("%d seeds, %d changed copies\n", int(seeds.size()), rounds);
    return 0;
}
