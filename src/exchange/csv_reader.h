#pragma once

#include "base/result.h"
#include "exchange/text_source.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace till {

inline constexpr std::size_t kMaxCsvField = 8 * 1024; ///< bytes of UTF-8
inline constexpr std::size_t kMaxCsvColumns = 200;
inline constexpr std::size_t kMaxCsvRecord = 1024 * 1024; ///< bytes of UTF-8

/// Reads separated values (RFC 4180, and what spreadsheets make of it) one record at a time, in constant
/// memory: commas, semicolons, tabs or bars as found outside quotes, a leading "sep=;" line, quotes that
/// hold line ends, doubled quotes, lines ended by CRLF, LF or CR. Blank lines are no records. A quote that
/// does not begin its field is a letter like any other (3" nail).
class CsvReader {
public:
    /// Errors of TextSource. `delimiter` overrules what the file looks like.
    static Result<CsvReader> openFile(const std::filesystem::path& path, std::optional<char> delimiter = {});
    static Result<CsvReader> fromMemory(std::string bytes, std::optional<char> delimiter = {});

    /// True when there is a record, false at the end. An error concerns the record that begins at line();
    /// its detail is that line. After ImportFieldTooLong and ImportTooManyColumns reading goes on with the
    /// next record; after ImportQuoteUnclosed, ImportRowTooLong and FileNotReadable there is nothing
    /// left to make sense of: isBroken(), and every further call repeats the error.
    Result<bool> next();
    bool isBroken() const { return m_failure.has_value(); }

    /// The record's cells, unquoted, UTF-8; valid until the next call of next() or rewind().
    std::span<const std::string_view> fields() const { return m_fields; }
    std::int64_t line() const { return m_line; }     ///< 1-based physical line on which the record begins
    std::int64_t record() const { return m_record; } ///< 1-based; the header is number 1
    /// False for a last record without a line end: the file may have been cut off there.
    bool isTerminated() const { return m_terminated; }

    Result<> rewind(); ///< to before the first record; FileNotReadable

    char delimiter() const { return m_delimiter; }
    TextEncoding encoding() const { return m_source.encoding(); }
    std::uint64_t size() const { return m_source.size(); }
    std::uint64_t position() const { return m_source.position(); }

private:
    struct Cell {
        std::size_t begin; ///< of the bare text, or of the text inside the quotes
        std::size_t end;
        std::size_t tail; ///< end of what follows a closing quote
        bool isQuoted;
        bool hasDoubled; ///< "" that stand for one quote
    };
    enum class Scan { Complete, NeedsMore, InsideQuotes };

    explicit CsvReader(TextSource source);
    static Result<CsvReader> start(Result<TextSource> source, std::optional<char> delimiter);
    void useDelimiter(char delimiter);
    Result<> fill();
    void skipSeparatorLine();
    Scan scanRecord();
    Scan scanQuotes(Cell& cell);
    Result<> loadRecord();
    Result<> publish();
    std::string_view unquoted(const Cell& cell);
    void countLines(const Cell& cell);
    Error breakOff(ErrorCode code);
    Error lineError(ErrorCode code) const { return Error{code, std::to_string(m_line)}; }

    TextSource m_source;
    std::unique_ptr<char[]> m_buffer;
    std::size_t m_begin = 0; ///< first byte not yet handed out
    std::size_t m_at = 0;    ///< how far scanning got
    std::size_t m_end = 0;
    bool m_isSourceAtEnd = false;
    bool m_terminated = true;
    bool m_hasSeparatorLine = false;
    char m_delimiter = ',';
    std::array<std::uint8_t, 256> m_kinds{}; ///< what each byte means outside quotes
    std::vector<Cell> m_cells;
    std::size_t m_cellCount = 0; ///< may exceed m_cells, which keeps no more than are allowed
    std::vector<std::string_view> m_fields;
    std::int64_t m_line = 0;
    std::int64_t m_nextLine = 1;
    std::int64_t m_innerLines = 0; ///< line ends inside the record's quotes
    std::int64_t m_record = 0;
    std::optional<Error> m_failure;
};

/// The delimiter that explains the beginning of a text best: found in its first line outside quotes, with
/// the same number of columns in the lines that follow. Unit separator (0x1F) if it has one column only.
char sniffDelimiter(std::string_view text);

} // namespace till
