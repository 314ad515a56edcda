#include "exchange/csv_reader.h"

#include <algorithm>
#include <cctype>
#include <cstring>

namespace till {
namespace {

enum ByteKind : std::uint8_t { Ordinary, Delimiter, LineFeed, CarriageReturn };

/// Small enough to stay in the cache, so that long files are as fast as short ones.
constexpr std::size_t kReadBytes = 128 * 1024;
constexpr std::size_t kSniffBytes = 64 * 1024;

/// Spreadsheets write and obey a first line that names the delimiter, "sep=;".
bool namesDelimiter(std::string_view head)
{
    if (!head.starts_with("sep=") || head.size() < 6 || (head[5] != '\r' && head[5] != '\n')) return false;
    const char delimiter = head[4];
    const bool isSign = delimiter > ' ' && delimiter < 0x7F && std::isalnum(delimiter) == 0;
    return delimiter == '\t' || (isSign && delimiter != '"');
}

} // namespace

CsvReader::CsvReader(TextSource source)
    : m_source{std::move(source)}
    , m_buffer{std::make_unique_for_overwrite<char[]>(kMaxCsvRecord)}
{
}

Result<CsvReader> CsvReader::openFile(const std::filesystem::path& path, std::optional<char> delimiter)
{
    return start(TextSource::openFile(path), delimiter);
}

Result<CsvReader> CsvReader::fromMemory(std::string bytes, std::optional<char> delimiter)
{
    return start(TextSource::fromMemory(std::move(bytes)), delimiter);
}

Result<CsvReader> CsvReader::start(Result<TextSource> source, std::optional<char> delimiter)
{
    if (!source) return source.error();
    CsvReader reader{std::move(*source)};
    if (auto filled = reader.fill(); !filled) return filled.error();
    const std::string_view head{reader.m_buffer.get(), std::min(reader.m_end, kSniffBytes)};
    const bool named = namesDelimiter(head);
    reader.m_hasSeparatorLine = named;
    reader.useDelimiter(delimiter ? *delimiter : named ? head[4] : sniffDelimiter(head));
    reader.skipSeparatorLine();
    return reader;
}

void CsvReader::useDelimiter(char delimiter)
{
    m_delimiter = delimiter;
    m_kinds.fill(Ordinary);
    m_kinds['\n'] = LineFeed;
    m_kinds['\r'] = CarriageReturn;
    m_kinds[static_cast<unsigned char>(delimiter)] = Delimiter;
}

void CsvReader::skipSeparatorLine()
{
    if (!m_hasSeparatorLine) return;
    m_begin = 6;
    if (m_end > 6 && m_buffer[5] == '\r' && m_buffer[6] == '\n') m_begin = 7;
    m_nextLine = 2;
}

Result<> CsvReader::rewind()
{
    m_begin = m_end = 0;
    m_isSourceAtEnd = false;
    m_nextLine = 1;
    m_line = m_record = 0;
    m_failure.reset();
    if (auto moved = m_source.rewind(); !moved) return moved;
    if (auto filled = fill(); !filled) return filled;
    skipSeparatorLine();
    return {};
}

/// Moves what is not handed out yet to the front and reads behind it.
Result<> CsvReader::fill()
{
    std::memmove(m_buffer.get(), m_buffer.get() + m_begin, m_end - m_begin);
    m_end -= m_begin;
    m_begin = 0;
    const auto room = std::min(kMaxCsvRecord - m_end, kReadBytes);
    const auto count = m_source.read({m_buffer.get() + m_end, room});
    if (!count) return count.error();
    m_isSourceAtEnd = *count == 0;
    m_end += *count;
    return {};
}

Result<bool> CsvReader::next()
{
    do {
        if (m_failure) return *m_failure;
        m_fields.clear();
        m_line = m_nextLine;
        if (auto loaded = loadRecord(); !loaded) return loaded.error();
        if (m_cellCount == 0) return false;
        m_begin = m_at;
    } while (m_cellCount == 1 && !m_cells[0].isQuoted && m_cells[0].begin == m_cells[0].end);
    ++m_record;
    if (auto published = publish(); !published) return published.error();
    return true;
}

/// Scans the next record, reading on as long as it is not whole; no cells at the end.
Result<> CsvReader::loadRecord()
{
    for (;;) {
        m_cellCount = 0;
        m_cells.clear();
        if (m_begin == m_end && m_isSourceAtEnd) return {};
        const auto scan = m_begin == m_end ? Scan::NeedsMore : scanRecord();
        if (scan == Scan::Complete) break;
        if (m_isSourceAtEnd) return breakOff(ErrorCode::ImportQuoteUnclosed);
        if (m_end - m_begin + 16 > kMaxCsvRecord) {
            return breakOff(
                scan == Scan::InsideQuotes ? ErrorCode::ImportQuoteUnclosed : ErrorCode::ImportRowTooLong);
        }
        if (auto filled = fill(); !filled) {
            m_failure = filled.error();
            return *m_failure;
        }
    }
    m_nextLine += 1 + m_innerLines;
    return {};
}

CsvReader::Scan CsvReader::scanRecord()
{
    m_at = m_begin;
    m_innerLines = 0;
    for (;;) {
        Cell cell{m_at, m_at, m_at, false, false};
        if (m_at < m_end && m_buffer[m_at] == '"') {
            if (const auto scan = scanQuotes(cell); scan != Scan::Complete) return scan;
        }
        while (m_at < m_end && m_kinds[static_cast<unsigned char>(m_buffer[m_at])] == Ordinary) ++m_at;
        if (cell.isQuoted) {
            countLines(cell);
        } else {
            cell.end = m_at;
        }
        cell.tail = m_at;
        if (m_at == m_end && !m_isSourceAtEnd) return Scan::NeedsMore;
        // one cell too many is kept: it tells next() that there are too many
        if (++m_cellCount <= kMaxCsvColumns + 1) m_cells.push_back(cell);
        m_terminated = m_at < m_end;
        if (!m_terminated) return Scan::Complete;
        const auto kind = m_kinds[static_cast<unsigned char>(m_buffer[m_at++])];
        if (kind == LineFeed) return Scan::Complete;
        if (kind == CarriageReturn) {
            if (m_at == m_end && !m_isSourceAtEnd) return Scan::NeedsMore;
            if (m_at < m_end && m_buffer[m_at] == '\n') ++m_at;
            return Scan::Complete;
        }
    }
}

CsvReader::Scan CsvReader::scanQuotes(Cell& cell)
{
    cell.isQuoted = true;
    cell.begin = ++m_at;
    for (;;) {
        const auto* quote = static_cast<const char*>(std::memchr(m_buffer.get() + m_at, '"', m_end - m_at));
        if (quote == nullptr) return Scan::InsideQuotes;
        m_at = static_cast<std::size_t>(quote - m_buffer.get()) + 1;
        if (m_at == m_end && !m_isSourceAtEnd) return Scan::NeedsMore;
        if (m_at == m_end || m_buffer[m_at] != '"') break;
        cell.hasDoubled = true;
        ++m_at;
    }
    cell.end = m_at - 1;
    return Scan::Complete;
}

void CsvReader::countLines(const Cell& cell)
{
    for (auto at = cell.begin; at < cell.end; ++at) {
        const char c = m_buffer[at];
        if (c == '\n' || (c == '\r' && m_buffer[at + 1] != '\n')) ++m_innerLines;
    }
}

/// Turns cells into texts; the record stays scanned, so that the next one can follow a refused one.
Result<> CsvReader::publish()
{
    if (m_cellCount > kMaxCsvColumns) return lineError(ErrorCode::ImportTooManyColumns);
    for (const auto& cell : m_cells) {
        m_fields.push_back(cell.isQuoted
                               ? unquoted(cell)
                               : std::string_view{m_buffer.get() + cell.begin, cell.end - cell.begin});
        if (m_fields.back().size() > kMaxCsvField) {
            m_fields.clear();
            return lineError(ErrorCode::ImportFieldTooLong);
        }
    }
    return {};
}

/// Removes doubled quotes in place and appends what follows the closing quote, unless it is only spaces.
std::string_view CsvReader::unquoted(const Cell& cell)
{
    char* const begin = m_buffer.get() + cell.begin;
    char* out = m_buffer.get() + cell.end;
    if (cell.hasDoubled) {
        out = begin;
        for (const char* in = begin; in < m_buffer.get() + cell.end; ++in) {
            *out++ = *in;
            if (*in == '"') ++in;
        }
    }
    const std::string_view tail{m_buffer.get() + cell.end + 1, cell.tail - cell.end - 1};
    if (tail.find_first_not_of(' ') != std::string_view::npos) {
        std::memmove(out, tail.data(), tail.size());
        out += tail.size();
    }
    return {begin, static_cast<std::size_t>(out - begin)};
}

Error CsvReader::breakOff(ErrorCode code)
{
    m_cells.clear();
    m_failure = lineError(code);
    return *m_failure;
}

} // namespace till
