#include "exchange/csv_reader.h"
#include "exchange/csv_writer.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

// Whatever the bytes: records keep the limits, a second pass reads the same, and what was read survives
// being written and read again.

namespace {

using namespace std::string_view_literals;

constexpr auto kBlank = " \t\r\n\0\x1A"sv; // a file of nothing else is empty

using Rows = std::vector<std::vector<std::string>>;

void require(bool promise)
{
    if (!promise) std::abort();
}

Rows readAll(till::CsvReader& reader)
{
    Rows rows;
    std::int64_t line = 0;
    while (!reader.isBroken()) {
        const auto more = reader.next();
        require(reader.line() > line || (more && !*more));
        line = reader.line();
        if (!more) continue;
        if (!*more) break;
        require(!reader.fields().empty() && reader.fields().size() <= till::kMaxCsvColumns);
        for (const auto field : reader.fields()) require(field.size() <= till::kMaxCsvField);
        rows.emplace_back(reader.fields().begin(), reader.fields().end());
    }
    return rows;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    auto reader = till::CsvReader::fromMemory(std::string{reinterpret_cast<const char*>(data), size});
    if (!reader) return 0;
    const auto rows = readAll(*reader);
    require(reader->rewind().hasValue());
    require(readAll(*reader) == rows);

    till::CsvWriter writer{',', till::CsvWriter::Mark::Utf8, false};
    bool isBlank = true;
    for (const auto& row : rows) {
        for (const auto& cell : row) {
            writer.text(cell);
            isBlank = isBlank && cell.find_first_not_of(kBlank) == std::string::npos;
        }
        writer.endRow();
    }
    auto again = till::CsvReader::fromMemory(writer.take(), ',');
    if (!again) {
        require(rows.empty() || isBlank || again.error().code == till::ErrorCode::ImportNotText);
        return 0;
    }
    // windows-1252 and UTF-16 may grow over a limit in UTF-8 only by being quoted, which no limit counts
    require(readAll(*again) == rows);
    return 0;
}
