#include "exchange/csv_reader.h"

#include <array>

namespace till {
namespace {

constexpr char kNoDelimiter = '\x1F';
constexpr std::size_t kRecords = 50;

/// How well one delimiter explains a text.
struct Fit {
    std::size_t headerColumns = 1;
    std::size_t records = 0;  ///< behind the header
    std::size_t agreeing = 0; ///< of those, with as many columns as the header
};

Fit fitOf(std::string_view text, char delimiter)
{
    Fit fit;
    std::size_t columns = 1;
    bool isHeader = true;
    bool isInQuotes = false;
    bool isAtFieldStart = true;
    bool isBlank = true;
    const auto endRecord = [&] {
        if (!isBlank && isHeader) fit.headerColumns = columns;
        if (!isBlank && !isHeader) {
            ++fit.records;
            fit.agreeing += columns == fit.headerColumns ? 1U : 0U;
        }
        isHeader = isHeader && isBlank;
        columns = 1;
        isBlank = true;
    };
    for (std::size_t at = 0; at < text.size() && fit.records < kRecords; ++at) {
        const char c = text[at];
        if (isInQuotes) {
            // a doubled quote closes and opens again at once
            if (c == '"') isInQuotes = at + 1 < text.size() && text[at + 1] == '"' && text[++at] == '"';
            continue;
        }
        if (c == '\n' || c == '\r') {
            endRecord();
        } else {
            isBlank = false;
            isInQuotes = c == '"' && isAtFieldStart;
            if (c == delimiter) ++columns;
        }
        isAtFieldStart = c == '\n' || c == '\r' || c == delimiter;
    }
    if (isHeader) endRecord(); // a last record that is cut off says nothing about the others
    return fit;
}

} // namespace

char sniffDelimiter(std::string_view text)
{
    constexpr std::array kCandidates{',', ';', '\t', '|'};
    char best = kNoDelimiter;
    Fit bestFit;
    for (const char candidate : kCandidates) {
        const auto fit = fitOf(text, candidate);
        if (fit.headerColumns < 2) continue;
        // compared as fractions: agreeing/records, where no record at all agrees fully
        const auto share = [](const Fit& f) { return f.records == 0 ? 1000 : f.agreeing * 1000 / f.records; };
        const bool isBetter = best == kNoDelimiter || share(fit) > share(bestFit) ||
                              (share(fit) == share(bestFit) && fit.headerColumns > bestFit.headerColumns);
        if (isBetter) {
            best = candidate;
            bestFit = fit;
        }
    }
    return best;
}

} // namespace till
