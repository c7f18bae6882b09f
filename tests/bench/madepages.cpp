#include "madepages.h"

#include <algorithm>
#include <array>

namespace kakehashi::bench {
namespace {

/// Numerical Recipes' generator: any machine makes the same text.
class Dice
{
public:
    explicit Dice(quint32 seed) : m_state(seed * 2654435761U + 1) {}
    qsizetype below(qsizetype n)
    {
        m_state = m_state * 1664525U + 1013904223U;
        return static_cast<qsizetype>(m_state >> 8U) % n;
    }

private:
    quint32 m_state;
};

QString sentence(Dice &dice)
{
    static const std::array<QString, 8> subjects{QStringLiteral("県民会議では"),
                                                 QStringLiteral("会員企業の皆さまは"),
                                                 QStringLiteral("学生アンバサダーは"),
                                                 QStringLiteral("県内の事業所では"),
                                                 QStringLiteral("今年度の**実行計画**では"),
                                                 QStringLiteral("市町村と連携した取組では"),
                                                 QStringLiteral("家庭の省エネルギー診断では"),
                                                 QStringLiteral("沿岸部の地域では")};
    static const std::array<QString, 8> objects{
        QStringLiteral("二酸化炭素の排出量を"), QStringLiteral("再生可能エネルギーの利用を"),
        QStringLiteral("電気自動車の導入を"),   QStringLiteral("住宅の断熱改修を"),
        QStringLiteral("食品ロスの削減を"),     QStringLiteral("公共交通の利用を"),
        QStringLiteral("森林の整備を"),         QStringLiteral("設備の更新を")};
    static const std::array<QString, 6> verbs{
        QStringLiteral("計画的に進めています。"), QStringLiteral("前年度より拡大しました。"),
        QStringLiteral("引き続き支援します。"),   QStringLiteral("重点的に点検しました。"),
        QStringLiteral("地域ぐるみで広げます。"), QStringLiteral("分かりやすく紹介しています。")};
    return subjects[static_cast<size_t>(dice.below(8))] +
           objects[static_cast<size_t>(dice.below(8))] + verbs[static_cast<size_t>(dice.below(6))];
}

QString paragraph(Dice &dice, int sentences)
{
    QString text;
    for (int at = 0; at < sentences; ++at)
        text += sentence(dice);
    return text + QStringLiteral("\n\n");
}

QString table(Dice &dice)
{
    QString text = QStringLiteral("| 圏域 | 会員数 | 前年度比 | 備考 |\n|---|--:|--:|---|\n");
    for (const char16_t *area : {u"仙南", u"仙台", u"大崎", u"栗原", u"登米", u"石巻", u"気仙沼"})
        text += QStringLiteral("| %1 | %2 | %3％ | 速報値 |\n")
                    .arg(QString::fromUtf16(area))
                    .arg(100 + dice.below(9000))
                    .arg(90 + dice.below(30));
    return text + u'\n';
}

QString body(int number, int count)
{
    Dice dice(static_cast<quint32>(number));
    QString text = paragraph(dice, 3);
    for (int part = 1; part <= 3; ++part) {
        text += QStringLiteral("## 第%1節　取組の状況\n\n").arg(part) + paragraph(dice, 4);
        if (part == 1)
            text += table(dice);
        if (part == 2)
            text += QStringLiteral("- 対象：県内の事業者\n- 期間：10月1日から12月28日まで\n"
                                   "- 方法：[前の記事](/topics/p%1/)をご覧ください。\n\n")
                        .arg(std::max(1, number - 1) % std::max(1, count) + 1);
    }
    return text;
}

content::MenuItem menuItem(const char16_t *label, const QString &target, int position)
{
    content::MenuItem item;
    item.id = Ulid::generate();
    item.menu = QStringLiteral("main");
    item.label = QString::fromUtf16(label);
    item.target = target;
    item.position = position;
    return item;
}

void add(render::SiteSnapshot &site, const QString &path, const QString &kind,
         content::PageContent content)
{
    auto page = std::make_shared<render::PageValue>();
    // The same in every run, so that two versions' output can be compared byte for byte.
    page->id =
        Ulid::fromString(QStringLiteral("%1").arg(site.pages.size(), 26, 10, QLatin1Char('0')));
    page->path = path;
    page->kind = kind;
    page->updatedAt =
        QDateTime(content.date.isValid() ? content.date : QDate(2026, 1, 1), QTime(3, 0), Qt::UTC);
    page->content = std::move(content);
    site.pages.append(std::move(page));
}

} // namespace

render::SnapshotPtr madeSite(int count)
{
    auto site = std::make_shared<render::SiteSnapshot>();
    site->asOf = QDateTime(QDate(2026, 4, 1), QTime(0, 0), Qt::UTC);
    site->site.name = QStringLiteral("見本の大きなサイト");
    site->site.url = QUrl(QStringLiteral("https://large.example.jp/"));
    site->site.organization = QStringLiteral("見本県 環境政策課");
    site->site.telephone = QStringLiteral("022-000-0000");
    if (auto kinds = content::builtInKinds())
        site->kinds = *kinds;
    const std::array<const char16_t *, 6> labels{u"県民会議", u"実践事例", u"アワード",
                                                 u"大作戦",   u"戦略",     u"トピックス"};
    for (size_t at = 0; at < labels.size(); ++at)
        site->menus.append(menuItem(labels[at],
                                    at == 5 ? QStringLiteral("/topics/")
                                            : QStringLiteral("/topics/p%1/").arg(at + 1),
                                    static_cast<int>(at)));
    add(*site, QStringLiteral("/"), QStringLiteral("home"), {.title = QStringLiteral("ホーム")});
    add(*site, QStringLiteral("/topics/"), QStringLiteral("list"),
        {.title = QStringLiteral("トピックス")});
    for (int number = 1; number <= count; ++number)
        add(*site, QStringLiteral("/topics/p%1/").arg(number), QStringLiteral("topic"),
            {.title = QStringLiteral("お知らせ第%1号").arg(number),
             .summary = QStringLiteral("県民会議の取組をお知らせします。"),
             .body = body(number, count),
             .date = QDate(2016, 4, 1).addDays(number * 3650LL / count)});
    std::sort(site->pages.begin(), site->pages.end(),
              [](const auto &a, const auto &b) { return a->path < b->path; });
    return site;
}

} // namespace kakehashi::bench
