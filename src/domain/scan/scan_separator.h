#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace till {

/// How a scanner that types is told from a person. Measured: scanners send a character every 1 to 20 ms, a
/// fast typist one every 60 and more; a key held down repeats every 33 ms and has to be left out by the
/// caller.
struct ScanRules {
    enum class End { Any, Enter, Tab, None }; ///< Any: Enter or Tab. None: the scanner just stops

    int gapMs = 30;       ///< the longest time between two characters of a scan
    int shortest = 4;     ///< characters of the shortest code
    End end = End::Any;   ///< what the scanner sends after the code
    std::string prefix{}; ///< sent before each code: what begins so is a scan at any pace. Taken off
    std::string suffix{}; ///< sent after each code, before its end. Taken off
    friend bool operator==(const ScanRules&, const ScanRules&) = default;
};

/// Tells scans from typing: characters and their times in, codes out. Times are those of the keys themselves,
/// in ms of any clock, so that a busy program misses nothing.
class ScanSeparator {
public:
    static constexpr int kShortestWithoutEnd = 8; ///< where nothing ends a code it has to be longer
    static constexpr int kRestMs = 60;            ///< and is over when nothing more has come for this long
    static constexpr int kPrefixedGapMs = 1'000;  ///< after the prefix, whatever the pace

    enum class Verdict {
        First, ///< may be the first of a scan
        Next,  ///< came at a scanner's pace
        Scan,  ///< a scan is complete: takeCode()
        Echo,  ///< a second end of the scan that is complete (CR and LF): nothing
        Typing ///< a person's key
    };

    explicit ScanSeparator(ScanRules rules = {});

    void setRules(const ScanRules& rules);
    const ScanRules& rules() const { return m_rules; }

    Verdict character(std::string_view utf8, std::uint64_t atMs);
    Verdict enter(std::uint64_t atMs);
    Verdict tab(std::uint64_t atMs);
    /// Nothing has come for kRestMs. True: that was a scan, of a scanner that sends no end.
    bool rest();
    /// Whether a character at this time would go on with what has begun.
    bool goesOn(std::uint64_t atMs) const;
    std::string takeCode(); ///< without prefix and suffix; begins anew
    void forget();

private:
    Verdict end(bool asked, std::uint64_t atMs);
    std::string_view code() const;
    bool isScan(int shortest) const;

    ScanRules m_rules;
    std::string m_text;
    bool m_prefixed = false;
    std::uint64_t m_lastAt = 0;
    std::optional<std::uint64_t> m_endedAt{};
};

} // namespace till
