#pragma once

#include "base/error.h"

#include <tl/expected.hpp>

#include <type_traits>
#include <utility>

namespace till {

/// A value, or the reason why a person's request was refused. Ignoring one is a compile error.
/// tl::expected, wrapped because its own type is not [[nodiscard]] and its void form has no value().
template <typename T = void>
class [[nodiscard]] Result {
public:
    Result(T value) // NOLINT: implicit, so that `return value;` reads as one would say it
        : m_value{std::move(value)}
    {
    }
    Result(Error error) // NOLINT: implicit, so that `return Error{...};` reads as one would say it
        : m_value{tl::make_unexpected(std::move(error))}
    {
    }

    explicit operator bool() const { return m_value.has_value(); }
    bool hasValue() const { return m_value.has_value(); }
    T& value() & { return m_value.value(); }
    const T& value() const& { return m_value.value(); }
    T&& value() && { return std::move(m_value).value(); }
    T& operator*() & { return *m_value; }
    const T& operator*() const& { return *m_value; }
    T&& operator*() && { return *std::move(m_value); }
    T* operator->() { return &*m_value; }
    const T* operator->() const { return &*m_value; }
    const Error& error() const { return m_value.error(); }

private:
    tl::expected<T, Error> m_value;
};

template <>
class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Error error) // NOLINT: see above
        : m_value{tl::make_unexpected(std::move(error))}
    {
    }

    explicit operator bool() const { return m_value.has_value(); }
    bool hasValue() const { return m_value.has_value(); }
    const Error& error() const { return m_value.error(); }

private:
    tl::expected<void, Error> m_value;
};

} // namespace till
