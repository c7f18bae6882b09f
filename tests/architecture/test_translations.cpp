#include <QDir>
#include <QFile>
#include <QMap>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

namespace {

QString source(const QString &path)
{
    return QDir(QStringLiteral(KAKEHASHI_SOURCE_DIR)).filePath(path);
}

/// The texts of a .ts file that nobody has translated yet.
QStringList unfinished(const QString &tsFile)
{
    QFile file(tsFile);
    if (!file.open(QIODevice::ReadOnly))
        return {QStringLiteral("unreadable: ") + tsFile};
    QStringList texts;
    QString text;
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == QStringLiteral("source"))
            text = xml.readElementText();
        else if (xml.name() == QStringLiteral("translation") &&
                 xml.attributes().value(QStringLiteral("type")) == QStringLiteral("unfinished"))
            texts.append(text);
    }
    return texts;
}

} // namespace

namespace {

/// The Japanese texts that people read in the program, its guide and its reasons.
QMap<QString, QString> japaneseTexts()
{
    QMap<QString, QString> texts;
    QFile file(source(QStringLiteral("translations/kakehashi_ja.ts")));
    if (!file.open(QIODevice::ReadOnly))
        return texts;
    QXmlStreamReader xml(&file);
    QString english;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == QStringLiteral("source"))
            english = xml.readElementText();
        else if (xml.isStartElement() && xml.name() == QStringLiteral("translation"))
            texts[english] += xml.readElementText(QXmlStreamReader::IncludeChildElements);
    }
    for (const QString &name : {QStringLiteral("help/ja"), QStringLiteral("rules")}) {
        const QDir folder(source(QStringLiteral("resources/") + name));
        for (const QString &each : folder.entryList(QDir::Files)) {
            QFile text(folder.filePath(each));
            if (text.open(QIODevice::ReadOnly))
                texts.insert(each, QString::fromUtf8(text.readAll()));
        }
    }
    return texts;
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyTextIsTranslated_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("options");
        QTest::newRow("Japanese") << u"kakehashi_ja.ts"_qs << QStringList{};
        QTest::newRow("English plurals") << u"kakehashi_en.ts"_qs << QStringList{u"-pluralonly"_qs};
    }

    void everyTextIsTranslated()
    {
        QFETCH(QString, name);
        QFETCH(QStringList, options);
        QTemporaryDir folder;
        const QString copy = folder.filePath(name);
        QVERIFY(QFile::copy(source(u"translations/"_qs + name), copy));
        QProcess lupdate;
        lupdate.start(QStringLiteral(KAKEHASHI_LUPDATE),
                      options + QStringList{u"-silent"_qs, u"-I"_qs, source(u"."_qs), u"-I"_qs,
                                            source(u"core"_qs), u"-no-obsolete"_qs,
                                            u"-locations"_qs, u"none"_qs, source(u"core"_qs),
                                            source(u"ui"_qs), source(u"app"_qs), u"-ts"_qs, copy});
        QVERIFY(lupdate.waitForFinished(120'000));
        QCOMPARE(lupdate.exitCode(), 0);
        const QStringList open = unfinished(copy);
        QVERIFY2(
            open.isEmpty(),
            qPrintable(
                QStringLiteral("%1 texts, the first: %2").arg(open.size()).arg(open.value(0))));
    }

    void oneThingHasOneName_data()
    {
        QTest::addColumn<QString>("write");
        QTest::newRow("訪問者") << "閲覧者";
        QTest::newRow("訪れた人") << "閲覧者";
        QTest::newRow("見る人") << "閲覧者";
        QTest::newRow("ソフトウェア") << "ソフト";
        QTest::newRow("このプログラム") << "このソフト";
        QTest::newRow("運用担当者") << "管理者";
        QTest::newRow("Webサーバー") << "ウェブサーバー";
        QTest::newRow("Web サーバー") << "ウェブサーバー";
        QTest::newRow("控え") << "バックアップ、記録";
        QTest::newRow("試験用") << "確認用";
        QTest::newRow("サーバー点検") << "サーバーの確認";
        QTest::newRow("既に") << "すでに";
        QTest::newRow("ごみ箱に移") << "ごみ箱に入れる";
    }

    /// People look for the word that they read in the guide.
    void oneThingHasOneName()
    {
        QFETCH(QString, write);
        const QString avoided = QString::fromUtf8(QTest::currentDataTag());
        const QMap<QString, QString> texts = japaneseTexts();
        QVERIFY(texts.size() > 1000);
        for (auto text = texts.begin(); text != texts.end(); ++text)
            QVERIFY2(!text->contains(avoided), qPrintable(avoided + QStringLiteral(" → ") + write +
                                                          QStringLiteral(": ") + text.key()));
    }
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "test_translations.moc"
