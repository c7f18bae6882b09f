#include "render/site/settledtemplates.h"

#include "render/templates/settle.h"

#include <QMutexLocker>

namespace kakehashi::render {

Result<const Template *> SettledTemplates::of(const Template &whole, const Data &site,
                                              const Data &menu) const
{
    const QMutexLocker lock(&m_mutex);
    const auto [entry, isFirst] = m_entries.try_emplace({&whole, &site, &menu});
    if (isFirst)
        return &whole;
    if (!entry->second.made) {
        const auto text = settled(whole.text(), {&site, &menu}, m_open);
        if (!text)
            return passOn(text);
        auto made = Template::compile({{whole.file(), *text}}, whole.file());
        if (!made)
            return passOn(made);
        entry->second.made = std::move(*made);
    }
    return entry->second.made.get();
}

} // namespace kakehashi::render
