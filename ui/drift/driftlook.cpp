#include "ui/drift/driftlook.h"

#include <QCoreApplication>

namespace kakehashi::ui {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::ui::Drift)
};

constexpr int mostRead = 60;
constexpr qint64 largestRead = 1'000'000;

Result<void> readWhatDiffers(publish::Publisher &publisher, DriftLook &look,
                             const JobContext &context)
{
    const int count = static_cast<int>(std::min<qsizetype>(mostRead, look.drifts.size()));
    ProgressMeter meter(context, Text::tr("Reading what differs"), count);
    int read = 0;
    for (publish::Drift &drift : look.drifts) {
        if (!drift.found.isFile() || drift.found.size > largestRead || read >= mostRead)
            continue;
        if (context.cancel.isCancelled())
            return cancelled();
        ++read;
        meter.advance(1, drift.found.size, drift.path);
        const auto bytes = publisher.read(drift.path, largestRead, context);
        if (!bytes && bytes.error().code == ErrorCode::Network)
            return passOn(bytes);
        if (!bytes)
            continue; // gone again, or not readable: it stays in the list all the same
        drift.foundHash = Sha256::of(*bytes);
        look.found.insert(drift.path, *bytes);
    }
    return {};
}

} // namespace

Result<DriftLook> lookForDrift(publish::Publisher &publisher, publish::Publisher::Level level,
                               const JobContext &context)
{
    DriftLook look;
    look.level = level;
    auto live = publisher.published(context);
    if (!live)
        return passOn(live);
    look.live = std::move(*live);
    const auto standing = publisher.standing(context);
    if (!standing)
        return passOn(standing);
    look.signature = standing->signature;
    look.problem = standing->problem();
    auto drifts = publisher.verify(level, context);
    if (!drifts)
        return passOn(drifts);
    look.drifts = std::move(*drifts);
    look.seen = Clock::system().now();
    if (auto read = readWhatDiffers(publisher, look, context); !read)
        return passOn(read);
    return look;
}

QString doubtAbout(const DriftLook &look)
{
    using publish::Signature;
    if (!look.problem.isEmpty())
        return look.problem;
    if (look.signature == Signature::Unchecked)
        return Text::tr("But the list it was compared with could not be checked: this "
                        "computer does not have the site's signature key (Targets → Import "
                        "a key).");
    if (look.signature == Signature::Stripped)
        return Text::tr("But the list it was compared with lost its signature: someone "
                        "published without the site's key, or someone tampered with it.");
    return {};
}

bool isText(const QByteArray &bytes)
{
    return !bytes.left(8000).contains('\0');
}

} // namespace kakehashi::ui
