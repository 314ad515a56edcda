#include "base/text.h"
#include "support/places.h"
#include "support/skip.h"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <fstream>
#include <sstream>

namespace {

using namespace till;

/// The strings of a JSON file of strings, wherever they stand in it. Enough of JSON for test data: escapes
/// of control characters and of UTF-16 units, pairs included.
std::vector<std::string> stringsOf(const std::string& json)
{
    std::vector<std::string> strings;
    const auto put = [](std::string& out, unsigned c) {
        if (c < 0x80) {
            out += static_cast<char>(c);
        } else if (c < 0x800) {
            out += {static_cast<char>(0xC0 | c >> 6), static_cast<char>(0x80 | (c & 0x3F))};
        } else {
            out += {static_cast<char>(0xE0 | c >> 12), static_cast<char>(0x80 | (c >> 6 & 0x3F)),
                static_cast<char>(0x80 | (c & 0x3F))}; // half a pair becomes no UTF-8, which is a test too
        }
    };
    for (std::size_t at = 0; at < json.size(); ++at) {
        if (json[at] != '"') continue;
        std::string text;
        for (++at; at < json.size() && json[at] != '"'; ++at) {
            if (json[at] != '\\') {
                text += json[at];
                continue;
            }
            ++at;
            switch (json[at]) {
            case 'u':
                put(text, static_cast<unsigned>(std::stoul(json.substr(at + 1, 4), nullptr, 16)));
                at += 4;
                break;
            case 'n': text += '\n'; break;
            case 't': text += '\t'; break;
            case 'r': text += '\r'; break;
            case 'b': text += '\b'; break;
            case 'f': text += '\f'; break;
            default: text += json[at];
            }
        }
        strings.push_back(text);
    }
    return strings;
}

/// Any text, Unicode or not: pieces that matter to folding, put together at random.
std::string someText()
{
    const auto pieces = *rc::gen::container<std::vector<std::string>>(
        rc::gen::element<std::string>("a", "Z", " ", "é", "e\xCC\x81", "ß", "İ", "ı", "Σ", "ς", "น้ำ", "ม้า",
            "커", "ᄏ", "が", "Ａ", "ﬁ", "№", "½", "☕", "🥐", "👩‍🌾", "\xff", "\xc3", "\xed\xa0\x80",
            "\n", "\x01", "-", "'", "٣", "ى", "\xEF\xB7\xBA", "\xC2\xAD", "क्षि", "\xE2\x80\x8B"));
    std::string text;
    for (const auto& piece : pieces) text += piece;
    return text;
}

} // namespace

TEST_CASE("a name is trimmed, composed and otherwise kept as written")
{
    CHECK(cleanName("  Crème  brûlée \t").value() == "Crème  brûlée");
    CHECK(cleanName("Cre\xCC\x80me").value() == "Crème");
    CHECK(cleanName("\xE3\x80\x80お茶\xC2\xA0").value() == "お茶"); // ideographic and no-break space
    CHECK(cleanName("<b>Milk</b> & \"'; DROP TABLE--").value() == "<b>Milk</b> & \"'; DROP TABLE--");
    CHECK(cleanName("ﬁ №½").value() == "ﬁ №½");
    CHECK(cleanName("👩‍🌾 eggs").value() == "👩‍🌾 eggs");
}

TEST_CASE("a name that breaks the rule is refused with its reason")
{
    CHECK(cleanName("").error().code == ErrorCode::NameEmpty);
    CHECK(cleanName(" \t\n\xE2\x80\x83").error().code == ErrorCode::NameEmpty);
    CHECK(cleanName("Milk\x1b@").error().code == ErrorCode::NameHasControlCharacters);
    CHECK(cleanName("two\nlines").error().code == ErrorCode::NameHasControlCharacters);
    CHECK(cleanName("tab\tname").error().code == ErrorCode::NameHasControlCharacters);
    CHECK(cleanName("C1\xC2\x9Bp").error().code == ErrorCode::NameHasControlCharacters);
    CHECK(cleanName(std::string{"nul\0l", 5}).error().code == ErrorCode::NameHasControlCharacters);
    CHECK(cleanName("del\x7f").error().code == ErrorCode::NameHasControlCharacters);
    CHECK(cleanName("\xff").error().code == ErrorCode::TextNotUnicode);
    CHECK(cleanName("half \xc3").error().code == ErrorCode::TextNotUnicode);
    CHECK(cleanName("\xed\xa0\x80").error().code == ErrorCode::TextNotUnicode); // a surrogate
    CHECK(cleanName("\xc0\xaf").error().code == ErrorCode::TextNotUnicode);     // an overlong slash
}

TEST_CASE("two hundred characters are a name, two hundred and one are not, whatever their bytes")
{
    std::string name;
    for (int i = 0; i < 200; ++i) name += "é";
    CHECK(cleanName(name));
    CHECK(cleanName(" " + name + " "));
    CHECK(cleanName(name + "e").error().code == ErrorCode::NameTooLong);
    CHECK(countCharacters(name) == 200);
}

TEST_CASE("a note may be empty and have lines, but is not endless")
{
    CHECK(cleanNote("", 10).value().empty());
    CHECK(cleanNote("no sugar\nplease", 20).value() == "no sugar\nplease");
    CHECK(cleanNote("01234567890", 10).error().code == ErrorCode::NameTooLong);
    CHECK(cleanNote("a\x1b", 10).error().code == ErrorCode::NameHasControlCharacters);
}

