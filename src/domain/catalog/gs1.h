#pragma once

#include "base/result.h"
#include "domain/catalog/gs1_ai_table.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace till {

/// A decimal number as encoded: 1250 with 3 decimals is 1.250.
struct Gs1Number {
    std::int64_t digits{};
    int decimals{};
    friend bool operator==(const Gs1Number&, const Gs1Number&) = default;
};

/// One application identifier and what was encoded under it.
struct Gs1Element {
    std::string ai;                                    ///< "3103", without brackets
    std::string value;                                 ///< as encoded
    std::optional<std::chrono::year_month_day> date{}; ///< of the identifiers that hold one; the first of two
    std::optional<Gs1Number> number{}; ///< of measures (310n ...), prices and amounts (390n to 395n), counts
                                       ///< (30, 37) and temperatures
    std::string currency{};            ///< ISO 4217 number of 391n and 393n: "978"
    friend bool operator==(const Gs1Element&, const Gs1Element&) = default;
};

using Gs1Elements = std::vector<Gs1Element>;

/// What ends a value that has no length of its own (ASCII 29): how scanners send FNC1.
inline constexpr char kGroupSeparator = '\x1D';

/// Collects elements one by one, each checked against the table, whatever notation they came in.
class Gs1Reader {
public:
    /// `currentYear` decides the century of two-digit years.
    explicit Gs1Reader(int currentYear)
        : m_year{currentYear}
    {
    }
    /// BarcodeElement (detail "(17)261301") when the value breaks its rule, or the same identifier came
    /// before with another value. The same one with the same value is kept once, as GS1 wants it.
    Result<> add(const Gs1Rule& rule, std::string_view ai, std::string_view value);
    Gs1Elements take() { return std::move(m_elements); }

private:
    int m_year;
    Gs1Elements m_elements;
};

/// The error that names an element: "(ai)value", shortened, and safe to show whatever bytes were scanned.
Error gs1ElementError(std::string_view ai, std::string_view value);

/// Reads "0104006381333931" "10ABC<GS>17260101": identifiers as encoded, values without length of their own
/// ended by kGroupSeparator. One in front and one at the end are ignored, and those behind a value of
/// predefined length. BarcodeElement names the element that is unknown, cut short, too long (its separator
/// is missing), wrong, or there twice.
Result<Gs1Elements> readElementString(std::string_view data, int currentYear);

/// Reads "(01)04006381333931(10)ABC". A bracket that holds no known identifier belongs to the value; "\("
/// is a bracket of the value in any case.
Result<Gs1Elements> readBracketed(std::string_view text, int currentYear);
/// Whether `text` begins with two to four digits in brackets.
bool looksBracketed(std::string_view text);

/// The opposite of reading, with separators only where they are needed.
std::string toElementString(std::span<const Gs1Element> elements);
std::string toBracketed(std::span<const Gs1Element> elements);

/// The first element of that identifier; null when there is none.
const Gs1Element* findElement(std::span<const Gs1Element> elements, std::string_view ai);

} // namespace till
