#include "render/templates/template.h"

#include "render/html.h"
#include "render/templates/partials.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <vector>

namespace kakehashi::render {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Render)
};

/// Finds names in the layers. kainjow's own context splits dotted names with a stringstream at
/// every look-up, which is most of the time a page takes.
class Layers final : public kainjow::mustache::basic_context<std::string>
{
public:
    Layers(std::initializer_list<const Data *> layers) : m_items(layers) { m_items.reserve(32); }

    void push(const Data *data) override { m_items.push_back(data); }
    void pop() override { m_items.pop_back(); }
    const Data *get_partial(const std::string &) const override { return nullptr; }

    const Data *get(const std::string &name) const override
    {
        if (name == ".")
            return m_items.back();
        const size_t dot = name.find('.');
        if (dot == std::string::npos)
            return find(name);
        const Data *found = find(name.substr(0, dot));
        for (size_t from = dot + 1; found && from <= name.size();) {
            const size_t to = std::min(name.find('.', from), name.size());
            found = found->get(name.substr(from, to - from));
            from = to + 1;
        }
        return found;
    }

private:
    const Data *find(const std::string &name) const
    {
        for (auto item = m_items.rbegin(); item != m_items.rend(); ++item)
            if (const Data *found = (*item)->get(name))
                return found;
        return nullptr;
    }

    std::vector<const Data *> m_items;
};

/// What kainjow streams into.
struct Appender
{
    std::string &out;
    Appender &operator<<(const std::string &text)
    {
        out += text;
        return *this;
    }
};

QString reasonWithLine(const QString &file, const std::string &text, const std::string &message)
{
    static const QRegularExpression position(QStringLiteral(" at (\\d+)$"));
    const QString all = fromUtf8(message);
    const auto match = position.match(all);
    const auto at = match.hasMatch() ? match.captured(1).toULongLong() : 0;
    const auto end = text.begin() + static_cast<std::ptrdiff_t>(std::min<size_t>(at, text.size()));
    const auto line = 1 + std::count(text.begin(), end, '\n');
    return QStringLiteral("%1:%2: %3")
        .arg(file)
        .arg(line)
        .arg(match.hasMatch() ? all.left(match.capturedStart()) : all);
}

} // namespace

void append(Data &list, Data item)
{
    // kainjow hands its list out as const only. Its items may throw when moved, as far as a vector
    // knows, which therefore grows by copying.
    auto &items = const_cast<kainjow::mustache::list &>(list.list_value());
    if (items.size() == items.capacity()) {
        kainjow::mustache::list roomier;
        roomier.reserve(std::max<size_t>(8, items.size() * 2));
        for (Data &each : items)
            roomier.push_back(std::move(each));
        items.swap(roomier);
    }
    items.push_back(std::move(item));
}

Template::Template(const std::string &text) : m_text(text), m_mustache(text)
{
    m_mustache.set_custom_escape([](const std::string &raw) { return escaped(raw); });
}

Result<std::shared_ptr<const Template>> Template::compile(const TemplateTexts &texts,
                                                          const QString &file)
{
    const std::string &text = texts[file];
    if (const kainjow::mustache::mustache alone(text); !alone.is_valid())
        return fail(ErrorCode::Invalid, reasonWithLine(file, text, alone.error_message()));
    const auto whole = withPartials(texts, file);
    if (!whole)
        return passOn(whole);
    std::shared_ptr<Template> made(new Template(withoutIndentation(*whole)));
    made->m_file = file;
    if (!made->m_mustache.is_valid())
        return fail(ErrorCode::Invalid,
                    reasonWithLine(file, *whole, made->m_mustache.error_message()));
    return std::shared_ptr<const Template>(std::move(made));
}

Result<void> Template::render(std::initializer_list<const Data *> layers, std::string &out) const
{
    Layers context(layers);
    Appender appender{out};
    m_mustache.render(context, appender);
    if (m_mustache.is_valid())
        return {};
    return fail(ErrorCode::Invalid,
                Text::tr("%1 could not be filled in: %2. Correct the theme's template.")
                    .arg(m_file, fromUtf8(m_mustache.error_message())));
}

} // namespace kakehashi::render
