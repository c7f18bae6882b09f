#include "ui/publish/plan/textdiff.h"

#include "ui/style/style.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QTextDocumentFragment>

#include <algorithm>
#include <vector>

namespace kakehashi::ui {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::ui::TextDiff)
};

constexpr qsizetype cellLimit = 4'000'000; // above, everything between the equal ends is replaced

using Kind = DiffLine::Kind;

/// Length of the longest common subsequence of each pair of tails.
std::vector<int> tailLengths(const QStringList &a, const QStringList &b)
{
    const auto n = static_cast<size_t>(a.size());
    const auto m = static_cast<size_t>(b.size());
    std::vector<int> best((n + 1) * (m + 1), 0);
    for (size_t i = n; i-- > 0;) {
        for (size_t j = m; j-- > 0;) {
            int &cell = best[i * (m + 1) + j];
            if (a[static_cast<qsizetype>(i)] == b[static_cast<qsizetype>(j)])
                cell = best[(i + 1) * (m + 1) + j + 1] + 1;
            else
                cell = std::max(best[(i + 1) * (m + 1) + j], best[i * (m + 1) + j + 1]);
        }
    }
    return best;
}

void appendAll(QList<DiffLine> &out, const QStringList &lines, Kind kind)
{
    for (const QString &line : lines)
        out.append({kind, line});
}

void appendMiddle(QList<DiffLine> &out, const QStringList &a, const QStringList &b)
{
    if (a.isEmpty() || b.isEmpty() || a.size() * b.size() > cellLimit) {
        appendAll(out, a, Kind::Gone);
        appendAll(out, b, Kind::New);
        return;
    }
    const std::vector<int> best = tailLengths(a, b);
    const qsizetype width = b.size() + 1;
    const auto at = [&](qsizetype i, qsizetype j) {
        return best[static_cast<size_t>(i * width + j)];
    };
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < a.size() || j < b.size()) {
        if (i < a.size() && j < b.size() && a[i] == b[j]) {
            out.append({Kind::Same, a[i++]});
            ++j;
        } else if (i < a.size() && (j == b.size() || at(i + 1, j) >= at(i, j + 1))) {
            out.append({Kind::Gone, a[i++]});
        } else {
            out.append({Kind::New, b[j++]});
        }
    }
}

QList<DiffLine> onlyNear(const QList<DiffLine> &all, int context)
{
    QList<DiffLine> near;
    qsizetype keptTo = 0;
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (all[i].kind == Kind::Same)
            continue;
        const qsizetype from = std::max(keptTo, i - context);
        if (from > keptTo && !near.isEmpty())
            near.append({Kind::Same, QStringLiteral("…")});
        const qsizetype to = std::min(all.size(), i + context + 1);
        for (qsizetype k = from; k < to; ++k) {
            const bool laterChange = k > i && all[k].kind != Kind::Same;
            if (laterChange)
                break;
            near.append(all[k]);
            keptTo = k + 1;
        }
    }
    return near;
}

} // namespace

QStringList visibleLines(const QByteArray &html)
{
    static const QRegularExpression unseen(
        QStringLiteral("<(script|style|head|noscript|svg)\\b.*?</\\1>"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    const QString body = QString::fromUtf8(html).remove(unseen);
    const QString text = QTextDocumentFragment::fromHtml(body).toPlainText();
    QStringList lines;
    const QStringList parts = text.split(u'\n', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        const QString line = part.simplified();
        if (!line.isEmpty() && line != QStringView(u"\uFFFC"))
            lines.append(line);
    }
    return lines;
}

QList<DiffLine> textDiff(const QStringList &before, const QStringList &after, int context)
{
    qsizetype head = 0;
    while (head < before.size() && head < after.size() && before[head] == after[head])
        ++head;
    qsizetype tail = 0;
    while (tail < before.size() - head && tail < after.size() - head &&
           before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
        ++tail;
    QList<DiffLine> all;
    appendAll(all, before.first(head), Kind::Same);
    appendMiddle(all, before.mid(head, before.size() - head - tail),
                 after.mid(head, after.size() - head - tail));
    appendAll(all, before.last(tail), Kind::Same);
    return onlyNear(all, context);
}

QString diffHtml(const QList<DiffLine> &lines)
{
    const style::Tokens &tokens = style::tokens();
    QString html;
    for (const DiffLine &line : lines) {
        const bool gone = line.kind == Kind::Gone;
        const QString sign = line.kind == Kind::Same ? QStringLiteral("&nbsp;")
                             : gone                  ? QStringLiteral("−")
                                                     : QStringLiteral("+");
        const QColor color = line.kind == Kind::Same ? tokens.muted
                             : gone                  ? tokens.danger
                                                     : tokens.success;
        html += QStringLiteral("<p style=\"margin:2px 0;color:%1\">%2&nbsp; %3</p>")
                    .arg(color.name(), sign, line.text.toHtmlEscaped());
    }
    if (html.isEmpty())
        html = QStringLiteral("<p>%1</p>")
                   .arg(Text::tr("The text stays the same; only markup or addresses change."));
    return html;
}

} // namespace kakehashi::ui