TEST_CASE("what people type finds what is written")
{
    const auto [written, typed] = GENERATE(table<std::string, std::string>({
        {"Crème brûlée", "creme brulee"},
        {"CRE\xCC\x80ME", "creme"},
        {"Weißbrot", "weissbrot"},
        {"WEIẞBROT", "weissbrot"},
        {"Smørrebrød", "smorrebrod"},
        {"Łosoś", "losos"},
        {"Đường", "duong"},
        {"Œufs", "oeufs"},
        {"İstanbul", "istanbul"},
        {"IŞIK", "isik"},
        {"ışık", "isik"},
        {"ΟΔΟΣ", "οδοσ"},
        {"οδός", "οδος"},
        {"Ёлка", "елка"},
        {"قَهْوَة", "قهوة"},
        {"أرز", "ارز"},
        {"שָׁלוֹם", "שלום"},
        {"ＡＢＣ１２３", "abc123"},
        {"ｶﾞﾑ", "ガム"},
        {"㎏", "kg"},
        {"ﬁlet", "filet"},
        {"Coca-Cola®", "coca cola"},
        {"Nutella™ ©", "nutella"},
        {"L'Oréal", "l oreal"},
        {"soft\xC2\xADhyphen", "softhyphen"},
        {"☕ crème", "☕ creme"},
    }));
    INFO(written);
    CHECK(foldForSearch(written) == foldForSearch(typed));
    CHECK_FALSE(foldForSearch(written).empty());
}

TEST_CASE("plain text folds to plain text")
{
    CHECK(foldForSearch("Crème brûlée") == "creme brulee");
    CHECK(foldForSearch("  A -- b  ") == "a b");
    CHECK(foldForSearch("Bolt M8x40 (10/pk)") == "bolt m8x40 10 pk");
    CHECK(foldForSearch("") == "");
    CHECK(foldForSearch("bro\xffken") == "broken");
}

TEST_CASE("marks that are letters of their script stay, so that words stay apart")
{
    CHECK(foldForSearch("มา") != foldForSearch("ม้า"));     // Thai: come, horse
    CHECK(foldForSearch("ดี") != foldForSearch("ดู"));       // Thai: good, look
    CHECK(foldForSearch("かき") != foldForSearch("かぎ")); // Japanese: persimmon, key
    CHECK(foldForSearch("कि") != foldForSearch("कु"));      // Hindi syllables
}

TEST_CASE("a Hangul syllable begins with its letters, so that typing finds it before it is finished")
{
    const auto coffee = foldForSearch("커피");
    CHECK(coffee.starts_with(foldForSearch("커")));
    CHECK(coffee.starts_with(foldForSearch("ㅋ")));
    CHECK_FALSE(coffee.starts_with(foldForSearch("피")));
}

TEST_CASE("property: folded text is UTF-8, folds to itself, and has no space at its ends")
{
    CHECK(rc::check([] {
        const auto folded = foldForSearch(someText());
        RC_ASSERT(isUtf8(folded));
        RC_ASSERT(foldForSearch(folded) == folded);
        RC_ASSERT_FALSE(folded.starts_with(' '));
        RC_ASSERT_FALSE(folded.ends_with(' '));
        RC_ASSERT(folded.find("  ") == std::string::npos);
    }));
}

TEST_CASE("property: a clean name is clean already, and folds like what was written")
{
    CHECK(rc::check([] {
        const auto text = someText();
        const auto name = cleanName(text);
        if (!name) return;
        RC_ASSERT(cleanName(*name).value() == *name);
        RC_ASSERT(foldForSearch(*name) == foldForSearch(text));
    }));
}

TEST_CASE("a text cut short ends with a whole character")
{
    CHECK(clipped("crème", 3) == "crè");
    CHECK(clipped("crème", 40) == "crème");
    CHECK(clipped("", 3) == "");
    CHECK(clipped("a\xff"
                  "b",
              3) == "a\xEF\xBF\xBD"
                    "b");
}

TEST_CASE("every naughty string is a clean name or refused, and folds")
{
    const auto folder = test::sharedFile("naughty");
    int names = 0;
    for (const auto* file : {"blns.json", "pos.json"}) {
        std::ifstream in{folder / file};
        if (!in) return test::skip("the naughty strings are not beside the sources");
        std::ostringstream text;
        text << in.rdbuf();
        for (const auto& naughty : stringsOf(text.str())) {
            INFO(naughty);
            const auto name = cleanName(naughty);
            CHECK(isUtf8(foldForSearch(naughty)));
            CHECK(isUtf8(clipped(naughty, 10)));
            if (!name) {
                CHECK((name.error().code == ErrorCode::NameEmpty ||
                       name.error().code == ErrorCode::NameTooLong ||
                       name.error().code == ErrorCode::NameHasControlCharacters ||
                       name.error().code == ErrorCode::TextNotUnicode));
                continue;
            }
            ++names;
            CHECK(cleanName(*name).value() == *name);
            CHECK(foldForSearch(*name) == foldForSearch(naughty));
        }
    }
    CHECK(names > 400);
}
