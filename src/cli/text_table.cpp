#include "cli/text_table.h"

#include "paper/printable.h"

#include <algorithm>

namespace till {
namespace {

std::string spaces(int count)
{
    return std::string(static_cast<std::size_t>(std::max(count, 0)), ' ');
}

std::string withoutTrailingSpaces(std::string line)
{
    line.erase(line.find_last_not_of(' ') + 1);
    return line;
}

} // namespace

TextTable::TextTable(std::vector<Column> columns)
    : m_columns{std::move(columns)}
{
}

void TextTable::add(std::vector<std::string> cells)
{
    for (auto& cell : cells) cell = printable(cell);
    m_rows.push_back(std::move(cells));
}

std::string TextTable::text() const
{
    std::vector<std::string> headings;
    headings.reserve(m_columns.size());
    for (const auto& column : m_columns) headings.push_back(column.heading);
    auto rows = m_rows;
    rows.insert(rows.begin(), headings);

    std::vector<int> widths(m_columns.size());
    for (const auto& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], displayWidth(row[i]));
    }
    std::string text;
    for (const auto& row : rows) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i) {
            const auto gap = spaces(widths[i] - displayWidth(row[i]));
            line += i ? "  " : "";
            line += m_columns[i].align == Align::Left ? row[i] + gap : gap + row[i];
        }
        text += withoutTrailingSpaces(std::move(line)) + "\n";
    }
    return text;
}

void FactList::add(const std::string& label, const std::string& value)
{
    m_facts.emplace_back(label, printable(value));
}

void FactList::blank()
{
    m_facts.emplace_back();
}

std::string FactList::text() const
{
    int width = 0;
    for (const auto& [label, value] : m_facts) width = std::max(width, displayWidth(label));
    std::string text;
    for (const auto& [label, value] : m_facts) {
        auto line = label;
        line.append(spaces(width - displayWidth(label))).append("  ").append(value);
        text.append(withoutTrailingSpaces(line)).append("\n");
    }
    return text;
}

} // namespace till
