#include "exchange/csv_reader.h"
#include "exchange/csv_writer.h"
#include "support/scratch_folder.h"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

using namespace till;
using namespace std::string_literals;

namespace {

using Row = std::vector<std::string>;

CsvReader readerOf(std::string bytes)
{
    auto reader = CsvReader::fromMemory(std::move(bytes));
    REQUIRE(reader);
    return std::move(*reader);
}

std::vector<Row> rowsOf(CsvReader& reader)
{
    std::vector<Row> rows;
    for (;;) {
        const auto more = reader.next();
        REQUIRE(more);
        if (!*more) return rows;
        rows.emplace_back(reader.fields().begin(), reader.fields().end());
    }
}

std::vector<Row> rowsOf(std::string bytes)
{
    auto reader = readerOf(std::move(bytes));
    return rowsOf(reader);
}

std::string inUtf16(const std::string& ascii, bool littleEndian)
{
    std::string bytes;
    for (const char c : ascii) {
        if (!littleEndian) bytes += '\0';
        bytes += c;
        if (littleEndian) bytes += '\0';
    }
    return bytes;
}

} // namespace

TEST_CASE("a comma, a line end and a quote inside quotes belong to the cell")
{
    CHECK(rowsOf("name,note\n\"a, b\",\"one\r\ntwo\"\n\"say \"\"hi\"\"\",\"\"\n") ==
          std::vector<Row>{{"name", "note"}, {"a, b", "one\r\ntwo"}, {"say \"hi\"", ""}});
}

TEST_CASE("a quote that does not begin its cell is a letter, and letters behind a closing quote stay")
{
    CHECK(rowsOf("name,n\n3\" nail,1\n\"12\" x 3,2\n\"a\"  ,3\n") ==
          std::vector<Row>{{"name", "n"}, {"3\" nail", "1"}, {"12 x 3", "2"}, {"a", "3"}});
}

TEST_CASE("lines may end in CRLF, LF or CR, and the last one in nothing")
{
    const std::vector<Row> expected{{"a", "b"}, {"1", "2"}, {"3", "4"}};
    CHECK(rowsOf("a,b\r\n1,2\r\n3,4\r\n") == expected);
    CHECK(rowsOf("a,b\n1,2\n3,4") == expected);
    CHECK(rowsOf("a,b\r1,2\r3,4\r") == expected);
    CHECK(rowsOf("\n\na,b\r\n\r\n1,2\n\n3,4\n\n") == expected);
}

TEST_CASE("the line of a record is where an editor shows its beginning")
{
    auto reader = readerOf("a,b\r\n\"x\r\ny\",1\r\n\r\nlast,2\r\n");
    std::vector<std::int64_t> lines;
    while (*reader.next()) lines.push_back(reader.line());
    CHECK(lines == std::vector<std::int64_t>{1, 2, 5});
    CHECK(reader.record() == 3);
}

TEST_CASE("the delimiter is found outside quotes")
{
    CHECK(readerOf("\"Name; neu, alt\"\tPreis\nBrot\t2,50\n").delimiter() == '\t');
    CHECK(readerOf("Artikel;Preis;Menge\nBrot;2,50;1,5\nKuchen;3,20;2,5\n").delimiter() == ';');
    CHECK(readerOf("a|b|c\n1|2,5|3\n").delimiter() == '|');
    CHECK(readerOf("sku,\"a;b;c;d\"\n1,2\n").delimiter() == ',');
}

TEST_CASE("a file of one column is not torn apart by the commas in its texts")
{
    CHECK(rowsOf("name\nBread, white\nRolls; brown\n") ==
          std::vector<Row>{{"name"}, {"Bread, white"}, {"Rolls; brown"}});
}

TEST_CASE("a first line that sets sep= names the delimiter and is no record")
{
    auto reader = readerOf("sep=;\r\nName;Preis,netto\r\nTee;2,50\r\n");
    CHECK(rowsOf(reader) == std::vector<Row>{{"Name", "Preis,netto"}, {"Tee", "2,50"}});
    CHECK(reader.line() == 4);
    REQUIRE(reader.rewind());
    CHECK(rowsOf(reader).size() == 2);
}

TEST_CASE("a first line that begins like sep= but names no delimiter is a record")
{
    CHECK(rowsOf("sep=\r\nTea\r\n") == std::vector<Row>{{"sep="}, {"Tea"}});
    CHECK(rowsOf("sep=\nTea\n") == std::vector<Row>{{"sep="}, {"Tea"}});
    CHECK(rowsOf("sep=x\nTea\n") == std::vector<Row>{{"sep=x"}, {"Tea"}});
}

