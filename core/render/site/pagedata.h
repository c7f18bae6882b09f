#pragma once

#include "render/media/mediause.h"
#include "render/site/siteindex.h"

#include <QJsonValue>

namespace kakehashi::render {

// The values that templates see; resources/theme/README.md lists them.

/// The text, or false when it is empty: mustache sections take any text for true.
Data textData(QStringView text);
Data textData(std::string text);

/// "2026-03-01" of a year from 0 to 9999.
std::string isoDate(const QDate &date, char separator = '-');

/// {iso era western short weekday}, or false.
Data dateData(const QDate &date);

/// The same for readers of that language, all forms alike where it knows no eras.
Data dateIn(const content::Language &language, const QDate &date);

/// {src srcset width height alt absolute}, or false when the id names no picture.
Data pictureData(const SiteIndex &index, const Ulid &picture, MediaUses &uses);

/// The day that readers ask for: when an event is held, and for others when they were published.
QDate shownDate(const PageValue &page);

/// One entry of a list: {title url summary date picture kindLabel isNew fields}; date is
/// shownDate(), published the other.
Data cardData(const SiteIndex &index, const PageValue &page, MediaUses &uses);

/// The fields of a page by name, each as its kind defines it; `hasX` beside every table.
/// Its kind's fields, and those of the terms that it has besides.
QList<content::Field> shownFields(const SiteIndex &index, const PageValue &page);
Data fieldsData(const SiteIndex &index, const PageValue &page, MediaUses &uses);

/// The list with its elements and, in `owner`, `hasX` beside it.
void setList(Data &owner, const std::string &name, Data list);

/// https://…/kenmin/
std::string absoluteUrl(const SiteIndex &index, const QString &path);

/// The address if visitors may be sent there, otherwise empty.
QString safeUrl(const SiteIndex &index, const QString &url, MediaUses &uses);

} // namespace kakehashi::render
