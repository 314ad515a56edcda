#include "services/journal_anchor.h"

#include "storage/file_facts.h"
#include "storage/shop_file.h"
#include "storage/shop_repository.h"

#include <algorithm>
#include <charconv>

namespace till {
namespace {

constexpr std::size_t kShortestHex = 16; // 64 bits
constexpr std::size_t kShortHead = 10;   // characters of base32

/// Words of letters, digits and hyphens; the dots between the parts of a receipt's foot count as spaces.
std::vector<std::string> words(std::string_view text)
{
    const auto belongs = [](char c) {
        return c == '-' || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    };
    std::vector<std::string> found(1);
    for (const char c : text) {
        if (belongs(c)) {
            found.back() += c;
        } else if (!found.back().empty()) {
            found.emplace_back();
        }
    }
    if (found.back().empty()) found.pop_back();
    return found;
}

std::optional<std::int64_t> position(std::string_view text)
{
    if (!text.empty() && (text.front() == 'J' || text.front() == 'j')) text.remove_prefix(1);
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size() || number < 1)
        return std::nullopt;
    return number;
}

/// "A" of "A", "A-000123" and, in a later epoch, "A2-000123".
std::string tillOf(const std::string& text)
{
    auto till = text.substr(0, text.find('-'));
    if (till.size() != text.size()) till.erase(till.find_last_not_of("0123456789") + 1);
    return till;
}

std::string normal(std::string head)
{
    head.erase(std::remove(head.begin(), head.end(), '-'), head.end());
    for (auto& c : head) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return head;
}

bool meets(const JournalHash& hash, const std::string& wanted)
{
    const auto hex = normal(toHex(hash));
    return wanted == normal(shortHead(hash)) ||
           (wanted.size() >= kShortestHex && hex.compare(0, wanted.size(), wanted) == 0);
}

std::optional<Finding> check(Connection& db, const JournalAnchor& anchor)
{
    const auto till = anchor.till.empty() ? ShopRepository{db}.ownTill().code : anchor.till;
    const auto hashes = journalHashes(db, till, anchor.seq);
    const auto row = till + " " + std::to_string(anchor.seq);
    if (hashes.empty()) {
        return Finding{"ANCHOR", "journal", row,
            "the journal ends before this record: its end was cut off, or an older file was put back"};
    }
    const auto wanted = normal(anchor.head);
    if (std::any_of(hashes.begin(), hashes.end(), [&](const auto& hash) { return meets(hash, wanted); }))
        return std::nullopt;
    return Finding{"ANCHOR", "journal", row, "the journal says something else than what was written down"};
}

} // namespace

std::optional<JournalAnchor> anchorFromText(std::string_view text)
{
    const auto parts = words(text);
    if (parts.size() < 2 || parts.size() > 3) return std::nullopt;
    JournalAnchor anchor;
    const auto seq = position(parts[parts.size() - 2]);
    anchor.head = parts.back();
    if (!seq || normal(anchor.head).size() < kShortHead) return std::nullopt;
    anchor.seq = *seq;
    if (parts.size() == 3) anchor.till = tillOf(parts.front());
    return anchor;
}

Result<std::vector<Finding>> checkAnchors(
    const ShopOptions& options, const std::vector<JournalAnchor>& anchors)
{
    try {
        auto db = openShopFile({options.file, OpenOptions::Mode::ReadOnly, options.vfs});
        if (!db) return db.error();
        std::vector<Finding> findings;
        for (const auto& anchor : anchors) {
            if (auto finding = check(*db, anchor)) findings.push_back(std::move(*finding));
        }
        return findings;
    } catch (const StorageError& error) {
        return toError(error);
    }
}

} // namespace till
