#pragma once

#include "render/templates/template.h"

#include <QMutex>

#include <map>
#include <set>
#include <tuple>

namespace kakehashi::render {

/// Templates in which head, menus and foot are filled in already, as far as no page changes them:
/// one for each template and state of the menu, made when it is needed a second time, so that the
/// preview of a single page does not pay for it. Any thread.
class SettledTemplates
{
public:
    /// `open`: the names that a page's own layer may have.
    explicit SettledTemplates(std::set<std::string> open) : m_open(std::move(open)) {}

    /// To be rendered with the same layers and then the page's. Lives as long as this object;
    /// `whole` and the layers must, too.
    Result<const Template *> of(const Template &whole, const Data &site, const Data &menu) const;

private:
    struct Entry
    {
        std::shared_ptr<const Template> made;
    };

    std::set<std::string> m_open;
    mutable QMutex m_mutex;
    mutable std::map<std::tuple<const Template *, const Data *, const Data *>, Entry> m_entries;
};

} // namespace kakehashi::render
