#pragma once

#include "base/result.h"

#include "render/templates/program.h"

#include <QHash>
#include <QString>

#include <initializer_list>
#include <memory>
#include <string>

namespace kakehashi::render {

/// Template texts by their file name below the theme, "templates/partials/head.mustache".
using TemplateTexts = QHash<QString, std::string>;

/// One mustache template with its partials put in place. Any thread may render with it.
class Template
{
public:
    /// Fails with Invalid and "file:line: reason".
    static Result<std::shared_ptr<const Template>> compile(const TemplateTexts &texts,
                                                           const QString &file);

    /// Looks names up in the last layer first. Appends UTF-8.
    void render(std::initializer_list<const Data *> layers, std::string &out) const;

    /// With its partials in place.
    const std::string &text() const { return m_text; }
    const QString &file() const { return m_file; }

private:
    QString m_file;
    std::string m_text;
    Program m_program;
};

} // namespace kakehashi::render
