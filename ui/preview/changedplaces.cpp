#include "ui/preview/changedplaces.h"

#include <QStringList>

#include <algorithm>
#include <vector>

namespace kakehashi::ui {
namespace {

/// Lines between two empty ones.
struct Block
{
    QString text;
    int first = 0;
    int last = 0;
};

QList<Block> blocksOf(const QString &body)
{
    QList<Block> blocks;
    int number = 0;
    bool inside = false;
    for (const QStringView line : QStringView(body).split(u'\n')) {
        ++number;
        const QStringView text = line.trimmed();
        if (text.isEmpty()) {
            inside = false;
            continue;
        }
        if (!inside)
            blocks.append({QString(), number, number});
        inside = true;
        blocks.last().text += text.toString() + u'\n';
        blocks.last().last = number;
    }
    return blocks;
}

/// Which of `now` are in a longest common subsequence with `was`; gaps in `was` beside them are
/// told by `gone`, the index in `now` before which something was taken out.
class Comparison
{
public:
    Comparison(const QList<Block> &was, const QList<Block> &now) : m_was(was), m_now(now) {}

    QList<ChangedPlace> places()
    {
        trim();
        // Two texts with nothing in common need no table of all pairs.
        constexpr qsizetype largestTable = 4'000'000;
        if ((m_wasEnd - m_start) * (m_nowEnd - m_start) > largestTable)
            takeRun(m_start, m_wasEnd, m_start, m_nowEnd);
        else
            walk();
        return m_places;
    }

private:
    void trim()
    {
        m_wasEnd = m_was.size();
        m_nowEnd = m_now.size();
        const auto same = [this](qsizetype i, qsizetype j) {
            return m_was.at(i).text == m_now.at(j).text;
        };
        while (m_start < std::min(m_wasEnd, m_nowEnd) && same(m_start, m_start))
            ++m_start;
        while (m_wasEnd > m_start && m_nowEnd > m_start && same(m_wasEnd - 1, m_nowEnd - 1)) {
            --m_wasEnd;
            --m_nowEnd;
        }
    }

    void walk()
    {
        const qsizetype rows = m_wasEnd - m_start;
        const qsizetype columns = m_nowEnd - m_start;
        std::vector<int> best(static_cast<size_t>((rows + 1) * (columns + 1)), 0);
        const auto cell = [&best, columns](qsizetype i, qsizetype j) -> int & {
            return best[static_cast<size_t>(i * (columns + 1) + j)];
        };
        const auto same = [this](qsizetype i, qsizetype j) {
            return m_was.at(m_start + i).text == m_now.at(m_start + j).text;
        };
        for (qsizetype i = rows - 1; i >= 0; --i) {
            for (qsizetype j = columns - 1; j >= 0; --j)
                cell(i, j) =
                    same(i, j) ? cell(i + 1, j + 1) + 1 : std::max(cell(i + 1, j), cell(i, j + 1));
        }
        qsizetype wasFrom = 0;
        qsizetype nowFrom = 0;
        for (qsizetype i = 0, j = 0; i < rows && j < columns;) {
            if (same(i, j)) {
                takeRun(m_start + wasFrom, m_start + i, m_start + nowFrom, m_start + j);
                wasFrom = ++i;
                nowFrom = ++j;
            } else if (cell(i + 1, j) >= cell(i, j + 1)) {
                ++i;
            } else {
                ++j;
            }
        }
        takeRun(m_start + wasFrom, m_wasEnd, m_start + nowFrom, m_nowEnd);
    }

    void takeRun(qsizetype wasFrom, qsizetype wasTo, qsizetype nowFrom, qsizetype nowTo)
    {
        for (qsizetype j = nowFrom; j < nowTo; ++j)
            m_places.append({m_now.at(j).first, m_now.at(j).last});
        if (nowFrom < nowTo || wasFrom == wasTo)
            return;
        // Only taken out: shown at what stands there now, or at the end of the page.
        if (m_now.isEmpty())
            m_places.append({1, 1});
        else if (nowFrom < m_now.size())
            m_places.append({m_now.at(nowFrom).first, m_now.at(nowFrom).last});
        else
            m_places.append({m_now.last().first, m_now.last().last});
    }

    const QList<Block> &m_was;
    const QList<Block> &m_now;
    qsizetype m_start = 0;
    qsizetype m_wasEnd = 0;
    qsizetype m_nowEnd = 0;
    QList<ChangedPlace> m_places;
};

} // namespace

QList<ChangedPlace> changedPlaces(const content::PageContent &live, const content::PageContent &now)
{
    content::PageContent head = live;
    head.body = now.body;
    QList<ChangedPlace> places;
    if (head != now)
        places.append(ChangedPlace());
    const QList<Block> was = blocksOf(live.body);
    const QList<Block> is = blocksOf(now.body);
    return places + Comparison(was, is).places();
}

} // namespace kakehashi::ui
