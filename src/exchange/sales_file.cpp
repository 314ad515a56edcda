#include "exchange/sales_file.h"

#include "exchange/csv_reader.h"
#include "exchange/product_cells.h"
#include "exchange/sales_columns.h"

#include <algorithm>

namespace till {

struct SalesFile::State {
    explicit State(CsvReader opened)
        : reader{std::move(opened)}
    {
    }

    CsvReader reader;
    SalesColumns columns;
    SalesFileOptions options;
    NumberStyle quantityStyle;
    NumberStyle priceStyle;
    std::optional<DateOrder> order;
    std::int64_t rows = 0;

    Result<> readHeader();
    Result<> decideStyles();
    Result<> restart();
    std::string_view cell(SalesField field) const;
    std::optional<SalesEntry> entry() const;
    SalesEntry fill() const;
    RowProblem problem(SalesField field, ErrorCode code) const;
};

Result<> SalesFile::State::readHeader()
{
    const auto header = reader.next();
    if (!header) return header.error();
    if (!*header) return Error{ErrorCode::ImportEmpty};
    auto chosen = SalesColumns::choose(HeaderRow{reader.fields()}, options);
    if (!chosen) return chosen.error();
    columns = std::move(*chosen);
    return {};
}

/// Lets every row vote. A row that cannot be read has no vote here and is reported when its turn comes.
Result<> SalesFile::State::decideStyles()
{
    NumberVotes quantities;
    NumberVotes prices;
    DateVotes dates;
    while (!reader.isBroken()) {
        const auto more = reader.next();
        if (!more) continue;
        if (!*more) break;
        quantities.add(numberHint(cell(SalesField::Quantity), 3));
        prices.add(numberHint(cell(SalesField::Price), options.currencyDecimals + 2));
        dates.add(dateHint(cell(SalesField::Date)));
    }
    NumberVotes file = quantities;
    file.add(prices);
    const auto decided = [this, &file](const NumberVotes& votes) {
        return options.decimalMark ? NumberStyle{options.decimalMark, false} : decideStyle(votes, file);
    };
    quantityStyle = decided(quantities);
    priceStyle = decided(prices);
    order = options.dateOrder ? options.dateOrder : decideOrder(dates);
    return restart();
}

Result<> SalesFile::State::restart()
{
    rows = 0;
    if (auto back = reader.rewind(); !back) return back;
    if (const auto header = reader.next(); !header) return header.error();
    return {};
}

std::string_view SalesFile::State::cell(SalesField field) const
{
    const auto column = columns.of(field);
    const auto cells = reader.fields();
    return column && *column < cells.size() ? trimmedCell(cells[*column]) : std::string_view{};
}

RowProblem SalesFile::State::problem(SalesField field, ErrorCode code) const
{
    return {reader.line(), code, cellDetail(columns.headerOf(field), cell(field))};
}

/// Nothing for a blank row.
std::optional<SalesEntry> SalesFile::State::entry() const
{
    const auto cells = reader.fields();
    const auto width = columns.header().size();
    const auto isEmpty = [](std::string_view text) { return trimmedCell(text).empty(); };
    if (std::all_of(cells.begin(), cells.end(), isEmpty)) return {};
    const auto more = cells.subspan(std::min(width, cells.size()));
    const bool isCutOff = !reader.isTerminated() && cells.size() < width;
    if (isCutOff || !std::all_of(more.begin(), more.end(), isEmpty)) {
        return RowProblem{reader.line(), ErrorCode::ImportRowRagged, std::to_string(cells.size())};
    }
    return fill();
}

SalesEntry SalesFile::State::fill() const
{
    for (const auto field :
        {SalesField::Date, SalesField::Ticket, SalesField::Item, SalesField::Quantity, SalesField::Price}) {
        if (cell(field).empty()) return problem(field, ErrorCode::ImportValueMissing);
    }
    const auto at = readTime(cell(SalesField::Date), cell(SalesField::Time), order);
    if (!at) {
        const bool isTime = !cell(SalesField::Time).empty() && readTime(cell(SalesField::Date), {}, order);
        return problem(isTime ? SalesField::Time : SalesField::Date, at.error().code);
    }
    const auto quantity = readQuantity(cell(SalesField::Quantity), quantityStyle);
    if (!quantity) return problem(SalesField::Quantity, quantity.error().code);
    const auto price = readUnitPrice(cell(SalesField::Price), priceStyle, options.currencyDecimals);
    if (!price) return problem(SalesField::Price, price.error().code);
    if (price->isNegative()) return problem(SalesField::Price, ErrorCode::PriceInvalid);
    const auto item = plainCode(cell(SalesField::Item));
    if (isRoundedCode(item)) return problem(SalesField::Item, ErrorCode::ImportBarcodeRounded);
    const auto text = [this](SalesField field) { return std::string{cell(field)}; };
    return TicketLine{reader.line(), *at, text(SalesField::Ticket), std::string{item}, text(SalesField::Name),
        *quantity, *price, text(SalesField::Tender)};
}

SalesFile::SalesFile(std::unique_ptr<State> state)
    : m_state{std::move(state)}
{
}
SalesFile::SalesFile(SalesFile&&) noexcept = default;
SalesFile& SalesFile::operator=(SalesFile&&) noexcept = default;
SalesFile::~SalesFile() = default;

Result<SalesFile> SalesFile::open(const std::filesystem::path& path, const SalesFileOptions& options)
{
    auto reader = CsvReader::openFile(path);
    if (!reader) return reader.error();
    return start(std::make_unique<State>(std::move(*reader)), options);
}

Result<SalesFile> SalesFile::fromMemory(std::string bytes, const SalesFileOptions& options)
{
    auto reader = CsvReader::fromMemory(std::move(bytes));
    if (!reader) return reader.error();
    return start(std::make_unique<State>(std::move(*reader)), options);
}

Result<SalesFile> SalesFile::start(std::unique_ptr<State> state, const SalesFileOptions& options)
{
    state->options = options;
    if (auto header = state->readHeader(); !header) return header.error();
    if (auto decided = state->decideStyles(); !decided) return decided.error();
    return SalesFile{std::move(state)};
}

Result<std::optional<SalesEntry>> SalesFile::next()
{
    auto& state = *m_state;
    for (;;) {
        const auto more = state.reader.next();
        if (!more && state.reader.isBroken()) return more.error();
        if (!more) {
            ++state.rows;
            return std::optional<SalesEntry>{RowProblem{state.reader.line(), more.error().code, ""}};
        }
        if (!*more) return std::optional<SalesEntry>{};
        auto entry = state.entry();
        if (!entry) continue;
        ++state.rows;
        return entry;
    }
}

Result<> SalesFile::rewind()
{
    return m_state->restart();
}

std::span<const std::string> SalesFile::columns() const
{
    return m_state->columns.header().names();
}

std::int64_t SalesFile::rows() const
{
    return m_state->rows;
}

std::uint64_t SalesFile::position() const
{
    return m_state->reader.position();
}

std::uint64_t SalesFile::size() const
{
    return m_state->reader.size();
}

} // namespace till
