#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

namespace {

/// What each module may include besides itself: the table of the architecture, as data.
/// `everything` is written out by hand so that a new module is a decision, not an accident.
const QMap<QString, QStringList> &allowed()
{
    static const QMap<QString, QStringList> table{
        {QStringLiteral("base"), {}},
        {QStringLiteral("store"), {QStringLiteral("base")}},
        {QStringLiteral("security"), {QStringLiteral("base")}},
        {QStringLiteral("tabular"), {QStringLiteral("base")}},
        {QStringLiteral("ssh"), {QStringLiteral("base"), QStringLiteral("security")}},
        {QStringLiteral("content"),
         {QStringLiteral("base"), QStringLiteral("store"), QStringLiteral("security")}},
        {QStringLiteral("statistics"), {QStringLiteral("base"), QStringLiteral("store")}},
        {QStringLiteral("banner"),
         {QStringLiteral("base"), QStringLiteral("store"), QStringLiteral("content")}},
        {QStringLiteral("render"),
         {QStringLiteral("base"), QStringLiteral("security"), QStringLiteral("content"),
          QStringLiteral("statistics"), QStringLiteral("banner")}},
        {QStringLiteral("check"),
         {QStringLiteral("base"), QStringLiteral("store"), QStringLiteral("security"),
          QStringLiteral("content"), QStringLiteral("render")}},
        // Reports count what rendering makes, as check does; their HTML comes from its templates.
        {QStringLiteral("reports"),
         {QStringLiteral("base"), QStringLiteral("tabular"), QStringLiteral("content"),
          QStringLiteral("render"), QStringLiteral("check")}},
        {QStringLiteral("publish"),
         {QStringLiteral("base"), QStringLiteral("store"), QStringLiteral("security"),
          QStringLiteral("ssh"), QStringLiteral("render/outputtree.h")}},
        {QStringLiteral("notify"),
         {QStringLiteral("base"), QStringLiteral("store"), QStringLiteral("content"),
          QStringLiteral("publish"), QStringLiteral("render/outputtree.h")}},
        {QStringLiteral("workspace"),
         {QStringLiteral("base"), QStringLiteral("store"), QStringLiteral("security"),
          QStringLiteral("content"), QStringLiteral("statistics"), QStringLiteral("banner"),
          QStringLiteral("render")}},
        {QStringLiteral("delivery"),
         {QStringLiteral("base"), QStringLiteral("store"), QStringLiteral("security"),
          QStringLiteral("content"), QStringLiteral("render"), QStringLiteral("check"),
          QStringLiteral("publish"), QStringLiteral("ssh"), QStringLiteral("notify"),
          QStringLiteral("workspace")}},
        {QStringLiteral("takeover"),
         {QStringLiteral("base"), QStringLiteral("store/undolog.h"), QStringLiteral("content"),
          QStringLiteral("security"), QStringLiteral("ssh"), QStringLiteral("workspace"),
          QStringLiteral("render")}},
    };
    return table;
}

/// Values only: repositories and everything else that reaches a database stay out of render.
const QStringList &valueHeaders()
{
    static const QStringList headers{
        QStringLiteral("content/page/page.h"), QStringLiteral("content/page/terms.h"),
        QStringLiteral("content/site/site.h"), QStringLiteral("content/kind.h"),
        QStringLiteral("statistics/series.h"), QStringLiteral("banner/banner.h"),
    };
    return headers;
}

struct Include
{
    QString file; ///< relative to the source folder
    int line;
    QString name;
};

QList<Include> includesBelow(const QString &folder)
{
    static const QRegularExpression pattern(QStringLiteral("^\\s*#\\s*include\\s*[<\"]([^>\"]+)"));
    QList<Include> found;
    const QDir root(QStringLiteral(KAKEHASHI_SOURCE_DIR));
    QDirIterator files(root.filePath(folder), {QStringLiteral("*.h"), QStringLiteral("*.cpp")},
                       QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            qFatal("cannot read %s", qPrintable(file.fileName()));
        const QList<QByteArray> lines = file.readAll().split('\n');
        for (int i = 0; i < lines.size(); ++i) {
            const auto match = pattern.match(QString::fromUtf8(lines.at(i)));
            if (match.hasMatch())
                found.append({root.relativeFilePath(file.fileName()), i + 1, match.captured(1)});
        }
    }
    return found;
}

bool mayInclude(const QString &module, const QString &include)
{
    const QString target = include.section(u'/', 0, 0);
    if (target == module || !allowed().contains(target))
        return true;
    const QStringList &uses = allowed().value(module);
    if (module == QStringLiteral("render") && target != QStringLiteral("base") &&
        target != QStringLiteral("security"))
        return valueHeaders().contains(include);
    return uses.contains(target) || uses.contains(include);
}

bool isWidgetHeader(const QString &include)
{
    static const QRegularExpression pattern(QStringLiteral(
        "^(QtWidgets|QtWebEngine.*|QWebEngine\\w*|QApplication|QWidget|QDialog|QMessageBox|"
        "QUndo\\w*|QMainWindow|QLabel|QPushButton|QAction|QMenu)(/.*)?$"));
    return pattern.match(include).hasMatch();
}

void report(const Include &include, const char *rule)
{
    QFAIL(qPrintable(QStringLiteral("%1:%2 includes %3: %4")
                         .arg(include.file)
                         .arg(include.line)
                         .arg(include.name, QString::fromLatin1(rule))));
}

} // namespace

