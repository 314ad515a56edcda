#pragma once

#include "exchange/number_style.h"
#include "exchange/product_row.h"
#include "exchange/row_problem.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace till {

struct ProductFileOptions {
    std::string preset = "auto"; ///< auto square shopify loyverse lightspeed woocommerce odoo generic
    /// --map: our field ("price") and the file's column, by its header or as "#3"; overrules the preset. An
    /// empty column leaves the field out.
    std::vector<std::pair<std::string, std::string>> map{};
    int currencyDecimals = 2;
    std::optional<DecimalMark> decimalMark{}; ///< the person's answer where columns were ambiguous
    std::string location{};                   ///< which shop's prices and stock, if the file has several
};

/// One column that is read.
struct ColumnMapping {
    std::size_t column; ///< 0-based
    std::string header; ///< as written in the file
    std::string field;  ///< our name: "price", "stock" ...
};

using ProductEntry = std::variant<ProductRow, RowProblem>;

/// A product list of another system, streamed row by row in constant memory.
///
/// Rows that are no products give no entry: a blank row, and a row that adds only a picture (Shopify) or a
/// part of a set (Loyverse, Lightspeed) to the product above it; a set comes in without its parts. A parent
/// that cannot be sold itself (WooCommerce "variable") gives none either, its variations carry what it says.
class ProductFile {
public:
    /// Reads the whole file once to decide encoding and number style. Errors of CsvReader;
    /// ImportPresetUnknown, ImportFieldUnknown, ImportColumnUnknown (--map), ImportColumnMissing (detail =
    /// the header a named preset needs, or "name" when no column can be a product's name or key).
    static Result<ProductFile> open(
        const std::filesystem::path& path, const ProductFileOptions& options = {});
    static Result<ProductFile> fromMemory(std::string bytes, const ProductFileOptions& options = {});

    ProductFile(ProductFile&&) noexcept;
    ProductFile& operator=(ProductFile&&) noexcept;
    ~ProductFile();

    /// The next product or refused row; nothing at the end. An error ends the file: what follows cannot be
    /// read (an unclosed quote, a failing disk); detail = the line.
    Result<std::optional<ProductEntry>> next();

    std::span<const std::string> columns() const; ///< the header, trimmed
    std::span<const ColumnMapping> mapping() const;
    std::span<const std::string_view> cells() const;       ///< the current row as written, until next()
    std::string_view preset() const;                       ///< the one in use, as in the options
    std::span<const std::string> locations() const;        ///< shops found in the headers; the first is used
    std::span<const std::string> ambiguousColumns() const; ///< headers whose "1,234" nothing decides
    /// Names the header (not the data): a person's mapping is remembered under it.
    std::string fingerprint() const;
    std::int64_t rows() const;      ///< rows read so far without the header, blank ones not counted
    std::uint64_t position() const; ///< bytes read and
    std::uint64_t size() const;     ///< bytes there are: for progress

private:
    struct State;
    explicit ProductFile(std::unique_ptr<State> state);
    static Result<ProductFile> start(std::unique_ptr<State> state, const ProductFileOptions& options);
    std::unique_ptr<State> m_state;
};

} // namespace till
