#include "storage/search_tokens.h"

#include "domain/catalog/search_words.h"

#include <algorithm>
#include <array>
#include <utility>

namespace till {
namespace {

constexpr std::array<std::size_t, 4> kWordStarts{1, 2, 3, 5};
constexpr std::array<std::size_t, 3> kCodeStarts{1, 2, 3};
constexpr std::size_t kGram = 3;
constexpr std::size_t kMostWordsForPairs = 8;
constexpr std::size_t kMostLists = 4;

/// A word with the places where its characters begin.
class Letters {
public:
    explicit Letters(std::string_view word)
        : m_word{word}
    {
        for (std::size_t i = 0; i < word.size() && m_count < kMost; ++i) {
            if ((static_cast<unsigned char>(word[i]) & 0xC0U) != 0x80U) m_at[m_count++] = i;
        }
        m_at[m_count] = m_count < kMost ? word.size() : m_at[m_count - 1];
        if (m_count == kMost) --m_count;
    }
    std::size_t size() const { return m_count; }
    std::string_view part(std::size_t from, std::size_t count) const
    {
        const auto end = std::min(from + count, m_count);
        return m_word.substr(m_at[from], m_at[end] - m_at[from]);
    }
    std::string_view start(std::size_t count) const { return part(0, count); }

private:
    static constexpr std::size_t kMost = 202; // of a name or code, and one to see where the last one ends
    std::string_view m_word;
    std::array<std::size_t, kMost + 1> m_at{};
    std::size_t m_count = 0;
};

template <std::size_t N>
void appendWord(std::string& out, std::string_view word, const std::array<std::size_t, N>& starts)
{
    const Letters letters{word};
    for (const auto length : starts) {
        if (length > letters.size()) break;
        out.append(1, '.').append(letters.start(length)).append(1, ' ');
    }
    for (std::size_t i = 1; i + kGram <= letters.size(); ++i)
        out.append(letters.part(i, kGram)).append(1, ' ');
}

void appendPair(std::string& out, std::string_view a, std::string_view b)
{
    const auto [first, second] = std::minmax(a, b);
    out.append(1, '.').append(first).append(1, '.').append(second);
}

void appendPairs(std::string& out, const std::vector<std::string_view>& words)
{
    std::vector<std::string_view> starts;
    for (const auto word : words) {
        const Letters letters{word};
        if (letters.size() >= kGram) starts.push_back(letters.start(kGram));
    }
    std::sort(starts.begin(), starts.end());
    starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
    if (starts.size() > kMostWordsForPairs) {
        out += "-long ";
        return;
    }
    for (std::size_t i = 0; i < starts.size(); ++i) {
        for (std::size_t k = i + 1; k < starts.size(); ++k) {
            appendPair(out, starts[i], starts[k]);
            out += ' ';
        }
    }
}

std::string quoted(std::string_view token)
{
    std::string text{"\""};
    return text.append(token).append(1, '"');
}

void require(std::string& expression, std::string_view part)
{
    if (!expression.empty()) expression += " AND ";
    expression += part;
}

std::vector<std::string_view> wordsOf(std::span<const std::string> terms)
{
    std::vector<std::string_view> words;
    for (const auto& term : terms) {
        const auto parts = splitWords(term);
        words.insert(words.end(), parts.begin(), parts.end());
    }
    return words;
}

std::string startToken(std::string_view word)
{
    const Letters letters{word};
    std::size_t length = 1;
    for (const auto known : kWordStarts) {
        if (known <= letters.size()) length = known;
    }
    return std::string{"."}.append(letters.start(length));
}

/// The fewest lists that together are rare: two pairs, or one pair and the longest word.
std::string pairsOf(const std::vector<std::string_view>& words)
{
    std::vector<std::string_view> starts;
    std::string_view longest;
    for (const auto word : words) {
        const Letters letters{word};
        if (letters.size() < kGram) continue;
        const auto start = letters.start(kGram);
        if (std::find(starts.begin(), starts.end(), start) != starts.end()) continue;
        starts.push_back(start);
        if (word.size() > longest.size()) longest = word;
    }
    if (starts.size() < 2) return {};
    std::string expression;
    const auto ask = [&](std::size_t a, std::size_t b) {
        std::string token;
        appendPair(token, starts[a], starts[b]);
        require(expression, quoted(token));
    };
    ask(0, 1);
    if (starts.size() > 2) ask(starts.size() - 2, starts.size() - 1);
    if (starts.size() == 2 && Letters{longest}.size() > kGram)
        require(expression, quoted(startToken(longest)));
    const auto shortest = std::find_if(
        words.rbegin(), words.rend(), [](std::string_view word) { return Letters{word}.size() < kGram; });
    if (shortest != words.rend()) require(expression, quoted(startToken(*shortest)));
    return expression;
}

/// How rare a character is in names, roughly: the rarest three tell most.
int rarity(std::string_view gram)
{
    constexpr std::string_view kCommonFirst = "eaoirnstlcmudphgbkfvywzxjq";
    constexpr int kDigit = 18; // three digits beside letters tell the number from its series
    constexpr int kOtherScript = 12;
    int sum = 0;
    for (const char c : gram) {
        const auto place = kCommonFirst.find(c);
        const int other = c >= '0' && c <= '9' ? kDigit : kOtherScript;
        sum += place != std::string_view::npos ? static_cast<int>(place) : other;
    }
    return sum;
}

struct Gram {
    std::string_view text;
    std::size_t at;
};

std::vector<Gram> gramsOf(std::string_view term, std::size_t from)
{
    std::vector<Gram> grams;
    const Letters letters{term};
    for (std::size_t i = from; i + kGram <= letters.size(); ++i) grams.push_back({letters.part(i, kGram), i});
    return grams;
}

/// The rarest, and the rarest that shares no character with it.
std::vector<Gram> tellingGrams(std::vector<Gram> grams, std::size_t most)
{
    std::stable_sort(grams.begin(), grams.end(),
        [](const Gram& a, const Gram& b) { return rarity(a.text) > rarity(b.text); });
    std::vector<Gram> chosen;
    for (const auto& gram : grams) {
        const bool apart = std::all_of(chosen.begin(), chosen.end(),
            [&](const Gram& other) { return gram.at >= other.at + kGram || other.at >= gram.at + kGram; });
        if (apart && chosen.size() < most) chosen.push_back(gram);
    }
    if (chosen.size() < most && grams.size() > 1 && chosen.size() == 1) chosen.push_back(grams.back());
    return chosen;
}

bool startsSomething(std::string_view term, std::string_view text)
{
    for (std::size_t at = text.find(term); at != std::string_view::npos; at = text.find(term, at + 1)) {
        if (at == 0 || text[at - 1] == ' ') return true;
    }
    return false;
}

} // namespace

std::string tokensOf(const SearchText& text)
{
    std::string out;
    out.reserve(640);
    out += "- ";
    if (text.department) out.append("-d").append(std::to_string(text.department.value)).append(1, ' ');
    const auto words = splitWords(text.words);
    for (const auto word : words) appendWord(out, word, kWordStarts);
    appendPairs(out, words);
    for (const auto code : splitWords(text.codes)) appendWord(out, code, kCodeStarts);
    return out;
}

std::string expressionForBeginnings(std::span<const std::string> terms)
{
    auto words = wordsOf(terms);
    const auto pairs = pairsOf(words);
    // Long lists add time and tell little: the longest words will do, the others are checked in what is
    // found.
    std::stable_sort(words.begin(), words.end(),
        [](std::string_view a, std::string_view b) { return a.size() > b.size(); });
    if (words.size() > kMostLists) words.resize(kMostLists);
    std::string separate;
    for (const auto word : words) require(separate, quoted(startToken(word)));
    if (pairs.empty()) return separate;
    return "(" + pairs + ") OR (\"-long\" AND " + separate + ")";
}

std::string expressionForInsides(std::span<const std::string> terms, Thoroughness thoroughness)
{
    // One term alone is looked for inside words only: what begins with it was found before. Of several, one
    // may well be a beginning, and a beginning has no token of its own first three characters but ".cho".
    const bool alone = terms.size() == 1;
    std::string expression;
    for (const auto& term : terms) {
        if (term.find(' ') != std::string::npos) {
            require(expression, expressionForBeginnings(std::span{&term, 1}));
            continue;
        }
        const auto length = Letters{term}.size();
        if (length < kGram) {
            if (!alone) require(expression, quoted(startToken(term)));
            continue;
        }
        if (length == kGram && !alone) {
            require(expression, "(" + quoted(term) + " OR " + quoted("." + term) + ")");
            continue;
        }
        const auto grams = gramsOf(term, alone ? 0 : 1);
        const std::size_t most = thoroughness == Thoroughness::AllLists ? 0 : alone ? 3 : 1;
        for (const auto& gram : most == 0 ? grams : tellingGrams(grams, most))
            require(expression, quoted(gram.text));
    }
    return expression;
}

std::string expressionForEverything()
{
    return quoted("-");
}

std::string expressionForDepartments(std::span<const DepartmentId> departments)
{
    std::string expression;
    for (const auto department : departments) {
        if (!expression.empty()) expression += " OR ";
        expression += quoted("-d" + std::to_string(department.value));
    }
    return expression;
}

bool matches(std::span<const std::string> terms, std::string_view words, std::string_view codes, Place place)
{
    return std::all_of(terms.begin(), terms.end(), [&](const std::string& term) {
        const bool inside = place == Place::Inside && Letters{term}.size() >= kGram;
        if (inside) return words.find(term) != words.npos || codes.find(term) != codes.npos;
        return startsSomething(term, words) || startsSomething(term, codes);
    });
}

} // namespace till
