#include "exchange/product_file.h"

#include "exchange/csv_reader.h"
#include "exchange/product_columns.h"
#include "exchange/product_row_builder.h"

namespace till {

struct ProductFile::State {
    explicit State(CsvReader opened)
        : reader{std::move(opened)}
    {
    }

    CsvReader reader;
    ProductColumns columns;
    std::optional<ProductRowBuilder> builder;
    std::vector<std::string> ambiguous;
    std::int64_t rows = 0;

    Result<> readHeader(const ProductFileOptions& options);
    Result<ColumnStyles> decideStyles(const ProductFileOptions& options);
};

namespace {

std::optional<int> decimalsOf(ProductField field, int currencyDecimals)
{
    if (isMoney(field)) return currencyDecimals + 2;
    if (isQuantity(field)) return 3;
    return {};
}

/// For each column that holds numbers, how many decimals they may have.
std::vector<std::optional<int>> numberColumns(const ProductColumns& columns, int currencyDecimals)
{
    std::vector<std::optional<int>> decimals(columns.header().size());
    for (std::size_t i = 0; i < kProductFieldCount; ++i) {
        const auto field = static_cast<ProductField>(i);
        for (const auto column : columns.of(field)) decimals[column] = decimalsOf(field, currencyDecimals);
    }
    return decimals;
}

} // namespace

Result<> ProductFile::State::readHeader(const ProductFileOptions& options)
{
    const auto header = reader.next();
    if (!header) return header.error();
    if (!*header) return Error{ErrorCode::ImportEmpty};
    auto chosen = ProductColumns::choose(HeaderRow{reader.fields()}, options);
    if (!chosen) return chosen.error();
    columns = std::move(*chosen);
    return {};
}

/// Lets every cell of every number column vote. A row that cannot be read has no vote here and is
/// reported when its turn comes.
Result<ColumnStyles> ProductFile::State::decideStyles(const ProductFileOptions& options)
{
    const auto decimals = numberColumns(columns, options.currencyDecimals);
    std::vector<NumberVotes> votes(decimals.size());
    while (!reader.isBroken()) {
        const auto more = reader.next();
        if (!more) continue;
        if (!*more) break;
        const auto cells = reader.fields();
        for (std::size_t i = 0; i < std::min(cells.size(), votes.size()); ++i) {
            if (decimals[i]) votes[i].add(numberHint(cells[i], *decimals[i]));
        }
    }
    NumberVotes file;
    for (const auto& column : votes) file.add(column);
    ColumnStyles styles;
    for (std::size_t i = 0; i < votes.size(); ++i) {
        styles.push_back(
            options.decimalMark ? NumberStyle{options.decimalMark, false} : decideStyle(votes[i], file));
        const bool isOpen = votes[i].ambiguous > 0 && (!styles[i].mark || styles[i].mixed);
        if (isOpen) ambiguous.push_back(columns.header().name(i));
    }
    if (auto back = reader.rewind(); !back) return back.error();
    if (const auto header = reader.next(); !header) return header.error();
    return styles;
}

ProductFile::ProductFile(std::unique_ptr<State> state)
    : m_state{std::move(state)}
{
}
ProductFile::ProductFile(ProductFile&&) noexcept = default;
ProductFile& ProductFile::operator=(ProductFile&&) noexcept = default;
ProductFile::~ProductFile() = default;

Result<ProductFile> ProductFile::open(const std::filesystem::path& path, const ProductFileOptions& options)
{
    auto reader = CsvReader::openFile(path);
    if (!reader) return reader.error();
    return start(std::make_unique<State>(std::move(*reader)), options);
}

Result<ProductFile> ProductFile::fromMemory(std::string bytes, const ProductFileOptions& options)
{
    auto reader = CsvReader::fromMemory(std::move(bytes));
    if (!reader) return reader.error();
    return start(std::make_unique<State>(std::move(*reader)), options);
}

Result<ProductFile> ProductFile::start(std::unique_ptr<State> state, const ProductFileOptions& options)
{
    if (auto header = state->readHeader(options); !header) return header.error();
    auto styles = state->decideStyles(options);
    if (!styles) return styles.error();
    state->builder.emplace(state->columns, std::move(*styles), options.currencyDecimals);
    return ProductFile{std::move(state)};
}

Result<std::optional<ProductEntry>> ProductFile::next()
{
    auto& state = *m_state;
    for (;;) {
        const auto more = state.reader.next();
        if (!more && state.reader.isBroken()) return more.error();
        if (!more) {
            ++state.rows;
            return std::optional<ProductEntry>{RowProblem{state.reader.line(), more.error().code, ""}};
        }
        if (!*more) return std::optional<ProductEntry>{};
        auto entry =
            state.builder->build(state.reader.line(), state.reader.fields(), !state.reader.isTerminated());
        if (!entry) continue;
        ++state.rows;
        return entry;
    }
}

std::span<const std::string> ProductFile::columns() const
{
    return m_state->columns.header().names();
}

std::span<const ColumnMapping> ProductFile::mapping() const
{
    return m_state->columns.mapping();
}

std::span<const std::string_view> ProductFile::cells() const
{
    return m_state->reader.fields();
}

std::string_view ProductFile::preset() const
{
    return m_state->columns.preset().name;
}

std::span<const std::string> ProductFile::locations() const
{
    return m_state->columns.locations();
}

std::span<const std::string> ProductFile::ambiguousColumns() const
{
    return m_state->ambiguous;
}

std::string ProductFile::fingerprint() const
{
    return m_state->columns.header().fingerprint();
}

std::int64_t ProductFile::rows() const
{
    return m_state->rows;
}

std::uint64_t ProductFile::position() const
{
    return m_state->reader.position();
}

std::uint64_t ProductFile::size() const
{
    return m_state->reader.size();
}

} // namespace till
