#include "domain/scan/scan_separator.h"

#include <algorithm>
#include <utility>

namespace till {
namespace {

int countCharacters(std::string_view utf8)
{
    return static_cast<int>(
        std::count_if(utf8.begin(), utf8.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

} // namespace

ScanSeparator::ScanSeparator(ScanRules rules)
    : m_rules{std::move(rules)}
{
}

void ScanSeparator::setRules(const ScanRules& rules)
{
    m_rules = rules;
    forget();
}

bool ScanSeparator::goesOn(std::uint64_t atMs) const
{
    if (m_text.empty() || atMs < m_lastAt) return false;
    return atMs - m_lastAt <= static_cast<std::uint64_t>(m_prefixed ? kPrefixedGapMs : m_rules.gapMs);
}

std::string_view ScanSeparator::code() const
{
    std::string_view code = m_text;
    if (!m_rules.prefix.empty() && code.starts_with(m_rules.prefix))
        code.remove_prefix(m_rules.prefix.size());
    if (!m_rules.suffix.empty() && code.ends_with(m_rules.suffix)) code.remove_suffix(m_rules.suffix.size());
    return code;
}

bool ScanSeparator::isScan(int shortest) const
{
    return countCharacters(code()) >= (m_prefixed ? 1 : shortest);
}

ScanSeparator::Verdict ScanSeparator::character(std::string_view utf8, std::uint64_t atMs)
{
    const bool next = goesOn(atMs);
    if (!next) forget();
    m_text += utf8;
    m_lastAt = atMs;
    if (!m_rules.prefix.empty() && m_text == m_rules.prefix) m_prefixed = true;
    const bool endsItself = m_rules.end == ScanRules::End::None && !m_rules.suffix.empty();
    if (next && endsItself && m_text.ends_with(m_rules.suffix) && isScan(m_rules.shortest)) {
        m_endedAt = atMs;
        return Verdict::Scan;
    }
    return next ? Verdict::Next : Verdict::First;
}

ScanSeparator::Verdict ScanSeparator::enter(std::uint64_t atMs)
{
    return end(m_rules.end == ScanRules::End::Any || m_rules.end == ScanRules::End::Enter, atMs);
}

ScanSeparator::Verdict ScanSeparator::tab(std::uint64_t atMs)
{
    return end(m_rules.end == ScanRules::End::Any || m_rules.end == ScanRules::End::Tab, atMs);
}

ScanSeparator::Verdict ScanSeparator::end(bool asked, std::uint64_t atMs)
{
    const auto gap = static_cast<std::uint64_t>(m_rules.gapMs);
    if (m_text.empty() && m_endedAt && atMs >= *m_endedAt && atMs - *m_endedAt <= gap) return Verdict::Echo;
    if (asked && goesOn(atMs) && isScan(m_rules.shortest)) {
        m_endedAt = atMs;
        return Verdict::Scan;
    }
    forget();
    return Verdict::Typing;
}

bool ScanSeparator::rest()
{
    if (m_rules.end != ScanRules::End::None || m_text.empty()) return false;
    return isScan(std::max(m_rules.shortest, kShortestWithoutEnd));
}

std::string ScanSeparator::takeCode()
{
    std::string taken{code()};
    m_text.clear();
    m_prefixed = false;
    return taken;
}

void ScanSeparator::forget()
{
    m_text.clear();
    m_prefixed = false;
    m_endedAt.reset();
}

} // namespace till
