#include "services/quick_key_service.h"

#include "base/text.h"
#include "services/journal_writer.h"
#include "services/picture_check.h"
#include "services/session.h"
#include "storage/product_pictures.h"
#include "storage/product_repository.h"
#include "storage/products_of_hour.h"
#include "storage/quick_key_repository.h"
#include "storage/read_view.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace till {

using Json = nlohmann::json;

namespace {

constexpr int kWeeks = 8;
constexpr int kRecentDays = 14;
constexpr std::size_t kTooFew = 8;  ///< proposals of the weekday alone
constexpr int kMinutesAround = 120; ///< from half an hour before this hour to half an hour after it
constexpr int kMinutesBefore = 30;
constexpr int kMinutesOfDay = 1440;

Result<> done(bool changed)
{
    return changed ? Result<>{} : Result<>{Error{ErrorCode::NumberOutOfRange}};
}

auto findPage(QuickKeyLayout& layout, QuickKeyPageId id)
{
    return std::ranges::find(layout, id, &QuickKeyPage::id);
}

/// The pages that differ are written, those no longer there are put away.
Result<> writeLayout(Connection& db, const QuickKeyLayout& before, const QuickKeyLayout& after, Timestamp now)
{
    for (const auto& page : before) {
        if (std::ranges::find(after, page.id, &QuickKeyPage::id) == after.end())
            archiveQuickKeyPage(db, page.id, now);
    }
    for (std::size_t i = 0; i < after.size(); ++i) {
        if (i < before.size() && before[i] == after[i]) continue;
        if (!writeQuickKeyPage(db, after[i], static_cast<int>(i) + 1))
            return Error{ErrorCode::QuickKeyPageNotFound};
    }
    return {};
}

} // namespace

QuickKeyService::QuickKeyService(Session& session)
    : m_session{session}
{
}

QuickKeyLayout QuickKeyService::pages() const
{
    const ReadView view{m_session.db};
    return quickKeyLayout(m_session.db);
}

Result<> QuickKeyService::edit(
    const Actor& actor, Json payload, const std::function<Result<>(QuickKeyLayout&)>& change)
{
    auto& db = m_session.db;
    Transaction transaction{db};
    if (auto allowed = m_session.require(actor, Permission::LayoutEdit); !allowed) return allowed;
    const auto before = quickKeyLayout(db);
    auto after = before;
    if (auto made = change(after); !made) return made;
    if (after == before) return {};
    const auto now = m_session.now();
    if (auto written = writeLayout(db, before, after, now.utc); !written) return written;
    m_session.journal->append(JournalType::LayoutChange, actor, now, std::move(payload));
    transaction.commit();
    changed.emit();
    return {};
}

Result<> QuickKeyService::editPage(const Actor& actor, QuickKeyPageId page, Json payload,
    const std::function<Result<>(QuickKeyPage&)>& change)
{
    payload["page"] = page.value;
    return edit(actor, std::move(payload), [&](QuickKeyLayout& layout) -> Result<> {
        const auto found = findPage(layout, page);
        if (found == layout.end()) return Error{ErrorCode::QuickKeyPageNotFound};
        return change(*found);
    });
}

Result<QuickKeyPageId> QuickKeyService::addPage(const Actor& actor, std::string_view name)
{
    return addPageOf(actor, name, {});
}

Result<QuickKeyPageId> QuickKeyService::addPageOf(
    const Actor& actor, std::string_view name, std::span<const ProductId> products)
{
    auto clean = cleanName(name);
    if (!clean) return clean.error();
    if (products.size() > kQuickKeyPlaces) return Error{ErrorCode::NumberOutOfRange};
    auto& db = m_session.db;
    Transaction transaction{db};
    if (auto allowed = m_session.require(actor, Permission::LayoutEdit); !allowed) return allowed.error();
    const auto before = quickKeyLayout(db);
    if (before.size() >= kQuickKeyPages) return Error{ErrorCode::NumberOutOfRange};
    const auto now = m_session.now();
    QuickKeyPage page{
        insertQuickKeyPage(db, Uid::make(now.utc.time_since_epoch().count()), *clean), *clean, {}};
    for (const auto product : products) {
        if (!storedProduct(db, product, now.businessDay)) return Error{ErrorCode::ProductNotFound};
        if (keyOf(page, product) == nullptr)
            page.keys.push_back({static_cast<int>(page.keys.size()), product, {}});
    }
    writeQuickKeyPage(db, page, static_cast<int>(before.size()) + 1);
    m_session.journal->append(JournalType::LayoutChange, actor, now,
        {{"do", "add_page"}, {"page", page.id.value}, {"name", *clean},
            {"keys", static_cast<std::int64_t>(page.keys.size())}});
    transaction.commit();
    changed.emit();
    return page.id;
}

