#include "base/reading.h"

#include "base/text.h"

#include <QHash>
#include <QRegularExpression>
#include <QStringList>

#include <array>
#include <utility>

namespace kakehashi {
namespace {

constexpr qsizetype mostWords = 5;

struct Word
{
    const char16_t *text;
    const char *reading;
};

/// The words of a prefecture's titles and files. Longer ones win over those that they begin with.
const QHash<QString, QString> &words()
{
    static const QHash<QString, QString> known = [] {
        constexpr Word all[]{{u"お知らせ", "oshirase"},
                             {u"お問い合わせ", "contact"},
                             {u"問合せ", "contact"},
                             {u"総会", "soukai"},
                             {u"資料", "shiryou"},
                             {u"会議", "kaigi"},
                             {u"会議録", "kaigiroku"},
                             {u"議事録", "gijiroku"},
                             {u"議事", "giji"},
                             {u"次第", "shidai"},
                             {u"募集", "boshu"},
                             {u"公募", "koubo"},
                             {u"要項", "youkou"},
                             {u"要綱", "youkou"},
                             {u"要領", "youryou"},
                             {u"様式", "youshiki"},
                             {u"申込", "moushikomi"},
                             {u"申込書", "moushikomisho"},
                             {u"申請", "shinsei"},
                             {u"申請書", "shinseisho"},
                             {u"報告", "houkoku"},
                             {u"報告書", "houkokusho"},
                             {u"概要", "gaiyou"},
                             {u"計画", "keikaku"},
                             {u"計画書", "keikakusho"},
                             {u"予算", "yosan"},
                             {u"決算", "kessan"},
                             {u"補助金", "hojokin"},
                             {u"助成", "josei"},
                             {u"支援", "shien"},
                             {u"調査", "chousa"},
                             {u"統計", "toukei"},
                             {u"結果", "kekka"},
                             {u"一覧", "ichiran"},
                             {u"名簿", "meibo"},
                             {u"規約", "kiyaku"},
                             {u"規程", "kitei"},
                             {u"条例", "jourei"},
                             {u"案内", "annai"},
                             {u"講座", "kouza"},
                             {u"講演", "kouen"},
                             {u"研修", "kenshu"},
                             {u"説明会", "setsumeikai"},
                             {u"説明", "setsumei"},
                             {u"開催", "kaisai"},
                             {u"予定", "yotei"},
                             {u"日程", "nittei"},
                             {u"県民", "kenmin"},
                             {u"県民会議", "kenminkaigi"},
                             {u"県", "ken"},
                             {u"市町村", "shichouson"},
                             {u"企業", "kigyou"},
                             {u"事業", "jigyou"},
                             {u"事業所", "jigyousho"},
                             {u"学生", "gakusei"},
                             {u"学校", "gakkou"},
                             {u"子ども", "kodomo"},
                             {u"環境", "kankyou"},
                             {u"温暖化", "ondanka"},
                             {u"省エネ", "shouene"},
                             {u"再エネ", "saiene"},
                             {u"太陽光", "taiyoukou"},
                             {u"電気", "denki"},
                             {u"自動車", "jidousha"},
                             {u"住宅", "juutaku"},
                             {u"地図", "chizu"},
                             {u"写真", "shashin"},
                             {u"図", "zu"},
                             {u"表", "hyou"},
                             {u"表彰", "hyoushou"},
                             {u"受賞", "jushou"},
                             {u"会場", "kaijou"},
                             {u"別紙", "besshi"},
                             {u"別添", "betten"},
                             {u"添付", "tenpu"},
                             {u"参考", "sankou"},
                             {u"実績", "jisseki"},
                             {u"事例", "jirei"},
                             {u"取組", "torikumi"},
                             {u"取り組み", "torikumi"},
                             {u"設立", "setsuritsu"},
                             {u"夏", "natsu"},
                             {u"冬", "fuyu"},
                             {u"春", "haru"},
                             {u"秋", "aki"},
                             {u"最新", "saishin"},
                             {u"改訂", "kaitei"}};
        QHash<QString, QString> map;
        for (const Word &word : all)
            map.insert(QString::fromUtf16(word.text), QString::fromLatin1(word.reading));
        return map;
    }();
    return known;
}

constexpr qsizetype longestWord = 6;

const QHash<QString, QString> &syllables()
{
    static const QHash<QString, QString> known = [] {
        const QStringList table =
            QStringLiteral(
                "ア a イ i ウ u エ e オ o カ ka キ ki ク ku ケ ke コ ko サ sa シ shi ス su セ se "
                "ソ so "
                "タ ta チ chi ツ tsu テ te ト to ナ na ニ ni ヌ nu ネ ne ノ no ハ ha ヒ hi フ fu "
                "ヘ he "
                "ホ ho マ ma ミ mi ム mu メ me モ mo ヤ ya ユ yu ヨ yo ラ ra リ ri ル ru レ re ロ "
                "ro "
                "ワ wa ヲ o ン n ガ ga ギ gi グ gu ゲ ge ゴ go ザ za ジ ji ズ zu ゼ ze ゾ zo ダ da "
                "ヂ ji ヅ zu デ de ド do バ ba ビ bi ブ bu ベ be ボ bo パ pa ピ pi プ pu ペ pe ポ "
                "po "
                "ヴ vu キャ kya キュ kyu キョ kyo シャ sha シュ shu ショ sho シェ she チャ cha "
                "チュ chu "
                "チョ cho チェ che ニャ nya ニュ nyu ニョ nyo ヒャ hya ヒュ hyu ヒョ hyo ミャ mya "
                "ミュ myu "
                "ミョ myo リャ rya リュ ryu リョ ryo ギャ gya ギュ gyu ギョ gyo ジャ ja ジュ ju "
                "ジョ jo "
                "ジェ je ビャ bya ビュ byu ビョ byo ピャ pya ピュ pyu ピョ pyo ファ fa フィ fi "
                "フェ fe "
                "フォ fo ティ ti ディ di トゥ tu ドゥ du デュ dyu ウィ wi ウェ we ウォ wo ヴァ va "
                "ヴィ vi "
                "ヴェ ve ヴォ vo ツァ tsa ァ a ィ i ゥ u ェ e ォ o ャ ya ュ yu ョ yo")
                .split(u' ');
        QHash<QString, QString> map;
        for (qsizetype at = 0; at + 1 < table.size(); at += 2)
            map.insert(table.at(at), table.at(at + 1));
        return map;
    }();
    return known;
}

bool isKatakana(QChar c)
{
    return c >= QChar(0x30a1) && c <= QChar(0x30fc) && c != QChar(0x30fb);
}

/// 「ッ」 doubles what follows; 「ー」 is left out, as signs in stations do.
QString katakanaReading(const QString &text)
{
    QString out;
    bool doubled = false;
    for (qsizetype at = 0; at < text.size();) {
        const QString two = syllables().value(text.mid(at, 2));
        const bool isPair = at + 1 < text.size() && !two.isEmpty();
        const QString one = isPair ? two : syllables().value(text.mid(at, 1));
        if (text.at(at) == QChar(0x30c3)) {
            doubled = true;
            ++at;
            continue;
        }
        if (doubled && !one.isEmpty())
            out += one.startsWith(QLatin1String("ch")) ? QChar(u't') : one.front();
        doubled = false;
        out += one;
        at += isPair ? 2 : 1;
    }
    return out;
}

/// 「令和8年度」 → "r8", 「2026年度」 → "2026"; how much of the text it takes.
std::pair<QString, qsizetype> yearAt(const QString &text, qsizetype at)
{
    static const QRegularExpression form(
        QStringLiteral("\\G(?:(令和|平成|昭和)(元|\\d{1,2})|(\\d{4}))年度?"));
    const auto match = form.match(text, at);
    if (!match.hasMatch())
        return {};
    if (!match.captured(3).isEmpty())
        return {match.captured(3), match.capturedLength()};
    static const QHash<QString, QString> eras{{QStringLiteral("令和"), QStringLiteral("r")},
                                              {QStringLiteral("平成"), QStringLiteral("h")},
                                              {QStringLiteral("昭和"), QStringLiteral("s")}};
    const QString year = match.captured(2);
    return {eras.value(match.captured(1)) + (year == u"元" ? QStringLiteral("1") : year),
            match.capturedLength()};
}

/// One word that begins at `at`; its length is 0 when none does.
std::pair<QString, qsizetype> wordAt(const QString &text, qsizetype at)
{
    if (auto year = yearAt(text, at); year.second > 0)
        return year;
    for (qsizetype length = longestWord; length > 0; --length) {
        const QString known = words().value(text.mid(at, length));
        if (!known.isEmpty() && at + length <= text.size())
            return {known, length};
    }
    qsizetype end = at;
    while (end < text.size() && isKatakana(text.at(end)))
        ++end;
    if (end - at >= 2)
        return {katakanaReading(text.mid(at, end - at)), end - at};
    end = at;
    const auto isPlain = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9');
    };
    while (end < text.size() && isPlain(text.at(end)))
        ++end;
    return {text.mid(at, end - at), end - at};
}

} // namespace

QString reading(const QString &text)
{
    const QString plain = folded(text).toLower();
    QStringList found;
    bool hasWord = false;
    for (qsizetype at = 0; at < plain.size() && found.size() < mostWords;) {
        const auto [word, length] = wordAt(plain, at);
        at += length > 0 ? length : 1;
        if (word.isEmpty())
            continue;
        found.append(word);
        hasWord = hasWord || std::any_of(word.cbegin(), word.cend(),
                                         [](QChar c) { return c >= u'a' && c <= u'z'; });
    }
    // "r8" alone is a year, not a name.
    const bool isYear = found.size() == 1 && yearAt(plain, 0).second > 0;
    return hasWord && !isYear ? found.join(u'-') : QString();
}

} // namespace kakehashi
