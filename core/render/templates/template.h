#pragma once

#include "base/result.h"

#include <QHash>
#include <QString>

#include <mustache.hpp>

#include <initializer_list>
#include <memory>
#include <string>

namespace kakehashi::render {

/// What a template is filled with. Deep copies are dear: values shared by many pages are handed
/// over as a layer of their own (see Template::render), never copied into a page's data.
using Data = kainjow::mustache::data;

/// Moves the item to the end of the list. Data::push_back copies it and, when the list grows, all
/// that stand before it.
void append(Data &list, Data item);

/// Template texts by their file name below the theme, "templates/partials/head.mustache".
using TemplateTexts = QHash<QString, std::string>;

/// One mustache template with its partials put in place when it is compiled, because kainjow
/// parses a partial anew each time it is rendered. Any thread may render with it.
class Template
{
public:
    /// Fails with Invalid and "file:line: reason".
    static Result<std::shared_ptr<const Template>> compile(const TemplateTexts &texts,
                                                           const QString &file);

    /// Looks names up in the last layer first. Appends UTF-8.
    Result<void> render(std::initializer_list<const Data *> layers, std::string &out) const;

    /// With its partials in place.
    const std::string &text() const { return m_text; }
    const QString &file() const { return m_file; }

private:
    explicit Template(const std::string &text);

    QString m_file;
    std::string m_text;
    // Rendering is not const in kainjow, but changes nothing unless a partial or lambda fails, and
    // our templates hold neither by then.
    mutable kainjow::mustache::mustache m_mustache;
};

} // namespace kakehashi::render
