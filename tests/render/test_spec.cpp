#include "support/sitefixture.h"
#include "support/testsite.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace kakehashi;
using namespace kakehashi::test;

namespace {

struct Example
{
    int number;
    QString section;
    QString markdown;
    QString html;
};

/// The examples of the CommonMark specification: between fences of 32 backticks, "→" is a tab.
QList<Example> examples()
{
    QFile file(QStringLiteral(KAKEHASHI_SOURCE_DIR "/tests/render/spec/commonmark-0.31.2.txt"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the specification is missing");
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
    const QString fence(32, u'`');
    QList<Example> found;
    QString section;
    for (qsizetype at = 0; at < lines.size(); ++at) {
        if (lines.at(at).startsWith(u"#"))
            section = lines.at(at).mid(lines.at(at).indexOf(u' ') + 1);
        if (lines.at(at) != fence + QStringLiteral(" example"))
            continue;
        Example example{int(found.size()) + 1, section, {}, {}};
        QString *part = &example.markdown;
        for (++at; lines.at(at) != fence; ++at) {
            if (lines.at(at) == QStringLiteral("."))
                part = &example.html;
            else
                *part += QString(lines.at(at)).replace(u'→', u'\t') + u'\n';
        }
        found.append(example);
    }
    return found;
}

/// What a reader gets, without what a public site adds or takes away on purpose: ids, marks of
/// outer links, sizes of pictures; h1 is the page's title, so headings begin at h2.
QString skeleton(QString html)
{
    static const QRegularExpression hidden(
        QStringLiteral("<span class=\"visually-hidden\">[^<]*</span>"));
    html.remove(hidden);
    static const QRegularExpression tag(
        QStringLiteral("<(/?)([a-z0-9]+)((?:\"[^\"]*\"|[^>\"])*)>"));
    QString out;
    qsizetype copied = 0;
    auto tags = tag.globalMatch(html);
    while (tags.hasNext()) {
        const auto match = tags.next();
        out += html.mid(copied, match.capturedStart() - copied);
        copied = match.capturedEnd();
        QString name = match.captured(2);
        if (name.size() == 2 && name.startsWith(u'h') && name.at(1).isDigit())
            name = u'h' + QString::number(qMax(2, name.mid(1).toInt()));
        out += u'<' + match.captured(1) + name + u'>';
    }
    out += html.mid(copied);
    static const QRegularExpression around(QStringLiteral("\\s*(</?[a-z0-9]+>)\\s*"));
    out.replace(around, QStringLiteral("\\1"));
    out.replace(QStringLiteral("&quot;"), QStringLiteral("\""));
    out.replace(QStringLiteral("&#39;"), QStringLiteral("'"));
    return out.simplified();
}

/// Where ours differs because a public site's pages do, or because cmark-gfm follows version 0.29.
bool isOnPurpose(const Example &example)
{
    // HTML written by hand goes through the sanitiser.
    if (example.section == QStringLiteral("HTML blocks") ||
        example.section == QStringLiteral("Raw HTML"))
        return true;
    static const QList<int> sanitised{21,  31,  201, 308, 309, 344, 475, 476,
                                      477, 491, 494, 524, 536, 642, 643};
    static const QList<int> refusedSchemes{596, 598, 599, 601}; // irc:, made-up: …
    static const QList<int> bareAddresses{606, 608, 611, 612};  // GFM makes links of them
    static const QList<int> newerThanCmark{28, 354}; // long code points, symbols as punctuation
    return sanitised.contains(example.number) || refusedSchemes.contains(example.number) ||
           bareAddresses.contains(example.number) || newerThanCmark.contains(example.number);
}

} // namespace

/// CommonMark as its specification has it, where no block and no rule of ours is involved.
class TestSpec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void examplesGiveTheReferenceOutput();
};

void TestSpec::examplesGiveTheReferenceOutput()
{
    SiteFixture site;
    int same = 0;
    const QList<Example> all = examples();
    QCOMPARE(all.size(), 652);
    for (const Example &example : all) {
        const QString ours = skeleton(site.body(example.markdown).html);
        const QString reference = skeleton(example.html);
        if (ours == reference)
            ++same;
        else
            QVERIFY2(isOnPurpose(example), qPrintable(QStringLiteral("%1 (%2)\n%3\n%4")
                                                          .arg(example.number)
                                                          .arg(example.section, reference, ours)));
    }
    qInfo() << same << "of" << all.size() << "examples give the reference output";
    QVERIFY(same >= 580);
}

QTEST_GUILESS_MAIN(TestSpec)
#include "test_spec.moc"