Result<> QuickKeyService::renamePage(const Actor& actor, QuickKeyPageId page, std::string_view name)
{
    auto clean = cleanName(name);
    if (!clean) return clean.error();
    return editPage(
        actor, page, {{"do", "rename_page"}, {"name", *clean}}, [&](QuickKeyPage& found) -> Result<> {
            found.name = *clean;
            return {};
        });
}

Result<> QuickKeyService::movePage(const Actor& actor, QuickKeyPageId page, int index)
{
    const Json payload{{"do", "move_page"}, {"page", page.value}, {"to", index}};
    return edit(actor, payload, [&](QuickKeyLayout& layout) -> Result<> {
        const auto found = findPage(layout, page);
        if (found == layout.end()) return Error{ErrorCode::QuickKeyPageNotFound};
        if (index < 0 || index >= static_cast<int>(layout.size())) return Error{ErrorCode::NumberOutOfRange};
        auto moved = std::move(*found);
        layout.erase(found);
        layout.insert(layout.begin() + index, std::move(moved));
        return {};
    });
}

Result<> QuickKeyService::archivePage(const Actor& actor, QuickKeyPageId page)
{
    const Json payload{{"do", "archive_page"}, {"page", page.value}};
    return edit(actor, payload, [&](QuickKeyLayout& layout) -> Result<> {
        const auto found = findPage(layout, page);
        if (found == layout.end()) return Error{ErrorCode::QuickKeyPageNotFound};
        layout.erase(found);
        return {};
    });
}

Result<int> QuickKeyService::put(
    const Actor& actor, QuickKeyPageId page, ProductId product, std::optional<int> place)
{
    int at = 0;
    const auto put = editPage(
        actor, page, {{"do", "put"}, {"product", product.value}}, [&](QuickKeyPage& found) -> Result<> {
            const auto stored = storedProduct(m_session.db, product, m_session.now().businessDay);
            if (!stored || stored->archived) return Error{ErrorCode::ProductNotFound};
            const auto* there = keyOf(found, product);
            const auto to = place ? place : there ? std::optional{there->place} : firstFreePlace(found);
            if (!to) return Error{ErrorCode::NumberOutOfRange};
            at = *to;
            return done(putKey(found, product, *to));
        });
    if (!put) return put.error();
    return at;
}

Result<> QuickKeyService::move(const Actor& actor, QuickKeyPageId page, int from, int to)
{
    return editPage(actor, page, {{"do", "move"}, {"from", from}, {"to", to}},
        [&](QuickKeyPage& found) { return done(moveKey(found, from, to)); });
}

Result<> QuickKeyService::moveToPage(
    const Actor& actor, QuickKeyPageId page, int from, QuickKeyPageId other, std::optional<int> place)
{
    if (other == page) return place ? move(actor, page, from, *place) : Result<>{};
    const Json payload{{"do", "move_to_page"}, {"page", page.value}, {"from", from}, {"other", other.value}};
    return edit(actor, payload, [&](QuickKeyLayout& layout) -> Result<> {
        const auto source = findPage(layout, page);
        const auto target = findPage(layout, other);
        if (source == layout.end() || target == layout.end()) return Error{ErrorCode::QuickKeyPageNotFound};
        const auto to = place ? place : firstFreePlace(*target);
        if (!to) return Error{ErrorCode::NumberOutOfRange};
        return done(moveKeyToPage(*source, from, *target, *to));
    });
}

Result<> QuickKeyService::remove(const Actor& actor, QuickKeyPageId page, int place)
{
    return editPage(actor, page, {{"do", "remove"}, {"place", place}},
        [&](QuickKeyPage& found) { return done(removeKey(found, place)); });
}

