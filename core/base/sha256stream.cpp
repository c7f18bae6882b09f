#include "base/sha256stream.h"

#include <openssl/evp.h>

#include <array>

namespace kakehashi {

Sha256Stream::Sha256Stream() : m_context(EVP_MD_CTX_new())
{
    EVP_DigestInit_ex(m_context, EVP_sha256(), nullptr);
}

Sha256Stream::~Sha256Stream()
{
    EVP_MD_CTX_free(m_context);
}

void Sha256Stream::add(QByteArrayView bytes)
{
    EVP_DigestUpdate(m_context, bytes.data(), static_cast<std::size_t>(bytes.size()));
}

Sha256 Sha256Stream::result()
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> raw{};
    unsigned int count = 0;
    EVP_DigestFinal_ex(m_context, raw.data(), &count);
    EVP_DigestInit_ex2(m_context, nullptr, nullptr);
    return Sha256::fromRaw({raw.data(), static_cast<qsizetype>(count)});
}

} // namespace kakehashi
