#pragma once

#include "publish/transaction/workplace.h"

namespace kakehashi::publish {

/// While it lives, Cancel ends the waiting for a line that is dead, and nothing else: what goes
/// live takes a moment, taking it back no less.
class Patience
{
public:
    explicit Patience(const Workplace &place) : m_files(place.files)
    {
        m_files.setGiveUp(place.context.cancel);
    }
    ~Patience() { m_files.setGiveUp({}); }
    Patience(const Patience &) = delete;
    Patience &operator=(const Patience &) = delete;

private:
    RemoteFiles &m_files;
};

} // namespace kakehashi::publish