Result<> QuickKeyService::setColour(
    const Actor& actor, QuickKeyPageId page, int place, std::optional<int> colour)
{
    if (colour && (*colour < 1 || *colour > 6)) return Error{ErrorCode::NumberOutOfRange};
    return editPage(actor, page, {{"do", "colour"}, {"place", place}, {"colour", colour.value_or(0)}},
        [&](QuickKeyPage& found) -> Result<> {
            const auto key = std::ranges::find(found.keys, place, &QuickKey::place);
            if (key == found.keys.end()) return Error{ErrorCode::NumberOutOfRange};
            key->colour = colour;
            return {};
        });
}

Result<> QuickKeyService::restore(const Actor& actor, const QuickKeyLayout& layout)
{
    return edit(actor, {{"do", "restore"}, {"pages", static_cast<std::int64_t>(layout.size())}},
        [&](QuickKeyLayout& now) -> Result<> {
            now = layout;
            return {};
        });
}

std::vector<ProductPicture> QuickKeyService::pictures(std::span<const ProductId> products) const
{
    const ReadView view{m_session.db};
    std::vector<ProductPicture> pictures;
    for (auto& row : pictureRows(m_session.db, products))
        pictures.push_back({row.product, std::move(row.icon), row.changedAt});
    return pictures;
}

std::vector<std::uint8_t> QuickKeyService::picturePng(ProductId product) const
{
    return till::picturePng(m_session.db, product).value_or(Blob{});
}

Result<> QuickKeyService::changePicture(
    const Actor& actor, ProductId product, std::string_view what, const std::function<void()>& write)
{
    auto& db = m_session.db;
    Transaction transaction{db};
    if (auto allowed = m_session.require(actor, Permission::LayoutEdit); !allowed) return allowed;
    const auto now = m_session.now();
    const auto stored = storedProduct(db, product, now.businessDay);
    if (!stored) return Error{ErrorCode::ProductNotFound};
    write();
    m_session.journal->append(JournalType::LayoutChange, actor, now,
        {{"do", "picture"}, {"product", stored->uid.toText()}, {"picture", std::string{what}}});
    transaction.commit();
    changed.emit();
    return {};
}

Result<> QuickKeyService::setPicture(const Actor& actor, ProductId product, std::span<const std::uint8_t> png)
{
    if (auto checked = checkPicture(png); !checked) return checked;
    return changePicture(actor, product, "png", [&] {
        writePng(m_session.db, product, png, {actor.user, m_session.now().utc});
    });
}

Result<> QuickKeyService::setIcon(const Actor& actor, ProductId product, std::string_view icon)
{
    if (auto checked = checkIconName(icon); !checked) return checked;
    return changePicture(actor, product, icon, [&] {
        writeIcon(m_session.db, product, icon, {actor.user, m_session.now().utc});
    });
}

Result<> QuickKeyService::removePicture(const Actor& actor, ProductId product)
{
    return changePicture(actor, product, "", [&] { erasePicture(m_session.db, product); });
}

std::vector<QuickKeyProposal> QuickKeyService::proposals(int limit) const
{
    const ReadView view{m_session.db};
    const auto now = m_session.now();
    const auto minutes = now.utc.time_since_epoch().count() / 60'000 + now.offsetMinutes;
    const auto hour = static_cast<int>(minutes % kMinutesOfDay) / 60;
    const auto from = (hour * 60 - kMinutesBefore + kMinutesOfDay) % kMinutesOfDay;
    std::vector<BusinessDay> days;
    for (int week = 1; week <= kWeeks; ++week) days.push_back({now.businessDay.days - week * 7});
    auto sold = productsSoldAround(m_session.db, days, from, kMinutesAround);
    if (sold.size() < kTooFew) {
        days.clear();
        for (int day = 1; day <= kRecentDays; ++day) days.push_back({now.businessDay.days - day});
        sold = productsSoldAround(m_session.db, days, from, kMinutesAround);
    }
    std::ranges::stable_sort(sold, [](const ProductOfHour& a, const ProductOfHour& b) {
        return a.hasBarcode != b.hasBarcode ? b.hasBarcode : a.lines > b.lines;
    });
    std::vector<QuickKeyProposal> proposals;
    for (const auto& each : sold) {
        if (static_cast<int>(proposals.size()) >= limit) break;
        proposals.push_back({each.product, each.lines, each.hasBarcode});
    }
    return proposals;
}

} // namespace till
