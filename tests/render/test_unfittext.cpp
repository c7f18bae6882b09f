#include "base/cleantext.h"
#include "render/card/card.h"
#include "render/sinks.h"
#include "support/sitefixture.h"
#include "support/testsite.h"

#include <QJsonDocument>
#include <QTest>
#include <QXmlStreamReader>

using namespace kakehashi;
using namespace kakehashi::test;

namespace {

/// The words with something in them that no published text may hold.
QString spoiled(const char *words)
{
    QString text = QString::fromUtf8(words);
    for (const char16_t c : {0x0B, 0x00, 0x1B, 0x7F, 0x85, 0xFFFE, 0xFDD1, 0x202E, 0x2067, 0xD83D})
        text.insert(1, QChar(c));
    return text;
}

} // namespace

/// A site whose words hold control characters and the like: everything that goes out can be read.
class TestUnfitText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesNowhere();
    void isNotReferredTo();
    void leavesACardWithoutWords();
    void rowsWithoutADateHaveNone();
};

void TestUnfitText::goesNowhere()
{
    SiteFixture site;
    content::SiteSettings &settings = site.snapshot().site;
    for (QString *text : {&settings.name, &settings.tagline, &settings.description,
                          &settings.organization, &settings.address, &settings.telephone,
                          &settings.email, &settings.hours, &settings.copyright})
        *text = spoiled("県の役所");
    content::PageContent content{.title = spoiled("会議のお知らせ"),
                                 .summary = spoiled("概要"),
                                 .body = spoiled("本文 **太字**") +
                                         QStringLiteral("\n\n::: html\n") + spoiled("<p>字</p>") +
                                         QStringLiteral("\n:::\n")};
    content.date = QDate(2026, 3, 1);
    content.seo.title = spoiled("題名");
    content.seo.description = spoiled("説明");
    site.page(QStringLiteral("/topics/a/"), content, QStringLiteral("topic"));
    render::MemorySink sink;
    VERIFY_OK(render::renderSite(site.snapshot(), site.theme(), {}, sink));
    int read = 0;
    for (const QString &path : sink.paths()) {
        if (path.endsWith(QStringLiteral(".png")) || path.contains(QStringLiteral("woff")))
            continue;
        const QByteArray bytes = sink.bytes(path);
        const QString text = QString::fromUtf8(bytes);
        const qsizetype at = unfitAt(text.mid(text.startsWith(QChar::ByteOrderMark) ? 1 : 0));
        QVERIFY2(at < 0, qPrintable(path + QString::number(at)));
        if (path.endsWith(QStringLiteral(".xml"))) {
            QXmlStreamReader xml(bytes);
            while (!xml.atEnd())
                xml.readNext();
            QVERIFY2(!xml.hasError(), qPrintable(path + u' ' + xml.errorString()));
            ++read;
        } else if (path.endsWith(QStringLiteral(".json")) ||
                   path.endsWith(QStringLiteral(".webmanifest"))) {
            QVERIFY2(!QJsonDocument::fromJson(bytes).isNull(), qPrintable(path));
            ++read;
        }
    }
    QVERIFY2(read >= 3, qPrintable(sink.paths().join(u' ')));
}

/// What is written as &#11; is as unfit as what is typed, and hides no address that runs.
void TestUnfitText::isNotReferredTo()
{
    SiteFixture site;
    const QString bad = QStringLiteral("&#11;&#x202e;&#xFFFE;&#xFFFF;&#27;");
    const QString html =
        site.body(QStringLiteral("あ%1い <b title=\"う%1え\">お%1か</b> "
                                 "[き%1く](/a/%1 \"け%1こ\") ![さ%1し](a%1.png)\n\n"
                                 "<p title=\"%1\">す%1せ</p>\n\n"
                                 "<a href=\"java&#x202e;script:alert(1)\">そ</a>"
                                 "[た](java&#x202e;script:alert(1))\n")
                      .arg(bad))
            .html;
    QVERIFY2(unfitAt(html) < 0, qPrintable(html));
    QVERIFY2(html.contains(QStringLiteral("す")) && !html.contains(QStringLiteral("script:")),
             qPrintable(html));
}

void TestUnfitText::leavesACardWithoutWords()
{
    QVERIFY(!render::paintCard({{}, {}, {}, QStringLiteral("#0B6B3A")}).isEmpty());
}

void TestUnfitText::rowsWithoutADateHaveNone()
{
    SiteFixture site;
    site.snapshot().kinds = *content::builtInKinds();
    site.page(QStringLiteral("/topics/"), {.title = QStringLiteral("一覧")},
              QStringLiteral("list"));
    site.page(QStringLiteral("/topics/a/"), {.title = QStringLiteral("日付なし")},
              QStringLiteral("topic"));
    const auto theme = render::Theme::load(QStringLiteral(":/theme"));
    VERIFY_OK(theme);
    for (const char *path : {"/", "/topics/"}) {
        const auto served =
            render::renderPath(site.snapshot(), **theme, site.options(), QString::fromLatin1(path));
        VERIFY_OK(served);
        QVERIFY2(served->bytes.contains("日付なし"), served->bytes.constData());
        QVERIFY2(!served->bytes.contains("datetime=\"\""), served->bytes.constData());
    }
}

QTEST_MAIN(TestUnfitText)
#include "test_unfittext.moc"
