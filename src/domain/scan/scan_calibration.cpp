#include "domain/scan/scan_calibration.h"

#include <algorithm>
#include <optional>

namespace till {
namespace {

constexpr int kScannersGapMs = 40;

bool isSign(char32_t c)
{
    const bool letter = (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
    return c > 0x20 && c < 0x7F && !letter && !(c >= U'0' && c <= U'9');
}

std::string ascii(std::u32string_view text)
{
    return {text.begin(), text.end()};
}

/// What all `texts` begin with, of signs only: letters and digits may be of the goods. Not "]", which begins
/// a symbology prefix and says more than that here is a scan.
std::string sharedSigns(const std::vector<std::u32string>& texts)
{
    if (texts.size() < 2) return {};
    std::size_t length = 0;
    const auto& first = texts.front();
    while (length < 3 && length < first.size() && isSign(first[length]) && first[length] != U']' &&
           std::ranges::all_of(texts,
               [&](const auto& text) { return length < text.size() && text[length] == first[length]; }))
        ++length;
    return ascii(std::u32string_view{first}.substr(0, length));
}

ScanRules::End endOf(const std::vector<KeyTrain>& scans, ScanRules::End now)
{
    const auto count = [&](KeyTrain::End end) {
        return std::ranges::count_if(scans, [end](const KeyTrain& scan) { return scan.end == end; });
    };
    const auto all = static_cast<std::ptrdiff_t>(scans.size());
    if (count(KeyTrain::End::None) == all) return ScanRules::End::None;
    if (now == ScanRules::End::Any && count(KeyTrain::End::None) == 0) return now;
    if (count(KeyTrain::End::Enter) == all) return ScanRules::End::Enter;
    if (count(KeyTrain::End::Tab) == all) return ScanRules::End::Tab;
    return ScanRules::End::Any;
}

std::u32string swapped(std::string_view text, std::string_view from, std::string_view to)
{
    std::u32string made;
    for (const char c : text) {
        const auto at = from.find(c);
        made += static_cast<char32_t>(at == std::string_view::npos ? c : to[at]);
    }
    return made;
}

std::u32string otherCase(std::string_view text)
{
    std::u32string made;
    for (const char c : text) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        made += static_cast<char32_t>(letter ? c ^ 0x20 : c);
    }
    return made;
}

} // namespace

int KeyTrain::longestGap() const
{
    int longest = end == End::None ? 0 : endGap;
    for (const int gap : gaps) longest = std::max(longest, gap);
    return longest;
}

bool KeyTrain::looksScanned() const
{
    if (text.size() < 4) return false;
    auto sorted = gaps;
    std::ranges::sort(sorted);
    return sorted[sorted.size() / 2] <= kScannersGapMs;
}

void KeyTrains::key(char32_t character, std::uint64_t atMs)
{
    const bool goesOn = m_open && atMs >= m_lastAt && atMs - m_lastAt <= kPauseMs;
    const int gap = goesOn ? static_cast<int>(atMs - m_lastAt) : 0;
    m_lastAt = atMs;
    const bool isEnd = character == U'\r' || character == U'\n' || character == U'\t';
    if (isEnd) {
        if (goesOn) {
            m_trains.back().end = character == U'\t' ? KeyTrain::End::Tab : KeyTrain::End::Enter;
            m_trains.back().endGap = gap;
        }
        m_open = false;
        return;
    }
    if (!goesOn) {
        m_trains.emplace_back();
        if (m_trains.size() > kMost) m_trains.pop_front();
    } else {
        m_trains.back().gaps.push_back(gap);
    }
    m_trains.back().text += character;
    m_open = true;
}

ScanRules suggestRules(const std::deque<KeyTrain>& trains, const ScanRules& now)
{
    std::vector<KeyTrain> scans;
    std::optional<int> quickestTyping;
    for (const auto& train : trains) {
        if (train.looksScanned()) {
            scans.push_back(train);
        } else if (train.gaps.size() >= 3) {
            auto sorted = train.gaps;
            std::ranges::sort(sorted);
            const int typical = sorted[sorted.size() / 4]; // two keys at once are no pace
            quickestTyping = std::min(quickestTyping.value_or(typical), typical);
        }
    }
    if (scans.empty()) return now;

    ScanRules rules = now;
    int longest = 0;
    std::size_t shortest = scans.front().text.size();
    std::vector<std::u32string> forward;
    std::vector<std::u32string> backward;
    for (const auto& scan : scans) {
        longest = std::max(longest, scan.longestGap());
        shortest = std::min(shortest, scan.text.size());
        forward.push_back(scan.text);
        backward.emplace_back(scan.text.rbegin(), scan.text.rend());
    }
    const bool fits =
        longest + longest / 4 <= now.gapMs && quickestTyping.value_or(now.gapMs + 1) > now.gapMs;
    if (!fits) rules.gapMs = std::clamp(longest + longest / 2, 20, 150);
    if (!fits && quickestTyping && *quickestTyping > longest + 2)
        rules.gapMs = std::min(rules.gapMs, (*quickestTyping + longest) / 2);
    rules.end = endOf(scans, now.end);
    rules.prefix = sharedSigns(forward);
    const auto suffix = sharedSigns(backward);
    rules.suffix.assign(suffix.rbegin(), suffix.rend());
    const auto marks = rules.prefix.size() + rules.suffix.size();
    const int characters = static_cast<int>(shortest - std::min(shortest, marks));
    rules.shortest = std::min(now.shortest, std::max(3, characters));
    return rules;
}

LayoutProblem layoutProblem(std::u32string_view scanned)
{
    if (scanned == swapped(kCheckCode, "yzYZ", "zyZY")) return LayoutProblem::SwappedYz;
    if (scanned == otherCase(kCheckCode)) return LayoutProblem::CapsLock;
    // What the upper row of a French or Belgian keyboard gives without Shift.
    constexpr std::u32string_view kUpperRow = U"&é\"'(-è_çà§!²";
    const auto odd = std::ranges::count_if(
        scanned, [&](char32_t c) { return kUpperRow.find(c) != std::u32string_view::npos && c != U'-'; });
    const bool hasDigit = std::ranges::any_of(scanned, [](char32_t c) { return c >= U'0' && c <= U'9'; });
    const bool mostlyOdd = scanned.size() >= 4 && odd * 2 > static_cast<std::ptrdiff_t>(scanned.size());
    return mostlyOdd && !hasDigit ? LayoutProblem::ShiftedDigits : LayoutProblem::None;
}

} // namespace till
