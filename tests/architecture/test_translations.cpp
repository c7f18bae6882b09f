#include <QDir>
#include <QFile>
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
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "test_translations.moc"
