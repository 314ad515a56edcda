#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace till {

/// The first row of a file: the names of its columns, as written and folded for comparing.
class HeaderRow {
public:
    HeaderRow() = default;
    explicit HeaderRow(std::span<const std::string_view> cells);

    std::size_t size() const { return m_names.size(); }
    const std::string& name(std::size_t column) const { return m_names[column]; }
    const std::string& folded(std::size_t column) const { return m_folded[column]; }
    std::span<const std::string> names() const { return m_names; }

    /// By the header as written, else folded, else "#3" for the third column.
    std::optional<std::size_t> find(std::string_view column) const;
    std::optional<std::size_t> findFolded(std::string_view folded) const;
    /// 16 hexadecimal digits; the same for the same headers in the same order, whatever their case.
    std::string fingerprint() const;

private:
    std::vector<std::string> m_names;
    std::vector<std::string> m_folded;
};

} // namespace till
