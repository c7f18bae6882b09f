#include "ui/shell/unfinished.h"

namespace kakehashi::ui {

Unfinished &Unfinished::of(QObject &session)
{
    if (auto *known = session.findChild<Unfinished *>(QString(), Qt::FindDirectChildrenOnly))
        return *known;
    return *new Unfinished(&session);
}

void Unfinished::add(QObject *owner, Say say)
{
    m_known.removeIf([](const auto &known) { return known.first.isNull(); });
    m_known.append({owner, std::move(say)});
}

QStringList Unfinished::sentences() const
{
    QStringList sentences;
    for (const auto &[owner, say] : m_known) {
        const QString sentence = owner ? say() : QString();
        if (!sentence.isEmpty())
            sentences << sentence;
    }
    return sentences;
}

} // namespace kakehashi::ui
