#pragma once

#include "storage/statement.h"

struct sqlite3;

namespace till {

/// Rows in memory that a statement reads as the table rows(?n), its columns c0, c1 ...:
///     INSERT INTO product_code(code, product_id) SELECT c0, c1 FROM rows(?1)
/// For thousands of rows this takes half as long as a statement a row: nothing is prepared, bound or locked
/// between two of them. Statement::bind takes them; they must not change before the statement has ended.
class Rows {
public:
    static constexpr std::size_t kMostColumns = 20;

    /// One row; of every row as many values. An id of none and an empty optional are NULL.
    template <typename... Values>
    void add(const Values&... values)
    {
        static_assert(sizeof...(Values) > 0 && sizeof...(Values) <= kMostColumns);
        m_columns = sizeof...(Values);
        (cell(values), ...);
    }
    std::size_t size() const { return m_columns ? m_cells.size() / m_columns : 0; }
    bool isEmpty() const { return m_cells.empty(); }
    void clear();

private:
    friend class RowsTable;
    enum class Kind : std::uint8_t { Null, Integer, Text, Bytes };
    struct Cell {
        Kind kind;
        std::uint32_t length;
        std::int64_t value; ///< of a text or blob: where it begins in m_bytes
    };

    template <std::integral T>
    void cell(T value)
    {
        if (!std::in_range<std::int64_t>(value)) throw NumberOverflow{};
        m_cells.push_back({Kind::Integer, 0, static_cast<std::int64_t>(value)});
    }
    void cell(bool value) { cell(value ? 1 : 0); }
    void cell(std::string_view text) { bytes(Kind::Text, text); }
    void cell(const std::string& text) { bytes(Kind::Text, text); }
    void cell(const Uid& uid)
    {
        bytes(Kind::Bytes, {reinterpret_cast<const char*>(uid.bytes.data()), uid.bytes.size()});
    }
    void cell(Money value) { cell(value.minor()); }
    void cell(UnitPrice value) { cell(value.hundredths()); }
    void cell(Quantity value) { cell(value.thousandths()); }
    template <typename Tag>
    void cell(Id<Tag> value)
    {
        m_cells.push_back({value ? Kind::Integer : Kind::Null, 0, value.value});
    }
    template <typename T>
    void cell(const std::optional<T>& value)
    {
        if (value) return cell(*value);
        m_cells.push_back({Kind::Null, 0, 0});
    }
    void bytes(Kind kind, std::string_view bytes);

    std::vector<Cell> m_cells;
    std::string m_bytes;
    std::size_t m_columns = 0;
};

/// Makes rows() known to a connection.
void registerRows(sqlite3* db);

} // namespace till
