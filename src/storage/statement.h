#pragma once

#include "base/clock.h"
#include "base/ids.h"
#include "base/numbers.h"
#include "base/uid.h"

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

struct sqlite3_stmt;

namespace till {

class Rows;

/// SQL written in the source. Only a literal converts to it: its address names the prepared statement
/// in the cache, and text put together at run time cannot come this way.
class Sql {
public:
    template <std::size_t N>
    consteval Sql(const char (&literal)[N]) // NOLINT: implicit, so that prepare("...") reads as SQL
        : text{literal, N - 1}
    {
    }
    consteval Sql(std::string_view constant) // NOLINT: implicit, see above
        : text{constant}
    {
    }
    std::string_view text;
};

using Blob = std::vector<std::uint8_t>;

/// Where a connection keeps one prepared statement while nobody uses it.
struct StatementSlot {
    sqlite3_stmt* idle = nullptr;
};

/// A prepared statement that binds and reads the types of the domain. Get one from Connection::prepare;
/// at the end of its scope it goes back, reset and without its values. It must not outlive its connection.
/// Parameters count from 1, columns from 0. Every member may throw StorageError.
class Statement {
public:
    Statement(sqlite3_stmt* stmt, StatementSlot* home)
        : m_stmt{stmt}
        , m_home{home}
    {
    }
    Statement(Statement&& other) noexcept
        : m_stmt{std::exchange(other.m_stmt, nullptr)}
        , m_home{other.m_home}
    {
    }
    Statement& operator=(Statement&& other) noexcept;
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;
    ~Statement();

    template <std::integral T>
    Statement& bind(int index, T value)
    {
        if (!std::in_range<std::int64_t>(value)) throw NumberOverflow{};
        return bindInteger(index, static_cast<std::int64_t>(value));
    }
    Statement& bind(int index, bool value) { return bindInteger(index, value ? 1 : 0); }
    Statement& bind(int index, std::string_view text); ///< copied
    Statement& bind(int index, const char* text) { return bind(index, std::string_view{text}); }
    Statement& bind(int index, std::span<const std::uint8_t> blob); ///< copied
    Statement& bind(int index, std::nullptr_t);
    Statement& bind(int index, const Rows& rows); ///< not copied: see rows.h
    Statement& bind(int index, double) = delete;  ///< no number of ours is a double
    Statement& bind(int index, Money value) { return bindInteger(index, value.minor()); }
    Statement& bind(int index, UnitPrice value) { return bindInteger(index, value.hundredths()); }
    Statement& bind(int index, Quantity value) { return bindInteger(index, value.thousandths()); }
    Statement& bind(int index, Rate value) { return bindInteger(index, value.partsPerMillion()); }
    Statement& bind(int index, Timestamp value)
    {
        return bindInteger(index, value.time_since_epoch().count());
    }
    Statement& bind(int index, BusinessDay value) { return bindInteger(index, value.days); }
    Statement& bind(int index, const Uid& value)
    {
        return bind(index, std::span<const std::uint8_t>{value.bytes});
    }
    template <typename Tag>
    Statement& bind(int index, Id<Tag> value) ///< "none" is NULL
    {
        return value ? bindInteger(index, value.value) : bind(index, nullptr);
    }
    template <typename T>
    Statement& bind(int index, const std::optional<T>& value)
    {
        return value ? bind(index, *value) : bind(index, nullptr);
    }
    /// Parameters 1, 2, 3 ... in order.
    template <typename... Args>
    Statement& bindAll(const Args&... args)
    {
        int index = 0;
        (bind(++index, args), ...);
        return *this;
    }

    bool step();   ///< true while there is a row
    void run();    ///< to the end, then ready for the next values; the ones bound stay
    void rewind(); ///< before the first row again

    bool isNull(int column) const;
    std::int64_t integer(int column) const;
    bool boolean(int column) const { return integer(column) != 0; }
    std::string text(int column) const { return std::string{textView(column)}; }
    std::string_view textView(int column) const; ///< until the next step
    Blob blob(int column) const;
    std::span<const std::uint8_t> blobView(int column) const; ///< until the next step
    Money money(int column) const { return Money::fromMinor(integer(column)); }
    UnitPrice unitPrice(int column) const { return UnitPrice::fromHundredths(integer(column)); }
    Quantity quantity(int column) const { return Quantity::fromThousandths(integer(column)); }
    Rate rate(int column) const { return Rate::fromPartsPerMillion(integer(column)); }
    Timestamp timestamp(int column) const { return Timestamp{std::chrono::milliseconds{integer(column)}}; }
    BusinessDay businessDay(int column) const
    {
        return BusinessDay{static_cast<std::int32_t>(integer(column))};
    }
    Uid uid(int column) const; ///< throws StorageError when the value is not 16 bytes
    template <typename AnyId>
    AnyId id(int column) const
    {
        return AnyId{integer(column)};
    }
    /// NULL reads as nothing: optional<Money>(2), optional<std::string>(3), optional<UserId>(4).
    template <typename T>
    std::optional<T> optional(int column) const
    {
        if (isNull(column)) return std::nullopt;
        return read<T>(column);
    }

private:
    template <typename T>
    T read(int column) const
    {
        if constexpr (std::same_as<T, bool>)
            return boolean(column);
        else if constexpr (std::same_as<T, std::string>)
            return text(column);
        else if constexpr (std::same_as<T, Blob>)
            return blob(column);
        else if constexpr (std::same_as<T, Money>)
            return money(column);
        else if constexpr (std::same_as<T, UnitPrice>)
            return unitPrice(column);
        else if constexpr (std::same_as<T, Quantity>)
            return quantity(column);
        else if constexpr (std::same_as<T, Rate>)
            return rate(column);
        else if constexpr (std::same_as<T, Timestamp>)
            return timestamp(column);
        else if constexpr (std::same_as<T, BusinessDay>)
            return businessDay(column);
        else if constexpr (std::same_as<T, Uid>)
            return uid(column);
        else if constexpr (std::integral<T>)
            return static_cast<T>(integer(column));
        else
            return id<T>(column);
    }
    Statement& bindInteger(int index, std::int64_t value);
    void release() noexcept;
    [[noreturn]] void fail(std::string_view doing) const;

    sqlite3_stmt* m_stmt;
    StatementSlot* m_home; ///< null: prepared for once
};

} // namespace till
