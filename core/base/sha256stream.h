#pragma once

#include "base/sha256.h"

struct evp_md_ctx_st; // OpenSSL's

namespace kakehashi {

/// A SHA-256 of bytes that come piece by piece.
class Sha256Stream
{
public:
    Sha256Stream();
    ~Sha256Stream();
    Sha256Stream(const Sha256Stream &) = delete;
    Sha256Stream &operator=(const Sha256Stream &) = delete;

    void add(QByteArrayView bytes);
    Sha256 result(); ///< of what came; then it begins anew

private:
    evp_md_ctx_st *m_context;
};

} // namespace kakehashi
