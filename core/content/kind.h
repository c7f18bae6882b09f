#pragma once

#include "base/result.h"

#include <QJsonArray>
#include <QList>
#include <QString>

namespace kakehashi::content {

enum class FieldType { Text, LongText, Date, DateTime, Number, Url, Choice, Table, Media };

/// One field of a kind's form. A Table has columns, which are fields themselves.
struct Field
{
    QString name;  ///< key in PageContent::fields
    QString label; ///< Japanese, as shown in the form and on the page
    QString labelEn;
    FieldType type = FieldType::Text;
    bool required = false;
    QString hint;
    QStringList choices;
    QList<Field> columns;
};

/// A kind of page as data (resources/kinds/*.json).
struct Kind
{
    QString name;  ///< "topic"
    QString label; ///< 「トピックス」
    QString labelEn;
    QString pathPrefix;   ///< where new pages of the kind go: "/topics/"; "/" by default
    QString templateName; ///< "page", "home", "list", "topic" … in the theme
    QString schemaType;   ///< schema.org type, e.g. "NewsArticle"
    bool dated = false;   ///< shows and needs a date
    bool listed = false;  ///< part of lists and feeds
    QString listsKind;    ///< a list page shows pages of this kind, paged; empty: no list
    QList<Field> fields;
};

/// Reads the kinds that ship with the program, in their menu order. Fails with Corrupt and the
/// file's name when one is malformed.
Result<QList<Kind>> builtInKinds();

/// The same from any folder of JSON files.
Result<QList<Kind>> kindsIn(const QString &folder);

/// The kind of this name, or the plain page kind when it is not known.
const Kind &kindNamed(const QList<Kind> &kinds, const QString &name);

} // namespace kakehashi::content