class TestIncludes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void coreModulesUseOnlyTheFloorsBelow()
    {
        for (const Include &include : includesBelow(QStringLiteral("core"))) {
            const QString module = include.file.section(u'/', 1, 1);
            QVERIFY2(allowed().contains(module), qPrintable(module));
            if (!mayInclude(module, include.name))
                return report(include, "not allowed by the architecture's table");
        }
    }

    void coreKnowsNoWidget()
    {
        for (const Include &include : includesBelow(QStringLiteral("core"))) {
            if (isWidgetHeader(include.name))
                return report(include, "core holds no widget, web engine or undo command");
        }
    }

    void coreAndUiNeverReachUp()
    {
        for (const QString &folder : {QStringLiteral("core"), QStringLiteral("ui")}) {
            for (const Include &include : includesBelow(folder)) {
                const QString top = include.name.section(u'/', 0, 0);
                if (top == QStringLiteral("app") ||
                    (folder == QStringLiteral("core") && top == QStringLiteral("ui")))
                    return report(include, "arrows point down only");
            }
        }
    }

    void sqlStaysInStoreAndRepositories()
    {
        for (const QString &folder :
             {QStringLiteral("core"), QStringLiteral("ui"), QStringLiteral("app")}) {
            for (const Include &include : includesBelow(folder)) {
                const bool mayUseSql = include.file.startsWith(QStringLiteral("core/store/")) ||
                                       include.file.endsWith(QStringLiteral("repository.cpp"));
                if (include.name.startsWith(QStringLiteral("QSql")) && !mayUseSql)
                    return report(include, "QSql belongs to store and *repository.cpp");
            }
        }
    }

    void webEngineStaysInPreview()
    {
        for (const Include &include : includesBelow(QStringLiteral("ui"))) {
            const bool mayUse = include.file.startsWith(QStringLiteral("ui/preview/")) ||
                                include.file.startsWith(QStringLiteral("ui/print/"));
            if (include.name.contains(QStringLiteral("WebEngine")) && !mayUse)
                return report(include, "WebEngine belongs to ui/preview and ui/print");
        }
    }

    void nobodyIncludesTheMainWindow()
    {
        for (const Include &include : includesBelow(QStringLiteral("ui"))) {
            if (include.name.startsWith(QStringLiteral("ui/mainwindow/")) &&
                !include.file.startsWith(QStringLiteral("ui/mainwindow/")))
                return report(include, "features register themselves; they know no window");
        }
    }

    void filesStayReadable()
    {
        for (const QString &folder :
             {QStringLiteral("core"), QStringLiteral("ui"), QStringLiteral("app")}) {
            QDirIterator files(QDir(QStringLiteral(KAKEHASHI_SOURCE_DIR)).filePath(folder),
                               {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
                               QDirIterator::Subdirectories);
            while (files.hasNext()) {
                QFile file(files.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                const auto lines = file.readAll().count('\n');
                QVERIFY2(
                    lines <= 400,
                    qPrintable(QStringLiteral("%1 has %2 lines").arg(file.fileName()).arg(lines)));
            }
        }
    }

    void connectsHaveAContext()
    {
        // Qt before 6.7 cannot refuse a connect without a context object, so the text is read:
        // a lambda as the third argument means that nothing guards its life.
        static const QRegularExpression contextless(
            QStringLiteral("connect\\(\\s*[^,()]+(\\([^()]*\\))?[^,()]*,\\s*&[^,]+,\\s*\\["));
        for (const QString &folder : {QStringLiteral("core"), QStringLiteral("ui")}) {
            QDirIterator files(QDir(QStringLiteral(KAKEHASHI_SOURCE_DIR)).filePath(folder),
                               {QStringLiteral("*.cpp")}, QDir::Files,
                               QDirIterator::Subdirectories);
            while (files.hasNext()) {
                QFile file(files.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                const auto match = contextless.match(QString::fromUtf8(file.readAll()));
                QVERIFY2(!match.hasMatch(),
                         qPrintable(file.fileName() + QStringLiteral(": ") + match.captured(0)));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestIncludes)
#include "test_includes.moc"
