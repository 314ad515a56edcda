#include "services/promotion_service.h"

#include "services/catalog_service.h"
#include "services/promotion_check.h"
#include "services/promotion_journal.h"
#include "services/session.h"
#include "services/setting_service.h"
#include "storage/promotion_repository.h"

#include <sodium.h>

#include <algorithm>
#include <set>

namespace till {

/// What a scan must not read again: every offer that is not archived, ready to be priced with, and those that
/// run in this minute.
struct PromotionService::Cache {
    explicit Cache(Connection& db)
        : repository{db}
    {
    }
    PromotionRepository repository;
    std::optional<std::vector<PromotionDetails>> live;
    std::vector<Promotion> resolved; ///< one for each of live
    std::vector<std::size_t> running;
    std::optional<Moment> minute; ///< the minute that `running` is of
    bool anyGroup = false;
    Subscription catalogChanged;
};

PromotionService::PromotionService(Session& session)
    : m_session{session}
    , m_cache{std::make_unique<Cache>(session.db)}
{
}

PromotionService::~PromotionService() = default;

void PromotionService::forget()
{
    m_cache->live.reset();
    m_cache->minute.reset();
}

PromotionService::Cache& PromotionService::cache() const
{
    auto& cache = *m_cache;
    if (!cache.catalogChanged) { // a department may have moved
        cache.catalogChanged = m_session.catalog->changed.subscribe([&cache] {
            cache.live.reset();
            cache.minute.reset();
        });
    }
    if (!cache.live) {
        cache.live = cache.repository.all();
        std::erase_if(*cache.live, [](const PromotionDetails& each) { return each.archived; });
        cache.resolved.clear();
        cache.anyGroup = false;
        for (const auto& each : *cache.live) {
            cache.resolved.push_back(resolved(each.fields.rules));
            cache.anyGroup = cache.anyGroup || each.fields.group;
        }
        cache.minute.reset();
    }
    return cache;
}

std::vector<PromotionDetails> PromotionService::all() const
{
    auto found = m_cache->repository.all();
    std::stable_partition(
        found.begin(), found.end(), [](const PromotionDetails& each) { return !each.archived; });
    return found;
}

std::optional<PromotionDetails> PromotionService::find(PromotionId id) const
{
    return m_cache->repository.find(id);
}

PromotionState PromotionService::stateOf(const PromotionDetails& promotion) const
{
    const auto today = m_session.now().businessDay;
    const auto& times = promotion.fields.times;
    if (promotion.archived) return PromotionState::Archived;
    if (times.from && today < *times.from) return PromotionState::Planned;
    return times.to && *times.to < today ? PromotionState::Over : PromotionState::Running;
}

Result<PromotionId> PromotionService::add(const Actor& actor, const PromotionDraft& draft)
{
    if (auto allowed = m_session.require(actor, Permission::PromotionEdit); !allowed) return allowed.error();
    auto sound = checked(draft, {});
    if (!sound) return sound.error();
    const auto now = m_session.now();
    Transaction tx{m_session.db};
    const auto id = m_cache->repository.insert(*sound, actor.user, now.utc);
    m_session.journal->append(JournalType::PromotionChange, actor, now, promotionJson("add", *sound));
    tx.commit();
    forget();
    changed.emit();
    return id;
}

Result<> PromotionService::change(
    const Actor& actor, PromotionId id, std::int64_t revision, const PromotionDraft& draft)
{
    if (auto allowed = m_session.require(actor, Permission::PromotionEdit); !allowed) return allowed;
    const auto before = find(id);
    if (!before || before->archived) return Error{ErrorCode::PromotionNotFound, draft.rules.code};
    if (before->revision != revision) return Error{ErrorCode::ChangedMeanwhile};
    auto sound = checked(draft, id);
    if (!sound) return sound.error();
    const auto now = m_session.now();
    Transaction tx{m_session.db};
    m_cache->repository.update(id, *sound, actor.user, now.utc);
    m_session.journal->append(JournalType::PromotionChange, actor, now, promotionJson("change", *sound));
    tx.commit();
    forget();
    changed.emit();
    return {};
}

Result<> PromotionService::archive(const Actor& actor, PromotionId id)
{
    if (auto allowed = m_session.require(actor, Permission::PromotionEdit); !allowed) return allowed;
    const auto before = find(id);
    if (!before || before->archived) return Error{ErrorCode::PromotionNotFound};
    const auto now = m_session.now();
    Transaction tx{m_session.db};
    m_cache->repository.archive(id, actor.user, now.utc);
    m_session.journal->append(
        JournalType::PromotionChange, actor, now, promotionJson("archive", before->fields));
    tx.commit();
    forget();
    changed.emit();
    return {};
}

Result<PromotionDraft> PromotionService::checked(const PromotionDraft& draft, PromotionId id) const
{
    auto sound = checkedDraft(draft);
    if (!sound) return sound;
    auto& repository = m_cache->repository;
    if (repository.isCodeTaken(sound->rules.code, id)) return Error{ErrorCode::CodeTaken, sound->rules.code};
    for (const auto& coupon : sound->coupons) {
        // At the till a code is either goods or a coupon.
        if (repository.isCouponTaken(coupon.code, id) || m_session.catalog->findByCode(coupon.code))
            return Error{ErrorCode::CodeTaken, coupon.code};
    }
    const auto& departments = m_session.catalog->departments();
    for (const auto* goods : {&sound->rules.goods, &sound->rules.got}) {
        for (const auto product : goods->products) {
            if (!m_session.catalog->details(ProductId{product})) return Error{ErrorCode::ProductNotFound};
        }
        for (const auto department : goods->departments) {
            const bool known = std::any_of(departments.begin(), departments.end(),
                [&](const Department& each) { return each.id.value == department; });
            if (!known) return Error{ErrorCode::DepartmentNotFound};
        }
    }
    return sound;
}

std::vector<std::string> PromotionService::newCouponCodes(int count) const
{
    static constexpr std::string_view kLetters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"; // none that look alike
    std::set<std::string> codes;
    while (static_cast<int>(codes.size()) < count) {
        std::string code;
        for (int i = 0; i < 8; ++i) {
            if (i == 4) code += '-';
            code += kLetters[randombytes_uniform(static_cast<std::uint32_t>(kLetters.size()))];
        }
        if (!isCoupon(code)) codes.insert(std::move(code));
    }
    return {codes.begin(), codes.end()};
}

std::vector<CustomerGroup> PromotionService::groups() const
{
    return m_cache->repository.groups();
}

CustomerGroup PromotionService::groupOf(std::string_view customer) const
{
    const auto id = m_cache->repository.groupOf(customer);
    for (auto& group : groups())
        if (group.id == id) return group;
    return {};
}

Promotion PromotionService::resolved(const Promotion& rules) const
{
    auto whole = rules;
    const auto& departments = m_session.catalog->departments();
    for (auto* goods : {&whole.goods, &whole.got}) {
        auto& chosen = goods->departments;
        for (std::size_t i = 0; i < chosen.size(); ++i) { // grows while it is walked: the tree below each
            for (const auto& each : departments) {
                if (each.parent.value == chosen[i] &&
                    std::find(chosen.begin(), chosen.end(), each.id.value) == chosen.end())
                    chosen.push_back(each.id.value);
            }
        }
        std::sort(chosen.begin(), chosen.end());
        std::sort(goods->products.begin(), goods->products.end());
    }
    return whole;
}

Offers PromotionService::offersFor(const Cart& cart, const Moment& at) const
{
    auto& cache = this->cache();
    const auto sameMinute = [&](const Moment& known) {
        return std::chrono::floor<std::chrono::minutes>(known.utc) ==
               std::chrono::floor<std::chrono::minutes>(at.utc);
    };
    if (!cache.minute || !sameMinute(*cache.minute)) {
        cache.running.clear();
        for (std::size_t i = 0; i < cache.live->size(); ++i) {
            if ((*cache.live)[i].fields.times.isRunning(at)) cache.running.push_back(i);
        }
        cache.minute = at;
    }
    Offers offers;
    offers.choice = m_session.settings->value("sale.promotion_choice") == "first" ? PromotionChoice::First
                                                                                  : PromotionChoice::Best;
    if (cache.running.empty()) return offers;
    std::vector<CouponRow> coupons;
    for (const auto& code : cart.coupons) {
        const auto row = cache.repository.coupon(code);
        if (row && couponCounts(*row, cart, at, cache.repository)) coupons.push_back(*row);
    }
    const auto group =
        cache.anyGroup && cart.customer ? cache.repository.groupOf(*cart.customer) : CustomerGroupId{};
    for (const auto index : cache.running) {
        const auto& each = (*cache.live)[index];
        const auto& rules = cache.resolved[index];
        if (each.fields.group && each.fields.group != group) continue;
        if (!each.fields.needsCoupon) {
            offers.list.push_back(&rules);
            continue;
        }
        const auto given = std::find_if(coupons.begin(), coupons.end(),
            [&](const CouponRow& coupon) { return coupon.promotion == each.id; });
        if (given == coupons.end()) continue;
        if (given->fields.minimum <= rules.minimum) {
            offers.list.push_back(&rules);
            continue;
        }
        offers.own.push_back(rules);
        offers.own.back().minimum = given->fields.minimum;
        offers.list.push_back(&offers.own.back());
    }
    return offers;
}

} // namespace till
