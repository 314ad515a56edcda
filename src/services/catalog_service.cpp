#include "services/catalog_service.h"

#include "base/text.h"
#include "services/code_lookup.h"
#include "services/code_rules.h"
#include "services/journal_writer.h"
#include "services/product_check.h"
#include "services/product_journal.h"
#include "services/session.h"
#include "services/setting_service.h"
#include "storage/catalog_repository.h"
#include "storage/product_list.h"
#include "storage/product_lookup.h"
#include "storage/product_repository.h"
#include "storage/product_search.h"
#include "storage/read_view.h"
#include "storage/selling_rules_repository.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace till {
namespace {

constexpr int kRaisedAtOnce = 500;

Change changeBy(const Actor& actor, const Moment& at)
{
    return {actor.user, at.utc, at.businessDay};
}

Uid newUid(const Moment& at)
{
    return Uid::make(at.utc.time_since_epoch().count());
}

/// The department and all below it.
std::vector<DepartmentId> branch(const std::vector<Department>& departments, DepartmentId root)
{
    std::vector<DepartmentId> ids{root};
    for (std::size_t i = 0; i < ids.size(); ++i) {
        for (const auto& department : departments) {
            if (department.parent == ids[i] && std::find(ids.begin(), ids.end(), department.id) == ids.end())
                ids.push_back(department.id);
        }
    }
    return ids;
}

} // namespace

struct CatalogService::Cache {
    std::optional<std::vector<Department>> departments;
    std::optional<std::vector<Unit>> units;
    std::optional<TaxTable> taxes;
    std::string rulesText; ///< what `rules` were made of
    std::optional<EmbeddedCodeRules> rules;

    void drop()
    {
        departments.reset();
        units.reset();
        taxes.reset();
    }
};

CatalogService::CatalogService(Session& session)
    : m_session{session}
    , m_cache{std::make_unique<Cache>()}
{
}

CatalogService::~CatalogService() = default;

const EmbeddedCodeRules& CatalogService::codeRules() const
{
    static const std::string kNone;
    const auto& text = m_session.settings ? m_session.settings->value("barcode.rules") : kNone;
    if (!m_cache->rules || m_cache->rulesText != text) {
        const auto decimals = m_session.facts.decimals;
        auto rules = parseCodeRules(text, decimals);
        if (!rules) rules = parseCodeRules({}, decimals);
        m_cache->rules = rules ? std::move(*rules) : EmbeddedCodeRules{};
        m_cache->rulesText = text;
    }
    return *m_cache->rules;
}

Result<SellableProduct> CatalogService::findByCode(std::string_view code) const
{
    const ReadView view{m_session.db};
    return lookUpCode(
        m_session.db, code, {m_session.now().businessDay, codeRules(), m_session.facts.decimals});
}

Result<SellableProduct> CatalogService::sellable(ProductId id) const
{
    const ReadView view{m_session.db};
    auto found = sellableById(m_session.db, id, m_session.now().businessDay);
    if (!found) return Error{ErrorCode::ProductNotFound};
    if (found->archived) return Error{ErrorCode::ProductArchived, found->product.name};
    return std::move(found->product);
}

std::optional<UnitPrice> CatalogService::priceOf(ProductId id, Quantity quantity) const
{
    return priceOn(m_session.db, id, m_session.now().businessDay, quantity);
}

std::vector<ProductHit> CatalogService::search(std::string_view text, int limit) const
{
    const ReadView view{m_session.db};
    return productHits(m_session.db, findProducts(m_session.db, text, limit), m_session.now().businessDay);
}

std::vector<ProductHit> CatalogService::bestSellers(int limit) const
{
    const ReadView view{m_session.db};
    return productHits(m_session.db, bestSellingProducts(m_session.db, limit), m_session.now().businessDay);
}

std::vector<ProductHit> CatalogService::inDepartment(DepartmentId id, int limit) const
{
    const ReadView view{m_session.db};
    const auto ids = branch(departments(), id);
    return productHits(m_session.db, bestSellingIn(m_session.db, ids, limit), m_session.now().businessDay);
}

std::vector<ProductHit> CatalogService::all(int limit, int offset) const
{
    const ReadView view{m_session.db};
    return productHits(
        m_session.db, productsByName(m_session.db, limit, offset), m_session.now().businessDay);
}

