#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace kakehashi::render {

/// What a template is filled with: true or false, a text, a list, or an object of named values.
/// Deep copies are dear: values shared by many pages are handed over as a layer of their own (see
/// Template::render) or with share(), never copied into a page's data.
class Data
{
public:
    enum class type { object, list };

    Data();
    explicit Data(type kind);
    explicit Data(bool value);
    explicit Data(std::string text);
    explicit Data(const char *text);
    ~Data();
    Data(const Data &other);
    Data &operator=(const Data &other);
    Data(Data &&other) noexcept;
    Data &operator=(Data &&other) noexcept;
    /// A text that is kept elsewhere and outlives this.
    static Data view(std::string_view text);
    /// The same value in several places, without a copy.
    static Data share(std::shared_ptr<const Data> value);

    /// The member, made if there is none yet. Only for objects that are not shared.
    Data &operator[](std::string_view name);
    void set(std::string_view name, Data value) { (*this)[name] = std::move(value); }
    /// nullptr when this is no object or has no such member.
    const Data *get(std::string_view name) const;

    bool isText() const;
    std::string_view text() const; ///< empty when this is no text
    /// nullptr when this is no list.
    const std::vector<Data> *list() const;
    bool isNonEmptyList() const;
    /// What mustache takes for false: false itself and an empty list. An empty text is true.
    bool isFalse() const;

private:
    friend void append(Data &list, Data item);

    struct Member;
    using Object = std::vector<Member>;
    using List = std::vector<Data>;
    using Shared = std::shared_ptr<const Data>;
    using Value = std::variant<bool, std::string, std::string_view, List, Object, Shared>;

    const Value &value() const;

    Value m_value;
};

struct Data::Member
{
    std::string name;
    Data value;
};

// Only here: what a vector of members does needs to know the member.

inline Data::Data() : m_value(Object()) {}
inline Data::Data(bool value) : m_value(value) {}
inline Data::Data(std::string text) : m_value(std::move(text)) {}
inline Data::Data(const char *text) : m_value(std::string(text)) {}
inline Data::~Data() = default;
inline Data::Data(const Data &other) = default;
inline Data &Data::operator=(const Data &other) = default;
inline Data::Data(Data &&other) noexcept = default;
inline Data &Data::operator=(Data &&other) noexcept = default;

inline const Data::Value &Data::value() const
{
    const Shared *shared = std::get_if<Shared>(&m_value);
    return shared ? (*shared)->value() : m_value;
}

inline const std::vector<Data> *Data::list() const
{
    return std::get_if<List>(&value());
}

inline bool Data::isNonEmptyList() const
{
    return list() && !list()->empty();
}

/// Moves the item to the end of the list.
void append(Data &list, Data item);

} // namespace kakehashi::render
