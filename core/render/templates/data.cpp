#include "render/templates/data.h"

namespace kakehashi::render {

Data::Data(type kind)
{
    if (kind == type::list)
        m_value = List();
    else
        m_value = Object();
}

Data Data::view(std::string_view text)
{
    Data data(false);
    data.m_value = text;
    return data;
}

Data Data::share(std::shared_ptr<const Data> value)
{
    Data data(false);
    data.m_value = std::move(value);
    return data;
}

Data &Data::operator[](std::string_view name)
{
    auto &members = std::get<Object>(m_value);
    for (Member &each : members)
        if (each.name == name)
            return each.value;
    if (members.empty())
        members.reserve(8);
    return members.emplace_back(Member{std::string(name), Data(false)}).value;
}

const Data *Data::get(std::string_view name) const
{
    const auto *members = std::get_if<Object>(&value());
    if (!members)
        return nullptr;
    for (const Member &each : *members)
        if (each.name == name)
            return &each.value;
    return nullptr;
}

bool Data::isText() const
{
    return std::holds_alternative<std::string>(value()) ||
           std::holds_alternative<std::string_view>(value());
}

std::string_view Data::text() const
{
    if (const auto *own = std::get_if<std::string>(&value()))
        return *own;
    const auto *elsewhere = std::get_if<std::string_view>(&value());
    return elsewhere ? *elsewhere : std::string_view();
}

bool Data::isFalse() const
{
    const bool *flag = std::get_if<bool>(&value());
    return flag ? !*flag : list() && list()->empty();
}

void append(Data &list, Data item)
{
    std::get<Data::List>(list.m_value).push_back(std::move(item));
}

} // namespace kakehashi::render
