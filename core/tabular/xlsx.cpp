#include "tabular/xlsx.h"

#include "base/file.h"
#include "tabular/xlsxwriter.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

namespace kakehashi::tabular {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Tabular)
};

constexpr qint64 mostBytes = 256LL * 1024 * 1024;

/// libxlsxwriter opens files by the C library, which on Windows knows the code page's names only.
QByteArray nameForC(const QString &path)
{
    return QDir::toNativeSeparators(path).toLocal8Bit();
}

void setProperties(lxw_workbook *workbook, const Book &book)
{
    QByteArray title = cellText(book.title);
    QByteArray author = cellText(book.author);
    lxw_doc_properties properties{};
    properties.title = title.data();
    properties.author = author.data();
    if (book.created.isValid())
        properties.created = book.created.toSecsSinceEpoch();
    workbook_set_properties(workbook, &properties);
}

} // namespace

Result<QByteArray> toXlsx(const Book &book)
{
    const QTemporaryDir folder;
    if (!folder.isValid())
        return fail(ErrorCode::Failed,
                    Text::tr("No temporary folder could be made for \"%1\" (%2).")
                        .arg(book.title, folder.errorString()));
    const QString path = folder.filePath(QStringLiteral("book.xlsx"));
    const QByteArray name = nameForC(path);
    QByteArray place = nameForC(folder.path());
    lxw_workbook_options options{};
    options.tmpdir = place.data();
    lxw_workbook *workbook = workbook_new_opt(name.constData(), &options);
    if (!workbook)
        return fail(ErrorCode::Failed, Text::tr("\"%1\" could not be written.").arg(book.title));
    setProperties(workbook, book);
    XlsxWriter writer(workbook);
    for (const Sheet &sheet : book.sheets)
        writer.add(sheet);
    const lxw_error error = workbook_close(workbook); // frees it, too
    if (error != LXW_NO_ERROR)
        return fail(error == LXW_ERROR_CREATING_TMPFILE ? ErrorCode::DiskFull : ErrorCode::Failed,
                    Text::tr("\"%1\" could not be written: %2. Is there space left on the disk of "
                             "temporary files?")
                        .arg(book.title, QString::fromUtf8(lxw_strerror(error))));
    return readFile(path, mostBytes);
}

} // namespace kakehashi::tabular
