#include "exchange/csv_writer.h"

#include <algorithm>
#include <array>
#include <utility>

namespace till {
namespace {

bool beginsLikeFormula(std::string_view text)
{
    if (text.starts_with('\t') || text.starts_with('\r')) return true;
    const auto first = std::find_if(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte > 0x20 && byte != 0x7F;
    });
    const std::string_view rest = text.substr(static_cast<std::size_t>(first - text.begin()));
    constexpr std::array<std::string_view, 8> kSigns{
        "=", "+", "-", "@", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};
    return std::any_of(
        kSigns.begin(), kSigns.end(), [rest](std::string_view sign) { return rest.starts_with(sign); });
}

} // namespace

std::string formulaProtected(std::string_view text)
{
    std::string clean{text};
    std::erase(
        clean, '\0'); // first: behind a NUL the sign would not be seen, yet a spreadsheet drops the NUL
    if (beginsLikeFormula(clean)) clean.insert(0, 1, '\'');
    return clean;
}

CsvWriter::CsvWriter(char delimiter, Mark mark, bool protect)
    : m_delimiter{delimiter}
    , m_protect{protect}
{
    if (mark == Mark::Utf8) m_out = "\xEF\xBB\xBF";
}

CsvWriter& CsvWriter::text(std::string_view value)
{
    separate();
    if (m_protect) {
        quoted(formulaProtected(value));
    } else {
        quoted(value);
    }
    return *this;
}

CsvWriter& CsvWriter::number(std::string_view formatted)
{
    separate();
    quoted(formatted);
    return *this;
}

void CsvWriter::endRow()
{
    m_out += "\r\n";
    m_rowBegun = false;
}

std::string CsvWriter::take()
{
    return std::exchange(m_out, {});
}

void CsvWriter::separate()
{
    if (m_rowBegun) m_out += m_delimiter;
    m_rowBegun = true;
}

void CsvWriter::quoted(std::string_view value)
{
    const auto needsQuotes = [this](
                                 char c) { return c == '"' || c == '\n' || c == '\r' || c == m_delimiter; };
    // an empty cell is quoted too: a row of one empty cell must not look like a blank line
    const bool isEdgeSpace = !value.empty() && (value.front() == ' ' || value.back() == ' ');
    const bool isSeparatorLine = value.starts_with("sep="); // as a first line, to spreadsheets
    if (!value.empty() && !isEdgeSpace && !isSeparatorLine &&
        std::none_of(value.begin(), value.end(), needsQuotes)) {
        m_out += value;
        return;
    }
    m_out += '"';
    for (const char c : value) {
        if (c == '"') m_out += '"';
        m_out += c;
    }
    m_out += '"';
}

} // namespace till
