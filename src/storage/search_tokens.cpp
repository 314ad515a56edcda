#include "storage/search_tokens.h"

#include "domain/catalog/search_words.h"

#include <algorithm>

namespace till {
namespace {

constexpr std::size_t kGram = 3;
constexpr std::size_t kWordStart = 4;  // "stre": else every "Kestrel strong" would have to be read for it
constexpr std::size_t kCodeStart = 3;  // longer ones are looked up among the codes themselves
constexpr std::size_t kMostLists = 40; // of a query; any of them narrow enough

enum class Kind : std::uint64_t { WordStart, WordInside, CodeStart, CodeInside };

/// A token of characters: its bytes themselves when they are four at most, else a hash of them. Two texts
/// that share a list make it longer, never wrong: what it gives is compared with the words.
SearchToken token(Kind kind, std::string_view text, std::uint64_t occurrence = 0)
{
    constexpr std::uint64_t kText = 1ULL << 46;
    constexpr std::uint64_t kHashed = 1ULL << 45;
    constexpr int kKindShift = 43;
    constexpr int kOccurrenceShift = 39;
    std::uint64_t value = 0;
    if (text.size() <= 4) {
        for (const char c : text) value = value << 8 | static_cast<unsigned char>(c);
    } else {
        value = 0xCBF29CE484222325ULL; // FNV-1a, its halves folded
        for (const char c : text) value = (value ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
        value = ((value ^ (value >> 39)) & ((1ULL << kOccurrenceShift) - 1)) | kHashed;
    }
    return SearchToken{
        kText | value | static_cast<std::uint64_t>(kind) << kKindShift | occurrence << kOccurrenceShift};
}

bool startsCharacter(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

/// Every place in `word` where a character begins, and its end.
void findLetters(std::string_view word, std::vector<std::size_t>& at)
{
    at.clear();
    for (std::size_t i = 0; i < word.size(); ++i) {
        if (i == 0 || startsCharacter(word[i])) at.push_back(i);
    }
    at.push_back(word.size());
}

std::size_t lengthOf(std::string_view word)
{
    return static_cast<std::size_t>(std::count_if(word.begin(), word.end(), startsCharacter));
}

/// A word or code cut up. Kept from word to word, so that its memory is.
class Cut {
public:
    Cut()
    {
        m_at.reserve(32);
        m_grams.reserve(32);
    }
    void cut(std::string_view word)
    {
        m_word = word;
        findLetters(word, m_at);
        m_grams.clear();
        for (std::size_t i = 1; i + kGram <= letters(); ++i) m_grams.push_back({part(i, kGram), 0});
        for (std::size_t i = 1; i < m_grams.size(); ++i) {
            for (std::size_t k = i; k-- > 0;) {
                if (m_grams[k].text[0] != m_grams[i].text[0] || m_grams[k].text != m_grams[i].text) continue;
                m_grams[i].occurrence = std::min(m_grams[k].occurrence + 1, kMostOccurrences);
                break;
            }
        }
    }
    struct Gram {
        std::string_view text;
        std::uint64_t occurrence; ///< of the same before it
    };
    std::size_t letters() const { return m_at.size() - 1; }
    std::string_view start(std::size_t count) const { return part(0, count); }
    const std::vector<Gram>& grams() const { return m_grams; } ///< but the one at the start

private:
    static constexpr std::uint64_t kMostOccurrences = 15;
    std::string_view part(std::size_t from, std::size_t count) const
    {
        return m_word.substr(m_at[from], m_at[std::min(from + count, letters())] - m_at[from]);
    }
    std::string_view m_word;
    std::vector<std::size_t> m_at;
    std::vector<Gram> m_grams;
};

void appendTokens(
    std::vector<SearchToken>& tokens, const Cut& word, Kind start, std::size_t longest, Kind inside)
{
    for (std::size_t length = 1; length <= std::min(longest, word.letters()); ++length)
        tokens.push_back(token(start, word.start(length)));
    for (const auto& gram : word.grams()) tokens.push_back(token(inside, gram.text, gram.occurrence));
}

/// The parts that overlap least come first, from the end: numbers differ at their end.
template <typename Use>
void fromTheEnd(const std::vector<Cut::Gram>& grams, Use use)
{
    for (std::size_t first = 0; first < kGram; ++first) {
        for (std::size_t back = first; back < grams.size(); back += kGram)
            use(grams[grams.size() - 1 - back]);
    }
}

class Asking {
public:
    explicit Asking(LookIn lookIn)
        : m_lookIn{lookIn}
    {
    }
    void start(AnyList& lists, const Cut& word, std::size_t longest) const
    {
        const auto letters = std::min(longest, word.letters());
        lists.push_back(token(Kind::WordStart, word.start(letters)));
        if (m_lookIn == LookIn::WordsAndCodes)
            lists.push_back(token(Kind::CodeStart, word.start(std::min(kCodeStart, letters))));
    }
    void inside(AnyList& lists, const Cut::Gram& gram) const
    {
        lists.push_back(token(Kind::WordInside, gram.text, gram.occurrence));
        if (m_lookIn == LookIn::WordsAndCodes)
            lists.push_back(token(Kind::CodeInside, gram.text, gram.occurrence));
    }

private:
    LookIn m_lookIn;
};

/// The longest first: they tell most.
std::vector<std::string_view> wordsOf(std::span<const std::string> terms)
{
    std::vector<std::string_view> words;
    for (const auto& term : terms) {
        const auto parts = splitWords(term);
        words.insert(words.end(), parts.begin(), parts.end());
    }
    std::ranges::stable_sort(words, std::ranges::greater{}, lengthOf);
    return words;
}

/// The starts of all words, then what is in them.
void askForBeginnings(
    std::vector<AnyList>& wanted, const std::vector<std::string_view>& words, const Asking& asking)
{
    Cut cut;
    for (const auto word : words) {
        cut.cut(word);
        asking.start(wanted.emplace_back(), cut, kWordStart);
    }
    for (const auto word : words) {
        cut.cut(word);
        fromTheEnd(cut.grams(), [&](const Cut::Gram& gram) { asking.inside(wanted.emplace_back(), gram); });
    }
}

/// `term` may stand at the start of a word, where its first three characters are in another list.
void askForInside(std::vector<AnyList>& wanted, std::string_view term, bool alone, const Asking& asking)
{
    // Behind a letter that is no letter all of the term is inside.
    const auto shifted = std::string{"\x1F"}.append(term);
    Cut cut;
    cut.cut(shifted);
    Cut atStart;
    atStart.cut(term);
    const auto& grams = cut.grams();
    const auto first = grams.front();
    fromTheEnd(grams, [&](Cut::Gram gram) {
        const bool isFirst = gram.text.data() == first.text.data();
        const bool repeatsFirst = !isFirst && gram.text == first.text;
        auto& lists = wanted.emplace_back();
        if (!alone && repeatsFirst) --gram.occurrence;
        asking.inside(lists, gram);
        if (!alone && isFirst) asking.start(lists, atStart, kGram);
    });
}

bool startsSomething(std::string_view term, std::string_view text)
{
    for (std::size_t at = text.find(term); at != std::string_view::npos; at = text.find(term, at + 1)) {
        if (at == 0 || text[at - 1] == ' ') return true;
    }
    return false;
}

} // namespace

std::vector<SearchToken> tokensOf(const SearchText& text)
{
    std::vector<SearchToken> tokens;
    tokens.reserve(64);
    tokens.push_back(tokenOfEverything());
    if (text.department) tokens.push_back(tokenOf(text.department));
    Cut cut;
    for (const auto word : splitWords(text.words)) {
        cut.cut(word);
        appendTokens(tokens, cut, Kind::WordStart, kWordStart, Kind::WordInside);
    }
    for (const auto code : splitWords(text.codes)) {
        cut.cut(code);
        appendTokens(tokens, cut, Kind::CodeStart, kCodeStart, Kind::CodeInside);
    }
    return tokens;
}

SearchToken tokenOfEverything()
{
    return SearchToken{64};
}

SearchToken tokenOf(DepartmentId department)
{
    constexpr std::uint64_t kDepartments = 1ULL << 32;
    return SearchToken{kDepartments + static_cast<std::uint64_t>(department.value)};
}

SearchToken tokenOfTier(std::int64_t tier)
{
    return SearchToken{static_cast<std::uint64_t>(tier)};
}

std::vector<AnyList> listsForBeginnings(std::span<const std::string> terms, LookIn lookIn)
{
    std::vector<AnyList> wanted;
    askForBeginnings(wanted, wordsOf(terms), Asking{lookIn});
    if (wanted.size() > kMostLists) wanted.resize(kMostLists);
    return wanted;
}

std::vector<AnyList> listsForInsides(std::span<const std::string> terms)
{
    const bool alone = terms.size() == 1;
    const Asking asking{LookIn::WordsAndCodes};
    std::vector<AnyList> wanted;
    for (const auto& term : terms) {
        const bool sideBySide = term.find(' ') != std::string::npos;
        const bool isShort = lengthOf(term) < kGram;
        if (alone && (sideBySide || isShort)) return {};
        if (sideBySide || isShort)
            askForBeginnings(wanted, splitWords(term), asking);
        else
            askForInside(wanted, term, alone, asking);
    }
    if (wanted.size() > kMostLists) wanted.resize(kMostLists);
    return wanted;
}

bool matches(std::span<const std::string> terms, std::string_view words, std::string_view codes, Place place)
{
    return std::all_of(terms.begin(), terms.end(), [&](const std::string& term) {
        const bool inside = place == Place::Inside && lengthOf(term) >= kGram;
        if (inside) return words.find(term) != words.npos || codes.find(term) != codes.npos;
        return startsSomething(term, words) || startsSomething(term, codes);
    });
}

} // namespace till
