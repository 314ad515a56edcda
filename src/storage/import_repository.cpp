#include "storage/import_repository.h"

#include "storage/rows.h"

namespace till {
namespace {

ImportRunRow readRun(const Statement& row)
{
    return {row.id<ImportId>(0), row.text(1), row.text(2), row.text(3), row.timestamp(4), row.integer(5),
        row.integer(6), row.integer(7), row.integer(8), row.integer(9), !row.isNull(10)};
}

} // namespace

std::vector<ImportRunRow> ImportRepository::runs()
{
    auto query = m_db.prepare(R"(
        SELECT id, kind, file_name, preset, made_at, row_count, added, changed, unchanged, rejected, undone_at
          FROM import_run
         ORDER BY id DESC)");
    std::vector<ImportRunRow> rows;
    while (query.step()) rows.push_back(readRun(query));
    return rows;
}

std::optional<ImportRunRow> ImportRepository::find(ImportId id)
{
    auto query = m_db.query(R"(
        SELECT id, kind, file_name, preset, made_at, row_count, added, changed, unchanged, rejected, undone_at
          FROM import_run
         WHERE id = ?1)",
        id);
    if (!query.step()) return std::nullopt;
    return readRun(query);
}

ImportId ImportRepository::begin(const Uid& uid, const ImportRunRow& run, UserId user)
{
    m_db.run(R"(
        INSERT INTO import_run (uid, kind, file_name, preset, user_id, made_at, row_count, added, changed, unchanged,
                                rejected)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11))",
        uid, run.kind, run.fileName, run.preset, user, run.at, run.rows, run.added, run.changed,
        run.unchanged, run.rejected);
    return m_db.insertedId<ImportId>();
}

void ImportRepository::finish(const ImportRunRow& run)
{
    m_db.run(R"(
        UPDATE import_run SET row_count = ?2, added = ?3, changed = ?4, unchanged = ?5, rejected = ?6 WHERE id = ?1)",
        run.id, run.rows, run.added, run.changed, run.unchanged, run.rejected);
}

void ImportRepository::markUndone(ImportId id, UserId user, Timestamp now)
{
    m_db.run("UPDATE import_run SET undone_at = ?2, undone_by = ?3 WHERE id = ?1", id, now, user);
}

void ImportRepository::record(ImportId run, std::span<const ImportedProduct> products)
{
    Rows rows;
    for (const auto& product : products) rows.add(product.product, product.revisionAfter, product.before);
    m_db.run(R"(
        INSERT INTO import_product (import_run_id, product_id, rev_after, before)
        SELECT ?2, c0, c1, c2 FROM rows(?1))",
        rows, run);
}

std::vector<ImportedProduct> ImportRepository::products(ImportId run, ProductId after, int limit)
{
    auto query = m_db.query(R"(
        SELECT product_id, rev_after, before
          FROM import_product
         WHERE import_run_id = ?1 AND product_id > ?2
         ORDER BY product_id
         LIMIT ?3)",
        run, after.value, limit);
    std::vector<ImportedProduct> products;
    while (query.step())
        products.push_back({query.id<ProductId>(0), query.integer(1), query.optional<std::string>(2)});
    return products;
}

bool ImportRepository::isUsed(ProductId product)
{
    return m_db
        .query(R"(
        SELECT 1 FROM sale_line WHERE product_id = ?1
        UNION ALL SELECT 1 FROM stock_movement WHERE product_id = ?1 AND kind_id <> 4
        UNION ALL SELECT 1 FROM cart_line WHERE product_id = ?1
        UNION ALL SELECT 1 FROM quick_key WHERE product_id = ?1
        UNION ALL SELECT 1 FROM product WHERE parent_id = ?1 AND archived_at IS NULL
         LIMIT 1)",
            product)
        .step();
}

std::vector<OpeningMove> ImportRepository::openingMoves(ProductId product)
{
    auto query = m_db.query(R"(
        SELECT d.id, d.uid, m.quantity, m.cost
          FROM stock_movement m
          JOIN document d ON d.id = m.document_id
         WHERE m.product_id = ?1 AND m.kind_id = 4
         ORDER BY m.id)",
        product);
    std::vector<OpeningMove> moves;
    while (query.step())
        moves.push_back({query.id<DocumentId>(0), query.uid(1), query.quantity(2), query.money(3)});
    return moves;
}

std::optional<ColumnMemory> ImportRepository::remembered(std::string_view fingerprint)
{
    auto query = m_db.query("SELECT preset, mapping FROM import_mapping WHERE fingerprint = ?1", fingerprint);
    if (!query.step()) return std::nullopt;
    return ColumnMemory{query.text(0), query.text(1)};
}

void ImportRepository::remember(std::string_view fingerprint, const ColumnMemory& memory, Timestamp now)
{
    m_db.run(R"(
        INSERT INTO import_mapping (fingerprint, preset, mapping, changed_at) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT (fingerprint)
        DO UPDATE SET preset = excluded.preset, mapping = excluded.mapping, changed_at = excluded.changed_at)",
        fingerprint, memory.preset, memory.mapping, now);
}

} // namespace till