std::vector<ProductId> CatalogService::idsByName(DepartmentId department) const
{
    const auto wanted = department ? branch(departments(), department) : std::vector<DepartmentId>{};
    return productIdsByName(m_session.db, wanted);
}

std::vector<ProductHit> CatalogService::rows(std::span<const ProductId> ids) const
{
    std::vector<FoundProduct> found;
    found.reserve(ids.size());
    for (const auto id : ids) found.push_back({id, MatchKind::Beginning, 0});
    return productHits(m_session.db, found, m_session.now().businessDay);
}

std::optional<Timestamp> CatalogService::lastSold(ProductId id) const
{
    return till::lastSold(m_session.db, id);
}

std::optional<ProductDetails> CatalogService::details(ProductId id) const
{
    const ReadView view{m_session.db};
    return productDetails(m_session.db, id, m_session.now().businessDay);
}

Result<ProductId> CatalogService::add(const Actor& actor, const ProductDraft& draft)
{
    auto& db = m_session.db;
    Transaction transaction{db};
    if (auto allowed = m_session.require(actor, Permission::ProductEdit); !allowed) return allowed.error();
    auto checked = checkedDraft(db, draft);
    if (!checked) return checked.error();
    const auto now = m_session.now();
    const auto uid = newUid(now);
    const auto id = insertProduct(db, *checked, uid, changeBy(actor, now));
    m_session.journal->append(JournalType::ProductChange, actor, now, productAddedJson(uid, *checked));
    transaction.commit();
    changed.emit();
    return id;
}

Result<> CatalogService::change(
    const Actor& actor, ProductId id, std::int64_t revision, const ProductDraft& draft)
{
    auto& db = m_session.db;
    Transaction transaction{db};
    if (auto allowed = m_session.require(actor, Permission::ProductEdit); !allowed) return allowed.error();
    const auto now = m_session.now();
    const auto before = storedProduct(db, id, now.businessDay);
    if (!before) return Error{ErrorCode::ProductNotFound};
    if (before->revision != revision) return Error{ErrorCode::ChangedMeanwhile};
    auto checked = checkedDraft(db, draft, id);
    if (!checked) return checked.error();
    const bool newPrice = before->fields.price != checked->price;
    if (newPrice) {
        if (auto allowed = m_session.require(actor, Permission::PriceChange); !allowed)
            return allowed.error();
    }
    updateProduct(db, id, *before, *checked, changeBy(actor, now));
    auto payload = productChangedJson(*before, *checked);
    if (!payload["set"].empty())
        m_session.journal->append(JournalType::ProductChange, actor, now, std::move(payload));
    if (newPrice) {
        m_session.journal->append(JournalType::PriceChange, actor, now,
            priceChangedJson(before->uid, before->fields.price, checked->price, now.businessDay));
    }
    transaction.commit();
    changed.emit();
    return {};
}

Result<> CatalogService::setPrice(
    const Actor& actor, ProductId id, UnitPrice price, std::optional<BusinessDay> from)
{
    auto& db = m_session.db;
    Transaction transaction{db};
    if (auto allowed = m_session.require(actor, Permission::PriceChange); !allowed) return allowed.error();
    const auto now = m_session.now();
    const auto day = std::max(from.value_or(now.businessDay), now.businessDay);
    const auto before = storedProduct(db, id, day);
    if (!before) return Error{ErrorCode::ProductNotFound};
    if (!isAcceptablePrice(price)) return Error{ErrorCode::PriceInvalid};
    addPrice(db, id, day, price, changeBy(actor, now));
    setRevision(db, id, changeBy(actor, now));
    m_session.journal->append(JournalType::PriceChange, actor, now,
        priceChangedJson(before->uid, before->fields.price, price, day));
    transaction.commit();
    changed.emit();
    return {};
}

Result<> CatalogService::archive(const Actor& actor, ProductId id)
{
    auto& db = m_session.db;
    Transaction transaction{db};
    if (auto allowed = m_session.require(actor, Permission::ProductEdit); !allowed) return allowed.error();
    const auto now = m_session.now();
    const auto before = storedProduct(db, id, now.businessDay);
    if (!before) return Error{ErrorCode::ProductNotFound};
    if (before->archived) return {};
    archiveProduct(db, id, changeBy(actor, now));
    m_session.journal->append(JournalType::ProductChange, actor, now, productArchivedJson(*before));
    transaction.commit();
    changed.emit();
    return {};
}

