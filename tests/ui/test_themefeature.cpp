#include "opensite.h"
#include "takeover/siteexport.h"
#include "ui/settings/accentfield.h"
#include "ui/takeover/importdialog.h"
#include "ui/theme/themewatcher.h"
#include "workspace/layout.h"
#include "workspace/themes/themerenewal.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace kakehashi;
using namespace kakehashi::ui;

/// What web staff do with themes, colours and folders of Markdown.
class TestThemeFeature : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_site = std::make_unique<test::OpenSite>(); }
    void cleanup() { m_site.reset(); }

    void thePreviewFollowsAnEditor()
    {
        new ThemeWatcher(*m_site->session);
        QSignalSpy changed(m_site->session.get(), &Session::siteChanged);
        QSignalSpy said(m_site->session.get(), &Session::messageShown);
        write("templates/page.mustache", "<p>\n{{#page.title}} open");
        QTRY_COMPARE(said.size(), 1);
        QCOMPARE(changed.size(), 0); // the last good one goes on
        const auto message = said.takeFirst().first().value<Message>();
        QVERIFY2(message.text.contains(QStringLiteral("page.mustache:2")),
                 qPrintable(message.text));
        write("templates/page.mustache", "<p>{{page.title}}</p>");
        QTRY_COMPARE(said.size(), 1);
        QTRY_VERIFY(changed.size() > 0);
        QCOMPARE(said.first().first().value<Message>().level, Message::Level::Success);
    }

    void itFollowsARenewedFolderToo()
    {
        new ThemeWatcher(*m_site->session);
        QSignalSpy changed(m_site->session.get(), &Session::siteChanged);
        const QString site = m_site->siteFolder();
        VERIFY_OK(workspace::changeTheme(workspace::layout::themeIn(site), QStringLiteral("plain"),
                                         workspace::layout::backupsIn(site), Clock::system()));
        QTRY_VERIFY(changed.size() > 0);
        changed.clear();
        write("assets/style.css", "a{}");
        QTRY_VERIFY(changed.size() > 0);
    }

    void aPaleColourIsAnsweredWithOneThatCanBeRead()
    {
        AccentField field;
        QSignalSpy chosen(&field, &AccentField::chosen);
        field.propose(QStringLiteral("#0017c1"));
        QCOMPARE(chosen.size(), 1);
        field.propose(QStringLiteral("#ffd43d"));
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(field.color(), QStringLiteral("#0017c1"));
        field.findChild<QPushButton *>(QStringLiteral("near"))->click();
        QCOMPARE(chosen.size(), 2);
        QVERIFY(field.color() != QStringLiteral("#ffd43d"));
        field.propose(field.color());
        QCOMPARE(chosen.size(), 3); // it passes
    }

    void aFolderIsShownFirstAndTakenInThen()
    {
        test::put(m_site->file(QStringLiteral("in/a.md")), "---\ntitle: 題\n---\n本文");
        test::put(m_site->file(QStringLiteral("in/bad.md")), "---\ntitle: [\n---\n");
        ImportDialog dialog(*m_site->session, nullptr);
        dialog.show();
        QSignalSpy planned(&dialog, &ImportDialog::planned);
        dialog.setFolder(m_site->file(QStringLiteral("in")));
        QTRY_COMPARE(planned.size(), 1);
        auto *list = dialog.findChild<QTreeView *>();
        QCOMPARE(list->model()->rowCount(), 2);
        QVERIFY(list->model()->index(0, 3).data().toString().contains(QStringLiteral("bad.md")));
        QVERIFY(!m_site->pages().byPath(QStringLiteral("/a/")));
        QSignalSpy changed(m_site->session.get(), &Session::siteChanged);
        dialog.findChild<QPushButton *>(QStringLiteral("take"))->click();
        QTRY_VERIFY(changed.size() > 0);
        QVERIFY(m_site->pages().byPath(QStringLiteral("/a/")));
    }

private:
    void write(const char *file, const QByteArray &bytes)
    {
        test::put(workspace::layout::themeIn(m_site->siteFolder()) + u'/' +
                      QString::fromLatin1(file),
                  bytes);
    }

    std::unique_ptr<test::OpenSite> m_site;
};

QTEST_MAIN(TestThemeFeature)
#include "test_themefeature.moc"
