#pragma once

#include "render/body/bodywriter.h"

#include <QStringList>

#include <string>
#include <string_view>

namespace kakehashi::render {

/// One kind of named block. A new one is a class of its own and a line in blocks.cpp. Blocks hold
/// no state: any thread writes with the same object.
///
/// The markup is a contract with themes: resources/theme/README.md lists it.
class Block
{
public:
    Block() = default;
    Block(const Block &) = delete;
    Block &operator=(const Block &) = delete;
    virtual ~Block() = default;

    virtual std::string_view name() const = 0;
    /// Writes the block at the start of a line and ends with a line end. Problems are reported to
    /// the body; something readable is written all the same.
    virtual void write(const BlockNode &block, BodyWriter &body, std::string &out) const = 0;
};

/// nullptr when there is no such block.
const Block *blockNamed(std::string_view name);
QStringList blockNames();

} // namespace kakehashi::render
