// The list of published files, which anybody with access to the server may have written: what is
// read is written and read alike, names no file outside, and cannot be changed without the key.
#include "publish/manifest.h"
#include "require.h"
#include "sealed.h"

using namespace kakehashi;
using namespace kakehashi::publish;
using fuzz::require;

namespace {

bool sameHead(const ManifestHead &a, const ManifestHead &b)
{
    return a.site == b.site && a.generation == b.generation && a.transaction == b.transaction &&
           a.published == b.published && a.author == b.author && a.machine == b.machine;
}

bool same(const Manifest &a, const Manifest &b)
{
    return sameHead(a.head, b.head) && a.files == b.files && a.folders == b.folders;
}

void requireInside(const QString &path)
{
    require(!path.isEmpty() && !path.startsWith(u'/') && !path.contains(u'\\') &&
                !path.contains(QChar(u'\0')),
            "a path is relative");
    for (const QString &part : path.split(u'/'))
        require(!part.isEmpty() && part != QLatin1String("..") && part != QLatin1String("."),
                "a path stays inside");
}

void look(const QByteArray &bytes)
{
    const Result<Manifest> manifest = Manifest::fromBytes(bytes, {});
    const Result<ManifestHead> head = manifestHead(bytes.left(headBytes), {});
    if (!manifest)
        return;
    require(bytes.indexOf('\n') >= headBytes || (head && sameHead(*head, manifest->head)),
            "the head alone says the same");
    for (auto file = manifest->files.begin(); file != manifest->files.end(); ++file) {
        requireInside(file.key());
        require(file->size >= 0 && file->time >= 0 && file->retired >= 0, "numbers are counts");
    }
    for (const QString &folder : manifest->folders)
        requireInside(folder);

    const QByteArray key("a key out of the keychain");
    const QByteArray written = manifest->toBytes(key);
    const Result<Manifest> again = Manifest::fromBytes(written, key);
    require(again && same(*again, *manifest), "what is written is read");
    require(!Manifest::fromBytes(written, "another key"), "another key does not fit");
    require(!Manifest::fromBytes(written.chopped(1), key), "a cut is noticed");
    const Result<Manifest> changed = Manifest::fromBytes(fuzz::tampered(written), key);
    require(!changed || same(*changed, *manifest), "a change is noticed");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    look(bytes);
    look(fuzz::sealed(bytes));
    return 0;
}