TEST_CASE("every encoding of the same list gives the same cells")
{
    const std::vector<Row> expected{{"name", "price"}, {"Cr\u00E8me \u20AC", "2"}};
    CHECK(rowsOf("name,price\nCr\u00E8me \u20AC,2\n") == expected);
    CHECK(rowsOf("\xEF\xBB\xBFname,price\nCr\u00E8me \u20AC,2\n") == expected);
    CHECK(rowsOf("name,price\nCr\xE8me \x80,2\n") == expected);
    const std::string little = inUtf16("name,price\nCr", true) + std::string{"\xE8\0", 2} +
                               inUtf16("me ", true) + std::string{"\xAC\x20", 2} + inUtf16(",2\n", true);
    CHECK(rowsOf("\xFF\xFE" + little) == expected);
    CHECK(rowsOf(little) == expected);
    const std::string big = inUtf16("name,price\nCr", false) + std::string{"\0\xE8", 2} +
                            inUtf16("me ", false) + std::string{"\x20\xAC", 2} + inUtf16(",2\n", false);
    CHECK(rowsOf("\xFE\xFF" + big) == expected);
    CHECK(rowsOf(big) == expected);
}

TEST_CASE("a letter beyond the basic plane survives UTF-16")
{
    const std::string bytes =
        "\xFF\xFE" + inUtf16("n,p\n", true) + std::string{"\x3D\xD8\x00\xDE", 4} + inUtf16(",1\n", true);
    CHECK(rowsOf(bytes)[1][0] == "\U0001F600");
}

TEST_CASE("one late byte that is not UTF-8 decides for the whole file")
{
    std::string text = "name,price\n";
    for (int i = 0; i < 30'000; ++i) text += "plain,1\n";
    CHECK(readerOf(text).encoding() == TextEncoding::Utf8);
    auto reader = readerOf(text + "Cr\xE8me,2\n");
    CHECK(reader.encoding() == TextEncoding::Windows1252);
    CHECK(rowsOf(reader).back()[0] == "Cr\u00E8me");
}

TEST_CASE("what is no text is refused with its line")
{
    const auto codeOf = [](std::string bytes) {
        const auto reader = CsvReader::fromMemory(std::move(bytes));
        REQUIRE_FALSE(reader);
        return reader.error();
    };
    CHECK(codeOf("").code == ErrorCode::ImportEmpty);
    CHECK(codeOf("\xEF\xBB\xBF \r\n\r\n").code == ErrorCode::ImportEmpty);
    const auto nul = codeOf("name,price\nTea,1\nCaf\xE9\0,2\n"s);
    CHECK(nul.code == ErrorCode::ImportNotText);
    CHECK(nul.detail == "3");
    CHECK(codeOf("SQLite format 3\0\x10\0\1\1\0\x40\x20\x20\0\0\0\1\0\0"s).code == ErrorCode::ImportNotText);
    CHECK(codeOf("PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0"s).code == ErrorCode::ImportNotText);
    CHECK(codeOf("\xFF\xFE" + inUtf16("name", true) + "x").code == ErrorCode::ImportNotText);
    CHECK(codeOf("\xFF\xFE" + inUtf16("name", true) + std::string{"\x00\xDC", 2}).code ==
          ErrorCode::ImportNotText);
    std::string noise;
    for (int i = 0; i < 4000; ++i) noise += static_cast<char>(1 + (i * 7919) % 255);
    CHECK(codeOf(noise).code == ErrorCode::ImportNotText);
}

TEST_CASE("a path that is no readable file says why")
{
    const auto codeOf = [](const std::filesystem::path& path) {
        return CsvReader::openFile(path).error().code;
    };
    CHECK(codeOf("/nowhere/at/all.csv") == ErrorCode::FileNotFound);
    CHECK(codeOf(std::filesystem::temp_directory_path()) == ErrorCode::FileIsDirectory);
    CHECK(codeOf("/dev/zero") == ErrorCode::FileNotReadable);
}

TEST_CASE("a cell of more than 8 KiB refuses its row and no other")
{
    const std::string most(kMaxCsvField, 'x');
    auto reader = readerOf("a,b\n" + most + ",1\n\"" + most + "x\",2\nlast,3\n");
    REQUIRE(*reader.next());
    REQUIRE(*reader.next());
    CHECK(reader.fields()[0] == most);
    const auto refused = reader.next();
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::ImportFieldTooLong);
    CHECK(refused.error().detail == "3");
    CHECK_FALSE(reader.isBroken());
    REQUIRE(*reader.next());
    CHECK(reader.fields()[0] == "last");
    CHECK(reader.line() == 4);
}

