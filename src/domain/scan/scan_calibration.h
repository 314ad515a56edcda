#pragma once

#include "domain/scan/scan_separator.h"

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace till {

/// Keys that came in one go: all of a scan, or a word somebody typed.
struct KeyTrain {
    enum class End { None, Enter, Tab };
    std::u32string text;
    std::vector<int> gaps; ///< ms between one character and the next
    End end = End::None;
    int endGap = 0; ///< ms from the last character to its end

    int longestGap() const;
    bool looksScanned() const; ///< four characters and more, half of the gaps no longer than 40 ms
};

/// Sorts keys into trains, the last twelve of them. A pause of 400 ms begins a new one.
class KeyTrains {
public:
    static constexpr std::size_t kMost = 12;
    static constexpr int kPauseMs = 400;

    void key(char32_t character, std::uint64_t atMs); ///< '\r' and '\t' end a train
    void clear() { m_trains.clear(); }
    const std::deque<KeyTrain>& trains() const { return m_trains; }

private:
    std::deque<KeyTrain> m_trains;
    std::uint64_t m_lastAt = 0;
    bool m_open = false;
};

/// Rules that take every scanned train and no typed one, as far as there are such: the gap, where
/// the one of now does not fit, half as long again as the longest of a scan and below the shortest of typing;
/// prefix and suffix what all scans share of signs. `now` where nothing speaks for a change.
ScanRules suggestRules(const std::deque<KeyTrain>& trains, const ScanRules& now);

/// What a scanner that is set for another keyboard makes of digits and letters.
enum class LayoutProblem {
    None,
    ShiftedDigits, ///< "&é\"'(": the keyboard is French, the scanner sends as to an American one
    SwappedYz,     ///< known by the check code only
    CapsLock,      ///< known by the check code only
};

/// The code that tells: digits, y, z, and both cases.
inline constexpr std::string_view kCheckCode = "Tillroll-yz-YZ-0123456789";
LayoutProblem layoutProblem(std::u32string_view scanned);

} // namespace till
