#include "services/product_import.h"

#include "base/text.h"
#include "exchange/csv_reader.h"
#include "exchange/header_row.h"
#include "exchange/product_read_ahead.h"
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

#include <optional>

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

/// Keys trimmed and NFC, as codes are kept. CodeInvalid.
Result<> cleanKeys(ProductRow& row)
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
    return {};
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
    , m_words{session}
    , m_imports{session.db}
    , m_intake{session, actor, m_now}
    , m_matcher{session.db, m_intake.waiting()}
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
    std::optional<FileHashing> hashing;
    if (!m_options.dryRun) hashing.emplace(m_options.file);
    m_report.preset = file->preset();
    for (const auto& column : file->mapping()) m_report.columns[column.field] = column.header;

    Transaction tx{m_session.db};
    m_run = {{}, "products", fileName(m_options.file), m_report.preset, m_now.utc, 0, 0, 0, 0, 0, false};
    m_run.id = m_imports.begin(m_runUid, m_run, m_actor.user);
    m_intake.begin(m_run.id, m_run.fileName);
    if (auto read = readAll(*file); !read) return read.error();
    if (m_options.strict && !m_options.dryRun && m_report.rejectedCount > 0)
        return Error{ErrorCode::ImportRowsRejected, std::to_string(m_report.rejectedCount)};
    if (m_options.dryRun) return m_report;
    const auto hash = hashing->get();
    if (!hash) return hash.error();
    finish(*file, *hash);
    tx.commit();
    m_report.id = m_run.id;
    m_session.catalog->reload();
    if (m_intake.openingDocument()) m_session.stock->changed.emit();
    return m_report;
}

Result<> ProductImport::readAll(ProductFile& file)
{
    const auto size = file.size();
    ProductReadAhead rows{file};
    for (;;) {
        auto entry = rows.next();
        if (!entry) return entry.error();
        if (!*entry) break;
        if (const auto* problem = std::get_if<RowProblem>(&**entry)) {
            report(problem->line, {problem->code, problem->detail});
        } else {
            auto& row = std::get<ProductRow>(**entry);
            if (auto taken = take(row); !taken) report(row.line, taken.error());
        }
        if (rows.rows() % kRowsBetweenProgress == 0 && !goOn(rows.position(), size))
            return Error{ErrorCode::Cancelled};
    }
    m_report.rows = rows.rows();
    m_intake.write();
    return {};
}

Result<> ProductImport::take(ProductRow& row)
{
    if (auto clean = cleanKeys(row); !clean) return clean;
    const auto id = m_matcher.match(row);
    if (!id) return id.error();
    return *id ? change(row, *id) : add(row);
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
    const auto id =
        m_intake.add(std::move(product), hasStock ? row.stock : std::nullopt, row.active == false);
    m_matcher.touch(id, row);
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
    m_matcher.touch(id, row);
    if (row.stock) ++m_report.stockLeftAlone;
    if (sameProduct(before->fields, after)) {
        ++m_report.unchanged;
        return {};
    }
    updateProduct(m_session.db, id, *before, after, m_change);
    m_intake.recordChange(id, before->revision + 1, toJson({before->fields, after.cost}));
    ++m_report.changed;
    return {};
}

void ProductImport::report(std::int64_t line, Error error)
{
    ImportProblem problem{line, std::move(error)};
    if (m_options.onProblem) m_options.onProblem(problem);
    if (m_report.rejected.size() < kMostProblemsListed) m_report.rejected.push_back(std::move(problem));
    ++m_report.rejectedCount;
}

bool ProductImport::goOn(std::uint64_t position, std::uint64_t size) const
{
    return !m_options.progress || m_options.progress(size ? static_cast<int>(position * 100 / size) : -1);
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
            {"stock_lines", m_intake.stockLines()}},
        m_intake.openingDocument());
}

} // namespace till
