#pragma once

#include <string>
#include <string_view>

namespace till {

/// A text that a spreadsheet might take for a formula gets a leading apostrophe: one that begins, after
/// spaces and controls, with = + - @ or their full-width forms, or that begins with TAB or CR. NULs are
/// removed first.
std::string formulaProtected(std::string_view text);

/// Builds separated values (RFC 4180: CRLF, quotes where needed). Texts are protected against formulas;
/// numbers, which we format ourselves, go through number() and stay numbers: "-5.00".
class CsvWriter {
public:
    enum class Mark { None, Utf8 }; ///< spreadsheets need the byte order mark to see UTF-8
    /// `protect` off writes texts byte for byte, for programs rather than spreadsheets.
    explicit CsvWriter(char delimiter = ',', Mark mark = Mark::Utf8, bool protect = true);

    CsvWriter& text(std::string_view value);
    CsvWriter& number(std::string_view formatted);
    void endRow();

    const std::string& str() const { return m_out; }
    std::string take(); ///< what was written since the last take(), so that a long file streams

private:
    void separate();
    void quoted(std::string_view value);

    std::string m_out;
    char m_delimiter;
    bool m_protect;
    bool m_rowBegun = false;
};

} // namespace till
