#include "exchange/header_row.h"

#include "base/text.h"

#include <algorithm>
#include <cstdint>

namespace till {
namespace {

std::optional<std::size_t> indexOf(std::span<const std::string> names, std::string_view name)
{
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) return {};
    return static_cast<std::size_t>(found - names.begin());
}

} // namespace

HeaderRow::HeaderRow(std::span<const std::string_view> cells)
{
    for (const auto cell : cells) {
        m_names.push_back(trimmed(cell));
        m_folded.push_back(foldForSearch(cell));
    }
}

std::optional<std::size_t> HeaderRow::find(std::string_view column) const
{
    if (const auto exact = indexOf(m_names, column)) return exact;
    const auto folded = foldForSearch(column);
    if (const auto same = findFolded(folded); same && !folded.empty()) return same;
    if (!column.starts_with('#') || column.size() < 2 || column.size() > 4) return {};
    std::size_t number = 0;
    for (const char c : column.substr(1)) {
        if (c < '0' || c > '9') return {};
        number = number * 10 + static_cast<std::size_t>(c - '0');
    }
    if (number < 1 || number > size()) return {};
    return number - 1;
}

std::optional<std::size_t> HeaderRow::findFolded(std::string_view folded) const
{
    return indexOf(m_folded, folded);
}

std::string HeaderRow::fingerprint() const
{
    std::uint64_t hash = 14695981039346656037U; // FNV-1a, 64 bits
    const auto mix = [&hash](unsigned char byte) { hash = (hash ^ byte) * 1099511628211U; };
    for (const auto& name : m_folded) {
        for (const char c : name) mix(static_cast<unsigned char>(c));
        mix(0x1F);
    }
    std::string text;
    for (int shift = 60; shift >= 0; shift -= 4)
        text += "0123456789abcdef"[(hash >> static_cast<unsigned>(shift)) & 0xFU];
    return text;
}

} // namespace till