SellingRules CatalogService::sellingRules(ProductId id) const
{
    return till::sellingRules(m_session.db, id);
}

Result<> CatalogService::setSellingRules(const Actor& actor, ProductId id, const SellingRules& rules)
{
    auto& db = m_session.db;
    Transaction transaction{db};
    if (auto allowed = m_session.require(actor, Permission::ProductEdit); !allowed) return allowed;
    const auto now = m_session.now();
    const auto product = storedProduct(db, id, now.businessDay);
    const auto deposit =
        rules.deposit ? storedProduct(db, rules.deposit, now.businessDay) : std::optional<StoredProduct>{};
    if (!product || (rules.deposit && (!deposit || rules.deposit == id)))
        return Error{ErrorCode::ProductNotFound};
    const bool isTare = !rules.tare.isNegative() && rules.tare <= kMostTare;
    if (!isTare || (rules.deposit && !rules.depositQuantity.isPositive()))
        return Error{ErrorCode::QuantityInvalid};
    if (till::sellingRules(db, id) == rules) return {};
    till::setSellingRules(db, id, rules);
    nlohmann::json set{{"deposit", deposit ? deposit->uid.toText() : std::string{}},
        {"stock_policy", rules.stock ? std::string{toText(*rules.stock)} : std::string{}}};
    if (!rules.tare.isZero()) set["tare"] = rules.tare.thousandths();
    if (deposit) set["deposit_quantity"] = rules.depositQuantity.thousandths();
    m_session.journal->append(JournalType::ProductChange, actor, now,
        {{"product", product->uid.toText()}, {"n", product->fields.name}, {"set", std::move(set)}});
    transaction.commit();
    changed.emit();
    return {};
}

std::vector<ProductHit> CatalogService::deposits() const
{
    return rows(depositProducts(m_session.db));
}

const std::vector<Department>& CatalogService::departments() const
{
    if (!m_cache->departments) m_cache->departments = departmentRows(m_session.db);
    return *m_cache->departments;
}

const std::vector<Unit>& CatalogService::units() const
{
    if (!m_cache->units) m_cache->units = unitRows(m_session.db);
    return *m_cache->units;
}

std::vector<Supplier> CatalogService::suppliers() const
{
    return supplierRows(m_session.db);
}

const TaxTable& CatalogService::taxes() const
{
    if (!m_cache->taxes) m_cache->taxes = taxTable(m_session.db);
    return *m_cache->taxes;
}

Result<TaxClassId> CatalogService::addTax(
    const Actor& actor, const std::string& code, const std::string& name, Rate rate)
{
    const auto cleanedCode = cleanName(code);
    const auto cleanedName = cleanName(name);
    if (!cleanedCode) return cleanedCode.error();
    if (!cleanedName) return cleanedName.error();
    if (rate.isNegative() || rate.partsPerMillion() > 10'000'000) return Error{ErrorCode::NumberOutOfRange};
    auto& db = m_session.db;
    Transaction transaction{db};
    if (auto allowed = m_session.require(actor, Permission::TaxChange); !allowed) return allowed.error();
    if (isTaxNameTaken(db, *cleanedCode, *cleanedName)) return Error{ErrorCode::CodeTaken, *cleanedCode};
    const auto now = m_session.now();
    const auto id =
        insertTax(db, newUid(now), newUid(now), Tax{{}, *cleanedCode, *cleanedName, false, {}}, rate);
    m_session.journal->append(JournalType::TaxChange, actor, now,
        {{"code", *cleanedCode}, {"name", *cleanedName}, {"rate", rate.partsPerMillion()}});
    transaction.commit();
    reload();
    return id;
}

void CatalogService::rankAgain()
{
    if (m_session.readOnly) return;
    Transaction transaction{m_session.db};
    raiseBestSellers(m_session.db, kRaisedAtOnce);
    transaction.commit();
}

void CatalogService::reload()
{
    m_cache->drop();
    changed.emit();
}

} // namespace till
