#include "services/product_import.h"

#include "base/rounding.h"
#include "base/text.h"
#include "domain/catalog/gtin.h"
#include "exchange/csv_reader.h"
#include "exchange/header_row.h"
#include "services/catalog_service.h"
#include "services/draft_json.h"
#include "services/file_hash.h"
#include "services/journal_writer.h"
#include "services/line_maker.h"
#include "services/product_check.h"
#include "services/product_merge.h"
#include "services/session.h"
#include "services/stock_service.h"

#include <nlohmann/json.hpp>

namespace till {
namespace {

constexpr std::int64_t kRowsBetweenProgress = 200;
constexpr std::size_t kMostKeyCharacters = 200;

std::string fileName(const std::filesystem::path& path)
{
    return clipped(path.filename().string(), kMostKeyCharacters);
}

ProductFileOptions fileOptions(const ProductImportOptions& options, int decimals)
{
    ProductFileOptions file;
    file.preset = options.preset;
    file.map.assign(options.columns.begin(), options.columns.end());
    file.currencyDecimals = decimals;
    return file;
}

/// Of a file whose columns nobody recognised: they may have been explained before.
Result<std::string> fingerprintOf(const std::filesystem::path& path)
{
    auto reader = CsvReader::openFile(path);
    if (!reader) return reader.error();
    if (const auto header = reader->next(); !header) return header.error();
    return HeaderRow{reader->fields()}.fingerprint();
}

/// The row with its keys trimmed and NFC, as codes are kept. CodeInvalid.
Result<ProductRow> withCleanKeys(ProductRow row)
{
    if (!row.sku.empty()) {
        auto sku = cleanCode(row.sku);
        if (!sku) return sku.error();
        row.sku = std::move(*sku);
    }
    for (auto& barcode : row.barcodes) {
        auto clean = cleanCode(barcode);
        if (!clean) return clean.error();
        barcode = std::move(*clean);
    }
    for (auto* text : {&row.externalId, &row.supplierSku}) {
        if (text->empty()) continue;
        auto clean = cleanName(*text);
        if (!clean) return clean.error();
        *text = std::move(*clean);
    }
    return row;
}

/// The bounds of a line at the till hold for stock too.
Result<> checkStock(const ProductDraft& product, int unitDecimals, Quantity stock)
{
    CartLine line;
    line.name = product.name;
    line.unitDecimals = unitDecimals;
    line.quantity = stock;
    line.unitPrice = product.cost.value_or(UnitPrice{});
    return checkLine(line);
}

} // namespace

ProductImport::ProductImport(Session& session, const Actor& actor, const ProductImportOptions& options)
    : m_session{session}
    , m_actor{actor}
    , m_options{options}
    , m_now{session.now()}
    , m_change{actor.user, m_now.utc, m_now.businessDay}
    , m_hadProducts{hasProducts(session.db)}
    , m_words{session}
    , m_imports{session.db}
    , m_documents{session.db}
    , m_stock{session.db}
    , m_search{session.db}
    , m_runUid{Uid::make(m_now.utc.time_since_epoch().count())}
{
}

Result<ProductFile> ProductImport::open()
{
    auto options = fileOptions(m_options, m_session.facts.decimals);
    auto file = ProductFile::open(m_options.file, options);
    const bool isUnclear = !file && file.error().code == ErrorCode::ImportColumnMissing;
    if (options.preset != "auto" || (!file && !isUnclear)) return file;
    const auto look = file ? Result<std::string>{file->fingerprint()} : fingerprintOf(m_options.file);
    const auto memory = look ? m_imports.remembered(*look) : std::nullopt;
    if (!memory) return file;
    options.preset = memory->preset;
    auto columns = nlohmann::json::parse(memory->mapping).get<std::map<std::string, std::string>>();
    for (const auto& [field, column] : m_options.columns) columns[field] = column;
    options.map.assign(columns.begin(), columns.end());
    return ProductFile::open(m_options.file, options);
}

Result<ProductImportReport> ProductImport::run()
{
    auto file = open();
    if (!file) return file.error();
    const auto hash = m_options.dryRun ? Result<std::string>{std::string{}} : sha256OfFile(m_options.file);
    if (!hash) return hash.error();
    m_report.preset = file->preset();
    for (const auto& column : file->mapping()) m_report.columns[column.field] = column.header;

    Transaction tx{m_session.db};
    m_run = {{}, "products", fileName(m_options.file), m_report.preset, m_now.utc, 0, 0, 0, 0, 0, false};
    m_run.id = m_imports.begin(m_runUid, m_run, m_actor.user);
    if (auto read = readAll(*file); !read) return read.error();
    if (m_options.strict && !m_options.dryRun && m_report.rejectedCount > 0)
        return Error{ErrorCode::ImportRowsRejected, std::to_string(m_report.rejectedCount)};
    if (m_options.dryRun) return m_report;
    finish(*file, *hash);
    tx.commit();
    m_report.id = m_run.id;
    m_session.catalog->reload();
    if (m_opening) m_session.stock->changed.emit();
    return m_report;
}

Result<> ProductImport::readAll(ProductFile& file)
{
    for (;;) {
        auto entry = file.next();
        if (!entry) return entry.error();
        if (!*entry) break;
        if (const auto* problem = std::get_if<RowProblem>(&**entry)) {
            report(problem->line, {problem->code, problem->detail});
        } else {
            const auto& row = std::get<ProductRow>(**entry);
            if (auto taken = take(row); !taken) report(row.line, taken.error());
        }
        if (!goOn(file)) return Error{ErrorCode::Cancelled};
    }
    m_report.rows = file.rows();
    m_search.write();
    for (const auto id : m_inactive)
        archiveProduct(m_session.db, id, m_change); // takes them out of the index again
    return {};
}

Result<> ProductImport::take(const ProductRow& written)
{
    auto row = withCleanKeys(written);
    if (!row) return row.error();
    const auto id = match(*row);
    if (!id) return id.error();
    return *id ? change(*row, *id) : add(*row);
}

Result<> ProductImport::agree(ProductId& found, std::optional<ProductId> other, const std::string& key) const
{
    if (!other) return {};
    if (found && *other != found) return Error{ErrorCode::CodeTaken, key};
    found = *other;
    return {};
}

Result<ProductId> ProductImport::match(const ProductRow& row)
{
    auto& db = m_session.db;
    ProductId found;
    std::string by;
    const auto look = [&](std::optional<ProductId> other, const std::string& key) {
        if (other && !found) by = key;
        return agree(found, other, key);
    };
    if (!row.externalId.empty()) {
        if (auto same = look(productWithExternalId(db, row.externalId), row.externalId); !same)
            return same.error();
    }
    if (!row.sku.empty()) {
        if (auto same = look(productWithCode(db, row.sku), row.sku); !same) return same.error();
    }
    for (const auto& barcode : row.barcodes) {
        if (auto same = look(productWithCode(db, barcode), barcode); !same) return same.error();
    }
    // The same article number with other leading zeros, when it is clear whose it is.
    for (const auto& barcode : row.barcodes) {
        if (found || !m_hadProducts) break;
        const auto gtin = gtin14(barcode);
        if (!gtin) continue;
        const auto holders = productsWithGtin(db, *gtin);
        if (holders.size() == 1 && !isTouched(holders.front())) found = holders.front();
    }
    if (found && isTouched(found)) return Error{ErrorCode::ImportDuplicateInFile, by};
    return found;
}

Result<RowReferences> ProductImport::references(const ProductRow& row)
{
    RowReferences references;
    const auto tax = m_words.tax(row);
    if (!tax) return tax.error();
    const auto unit = m_words.unit(row);
    if (!unit) return unit.error();
    references.tax = *tax;
    references.unit = *unit;
    return references;
}

Result<> ProductImport::add(const ProductRow& row)
{
    if (row.name.empty()) return Error{ErrorCode::NameEmpty};
    auto found = references(row);
    if (!found) return found.error();
    auto product = merged({}, row, *found);
    const bool hasStock = row.stock && product.tracksStock && !row.stock->isZero();
    if (hasStock) {
        if (auto sound = checkStock(product, m_words.decimalsOf(product.unit), *row.stock); !sound)
            return sound;
    }
    product.department = m_words.department(row.categoryPath);
    product.supplier = m_words.supplier(row.supplier);
    if (product.supplier) product.supplierCode = row.supplierSku;
    if (!product.taxClass) {
        const auto tax = m_words.taxWithout(product.department);
        if (!tax) return tax.error();
        product.taxClass = *tax;
    }
    // The clock as it runs, not the import's own moment: uids that rise keep their index at its end.
    const auto uid = Uid::make(m_session.clock.now().time_since_epoch().count());
    const auto id = insertProduct(m_session.db, m_search, product, uid, m_change);
    if (hasStock) takeStock(id, product, *row.stock);
    const bool isArchived = row.active == false;
    if (isArchived) m_inactive.push_back(id);
    m_imports.record(m_run.id, {id, isArchived ? 2 : 1, {}});
    touch(id);
    ++m_report.added;
    return {};
}

Result<> ProductImport::change(const ProductRow& row, ProductId id)
{
    const auto before = storedProduct(m_session.db, id, m_now.businessDay);
    if (!before) return Error{ErrorCode::ProductNotFound};
    if (before->archived && row.active != false)
        return Error{ErrorCode::ProductArchived, before->fields.name};
    auto found = references(row);
    if (!found) return found.error();
    const bool saysUnit = !row.unit.empty() || (row.weighed == true && !before->fields.weighed);
    if (!saysUnit) found->unit = {};
    found->department = m_words.department(row.categoryPath);
    found->supplier = m_words.supplier(row.supplier);
    const auto after = merged(before->fields, row, *found);
    touch(id);
    if (row.stock) ++m_report.stockLeftAlone;
    if (sameProduct(before->fields, after)) {
        ++m_report.unchanged;
        return {};
    }
    updateProduct(m_session.db, id, *before, after, m_change);
    m_imports.record(m_run.id, {id, before->revision + 1, toJson({before->fields, after.cost})});
    ++m_report.changed;
    return {};
}

void ProductImport::takeStock(ProductId id, const ProductDraft& product, Quantity stock)
{
    if (!m_opening) {
        m_opening = m_documents
                        .insertDocument({Uid::make(m_now.utc.time_since_epoch().count()),
                            DocumentKind::StockAdjustment, m_actor.till, {}, m_now, m_now.utc, m_actor.user,
                            m_actor.approver, 0, m_run.fileName})
                        .id;
    }
    m_stock.move(id, m_session.facts.location, MovementKind::Opening, stock,
        lineAmount(product.cost.value_or(UnitPrice{}), stock), m_opening, ++m_openingLines);
}

void ProductImport::report(std::int64_t line, Error error)
{
    ImportProblem problem{line, std::move(error)};
    if (m_options.onProblem) m_options.onProblem(problem);
    if (m_report.rejected.size() < kMostProblemsListed) m_report.rejected.push_back(std::move(problem));
    ++m_report.rejectedCount;
}

void ProductImport::touch(ProductId id)
{
    const auto index = static_cast<std::size_t>(id.value);
    if (m_touched.size() <= index) m_touched.resize(index * 2 + 1);
    m_touched[index] = true;
}

bool ProductImport::isTouched(ProductId id) const
{
    const auto index = static_cast<std::size_t>(id.value);
    return index < m_touched.size() && m_touched[index];
}

bool ProductImport::goOn(const ProductFile& file)
{
    if (!m_options.progress || file.rows() % kRowsBetweenProgress != 0) return true;
    const auto percent = file.size() ? static_cast<int>(file.position() * 100 / file.size()) : -1;
    return m_options.progress(percent);
}

void ProductImport::finish(const ProductFile& file, const std::string& hash)
{
    m_run.rows = m_report.rows;
    m_run.added = m_report.added;
    m_run.changed = m_report.changed;
    m_run.unchanged = m_report.unchanged;
    m_run.rejected = m_report.rejectedCount;
    m_imports.finish(m_run);
    if (!m_options.columns.empty() || m_options.preset != "auto") {
        m_imports.remember(
            file.fingerprint(), {m_report.preset, nlohmann::json(m_options.columns).dump()}, m_now.utc);
    }
    m_session.journal->append(JournalType::Import, m_actor, m_now,
        {{"kind", "products"}, {"run", m_runUid.toText()}, {"file", m_run.fileName}, {"sha256", hash},
            {"preset", m_run.preset}, {"rows", m_run.rows}, {"added", m_run.added},
            {"changed", m_run.changed}, {"unchanged", m_run.unchanged}, {"rejected", m_run.rejected},
            {"departments", m_words.departmentsMade()}, {"suppliers", m_words.suppliersMade()},
            {"stock_lines", m_openingLines}},
        m_opening);
}

} // namespace till
