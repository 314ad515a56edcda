#include "storage/quick_key_repository.h"

#include "storage/connection.h"

#include <algorithm>

namespace till {

QuickKeyLayout quickKeyLayout(Connection& db)
{
    QuickKeyLayout layout;
    auto pages =
        db.prepare("SELECT id, name FROM quick_key_page WHERE archived_at IS NULL ORDER BY position, id");
    while (pages.step()) layout.push_back({pages.id<QuickKeyPageId>(0), pages.text(1), {}});
    auto keys = db.prepare(R"(
        SELECT k.quick_key_page_id, k.position, k.product_id, k.colour
        FROM quick_key k JOIN product p ON p.id = k.product_id
        WHERE p.archived_at IS NULL ORDER BY k.quick_key_page_id, k.position)");
    while (keys.step()) {
        const auto page = std::ranges::find(layout, keys.id<QuickKeyPageId>(0), &QuickKeyPage::id);
        if (page == layout.end()) continue;
        page->keys.push_back(
            {static_cast<int>(keys.integer(1)), keys.id<ProductId>(2), keys.optional<int>(3)});
    }
    return layout;
}

QuickKeyPageId insertQuickKeyPage(Connection& db, const Uid& uid, std::string_view name)
{
    db.run(R"(
        INSERT INTO quick_key_page(uid, name, position)
        VALUES (?1, ?2, (SELECT coalesce(max(position), 0) + 1 FROM quick_key_page)))",
        uid, name);
    return db.insertedId<QuickKeyPageId>();
}

bool writeQuickKeyPage(Connection& db, const QuickKeyPage& page, int position)
{
    db.run("UPDATE quick_key_page SET name = ?2, position = ?3, archived_at = NULL WHERE id = ?1", page.id,
        page.name, position);
    if (db.changes() == 0) return false;
    db.run("DELETE FROM quick_key WHERE quick_key_page_id = ?1", page.id);
    auto insert = db.prepare(
        "INSERT INTO quick_key(quick_key_page_id, position, product_id, colour) VALUES (?1, ?2, ?3, ?4)");
    for (const auto& key : page.keys) {
        insert.bindAll(page.id, key.place, key.product, key.colour);
        insert.run();
    }
    return true;
}

void archiveQuickKeyPage(Connection& db, QuickKeyPageId page, Timestamp at)
{
    db.run("UPDATE quick_key_page SET archived_at = ?2 WHERE id = ?1", page, at);
}

} // namespace till
