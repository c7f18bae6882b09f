#pragma once

#include <tl/expected.hpp>

#include <QString>

namespace kakehashi {

/// What the program can decide on; the person reads Error::text.
enum class ErrorCode {
    Failed,
    Invalid,
    NotFound,
    AlreadyExists,
    Corrupt,
    NewerVersion,
    Locked,
    ReadOnly,
    DiskFull,
    PermissionDenied,
    Refused,
    Conflict,
    Network,
    AuthenticationFailed,
    HostKeyUnknown,
    HostKeyChanged,
    Interrupted,
    Cancelled,
    Unsupported,
};

/// A failure as a value. `text` says what happened, to what, and what to do next, in the user's
/// language; it is made where the facts are. `detail` is for the log and holds no secret.
struct Error
{
    ErrorCode code = ErrorCode::Failed;
    QString text;
    QString detail = {};
};

/// The outcome of everything that can fail.
template <typename T>
class [[nodiscard]] Result : public tl::expected<T, Error>
{
public:
    using Base = tl::expected<T, Error>;
    using Base::Base;
    using Base::operator=;
    Result(Base &&other) : Base(std::move(other)) {}
    Result(const Base &other) : Base(other) {}
};

/// Makes the failed side of any Result: `return fail(ErrorCode::NotFound, tr("…"));`
inline tl::unexpected<Error> fail(ErrorCode code, QString text, QString detail = {})
{
    return tl::unexpected<Error>(Error{code, std::move(text), std::move(detail)});
}

/// Hands a failure on unchanged: `if (!page) return passOn(page);`
template <typename T>
tl::unexpected<Error> passOn(const Result<T> &failed)
{
    return tl::unexpected<Error>(failed.error());
}

} // namespace kakehashi
