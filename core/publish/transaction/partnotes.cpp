#include "publish/transaction/partnotes.h"

#include "base/file.h"
#include "publish/format/jsonlines.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <filesystem>

namespace kakehashi::publish {
namespace {

constexpr qint64 largestNotes = 1024 * 1024;
// What is acknowledged in between is sent twice after a kill.
constexpr qint64 saveEvery = 200;     // ms
constexpr qint64 saveBytes = 256'000; // with what is on the way less than a window is sent twice

/// Whole or not at all, but not flushed to the disk: it may be written many times a second.
void writeQuickly(const QString &name, const QByteArray &bytes)
{
    const QString fresh = name + QStringLiteral(".new");
    QFile file(fresh);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return;
    file.close();
    std::error_code ignored; // only a note: a full disk here must not stop the sending
    std::filesystem::rename(fresh.toStdWString(), name.toStdWString(), ignored);
}

} // namespace

PartNotes::PartNotes(QString file) : m_file(std::move(file))
{
    m_sinceSaved.start();
    if (m_file.isEmpty())
        return;
    const Result<QByteArray> bytes = readFile(m_file, largestNotes);
    if (!bytes)
        return;
    const QJsonObject object = QJsonDocument::fromJson(*bytes).object();
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        const QJsonObject part = entry->toObject();
        m_parts.insert(entry.key(), {part.value(QLatin1String("path")).toString(),
                                     wholeNumber(part, QStringLiteral("upTo")),
                                     wholeNumber(part, QStringLiteral("source"))});
    }
}

PartNotes::~PartNotes()
{
    if (m_unsaved > 0)
        save();
}

void PartNotes::note(const QString &name, const Part &part)
{
    const Part before = m_parts.value(name);
    m_parts.insert(name, part);
    m_unsaved += part.path == before.path ? part.upTo - before.upTo : saveBytes;
    if (m_unsaved >= saveBytes || m_sinceSaved.elapsed() >= saveEvery)
        save();
}

void PartNotes::forget(const QString &name)
{
    if (m_parts.remove(name) > 0)
        save();
}

void PartNotes::clear()
{
    if (m_parts.isEmpty())
        return;
    m_parts.clear();
    save();
}

void PartNotes::save()
{
    m_sinceSaved.restart();
    m_unsaved = 0;
    if (m_file.isEmpty())
        return;
    QJsonObject object;
    for (auto part = m_parts.cbegin(); part != m_parts.cend(); ++part)
        object.insert(part.key(), QJsonObject{{QStringLiteral("path"), part->path},
                                              {QStringLiteral("upTo"), part->upTo},
                                              {QStringLiteral("source"), part->source}});
    if (m_parts.isEmpty())
        QFile::remove(m_file);
    else
        writeQuickly(m_file, QJsonDocument(object).toJson());
}

} // namespace kakehashi::publish
