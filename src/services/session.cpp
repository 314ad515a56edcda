#include "services/session.h"

#include "services/journal_writer.h"
#include "services/people_service.h"
#include "services/shop_facts.h"
#include "storage/authorizer.h"
#include "storage/shop_repository.h"

namespace till {

Session::Session(
    Connection& connection, const Clock& shopClock, ShopCalendar shopCalendar, ShopFacts shopFacts)
    : db{connection}
    , clock{shopClock}
    , calendar{std::move(shopCalendar)}
    , facts{std::move(shopFacts)}
{
}

Session::~Session() = default;

void Session::reopen()
{
    if (beforeReopen) beforeReopen();
    const auto options = db.options();
    try {
        db = Connection{options};
        denyWhatNobodyMay(db);
    } catch (...) {
        if (reopened) reopened(); // the old connection goes on, and its workers with it
        throw;
    }
    if (reopened) reopened();
}

Result<> Session::require(const Actor& actor, Permission permission, const PermissionContext& context) const
{
    if (readOnly) return Error{ErrorCode::ShopReadOnly};
    return people->require(actor, permission, context);
}

void readFacts(Session& session)
{
    ShopRepository repository{session.db};
    const auto shop = repository.shop();
    const auto till = repository.ownTill();
    session.facts = {shop.uid, shop.name, shop.country, shop.currency, shop.decimals, shop.pricesIncludeTax,
        shop.taxRounding == "receipt" ? TaxRounding::Receipt : TaxRounding::Line, shop.cashStep,
        shop.cashTies == "toward" ? CashTies::TowardZero : CashTies::AwayFromZero, shop.practice, till.id,
        till.code, till.location};
    auto calendar = ShopCalendar::make(shop.timeZone, std::chrono::minutes{shop.dayCutoffMinutes});
    if (!calendar)
        throw StorageError{0, StorageError::Kind::Other, "this machine does not know " + shop.timeZone};
    session.calendar = std::move(*calendar);
}

} // namespace till