TEST_CASE("more than 200 columns refuse their row and no other")
{
    const std::string commas(kMaxCsvColumns - 1, ',');
    auto reader = readerOf("a" + commas + "\nb" + commas + ",\"\n\"\nlast" + commas + "\n");
    REQUIRE(*reader.next());
    CHECK(reader.fields().size() == kMaxCsvColumns);
    CHECK(reader.next().error().code == ErrorCode::ImportTooManyColumns);
    REQUIRE(*reader.next());
    CHECK(reader.line() == 4);
}

TEST_CASE("an unclosed quote is noticed after a mebibyte, at the line where its record begins")
{
    std::string text = "name,price\nTea,1\nCof\"fee,2\nx,\"Cake,3\n";
    for (int i = 0; i < 300'000; ++i) text += "more,1\n";
    auto reader = readerOf(text);
    while (reader.line() < 3) REQUIRE(reader.next());
    const auto refused = reader.next();
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::ImportQuoteUnclosed);
    CHECK(refused.error().detail == "4");
    CHECK(reader.isBroken());
    CHECK(reader.position() <= 2 * kMaxCsvRecord);
    CHECK_FALSE(reader.next());
    auto shortOne = readerOf("a,b\n1,\"2\n");
    REQUIRE(shortOne.next());
    CHECK(shortOne.next().error().code == ErrorCode::ImportQuoteUnclosed);
}

TEST_CASE("a record of more than a mebibyte ends the file")
{
    auto reader = readerOf("a,b\n" + std::string(kMaxCsvRecord + 10, 'x') + "\nlast,1\n");
    REQUIRE(reader.next());
    const auto refused = reader.next();
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::ImportRowTooLong);
    CHECK(reader.isBroken());
}

TEST_CASE("a long file reads the same twice and from disk as from memory")
{
    std::string text = "sku,name,price\r\n";
    for (int i = 0; i < 60'000; ++i) {
        text += std::to_string(i) + ",\"Name \"\"" + std::string(static_cast<std::size_t>(i % 97), 'n') +
                "\"\"\",1\r\n";
    }
    const test::ScratchFolder folder;
    const auto path = folder / "list.csv";
    std::ofstream{path, std::ios::binary} << text;
    auto reader = CsvReader::openFile(path);
    REQUIRE(reader);
    const auto first = rowsOf(*reader);
    CHECK(first.size() == 60'001);
    CHECK(first.back()[1].size() == 7 + 59'999 % 97);
    REQUIRE(reader->rewind());
    CHECK(rowsOf(*reader) == first);
    CHECK(rowsOf(text) == first);
}

TEST_CASE("a file cut off at any byte gives rows or a reason, and whole rows stay whole")
{
    const std::string text =
        "\xEF\xBB\xBFname;price\r\n\"Cr\u00E8me \"\"br\u00FBl\u00E9e\"\"\r\n2 pack\";2,50\r\nTea;1\r\n";
    for (std::size_t length = 0; length < text.size(); ++length) {
        INFO("cut after " << length);
        auto reader = CsvReader::fromMemory(text.substr(0, length));
        if (!reader) continue;
        while (const auto more = reader->next()) {
            if (!*more) break;
            if (reader->record() == 2 && reader->fields().size() == 2) {
                CHECK(reader->fields()[0] == "Cr\u00E8me \"br\u00FBl\u00E9e\"\r\n2 pack");
            }
        }
    }
}

TEST_CASE("whatever is written is read back")
{
    CHECK(rc::check([] {
        const auto cell = rc::gen::container<std::string>(
            rc::gen::element('a', 'b', ' ', '"', ',', ';', '\n', '\r', '\t', '=', '-', '\'', '1'));
        const auto row = rc::gen::container<std::vector<std::string>>(3, cell);
        const auto rows = *rc::gen::nonEmpty(rc::gen::container<std::vector<Row>>(row));
        const char delimiter = *rc::gen::element(',', ';', '\t', '|');
        CsvWriter writer{delimiter, *rc::gen::element(CsvWriter::Mark::None, CsvWriter::Mark::Utf8), false};
        for (const auto& cells : rows) {
            for (const auto& text : cells) writer.text(text);
            writer.endRow();
        }
        auto reader = CsvReader::fromMemory(writer.take(), delimiter);
        RC_ASSERT(reader.hasValue());
        std::vector<Row> read;
        while (*reader->next()) read.emplace_back(reader->fields().begin(), reader->fields().end());
        RC_ASSERT(read == rows);
    }));
}
