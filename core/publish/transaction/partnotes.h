#pragma once

#include <QElapsedTimer>
#include <QHash>
#include <QString>

namespace kakehashi::publish {

/// How much of which large file the server is known to have, so that an upload that was cut off
/// goes on there. Kept on this machine; losing it costs sending again, nothing else.
class PartNotes
{
public:
    /// `file`: where they survive the program; empty: they do not.
    explicit PartNotes(QString file);
    ~PartNotes();
    PartNotes(const PartNotes &) = delete;
    PartNotes &operator=(const PartNotes &) = delete;

    struct Part
    {
        QString path;      ///< on the server
        qint64 upTo = 0;   ///< acknowledged from the start without a gap
        qint64 source = 0; ///< when the local file was changed last, in ms since 1970
    };

    /// By the name in stage/ that the file gets when it is complete; `upTo` 0: nothing is known.
    Part find(const QString &name) const { return m_parts.value(name); }
    void note(const QString &name, const Part &part);
    void forget(const QString &name);
    void clear();

private:
    void save();

    QString m_file;
    QHash<QString, Part> m_parts;
    QElapsedTimer m_sinceSaved;
    qint64 m_unsaved = 0; ///< bytes noted since
};

} // namespace kakehashi::publish
