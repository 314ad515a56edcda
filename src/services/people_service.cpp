#include "services/people_service.h"

#include "services/session.h"
#include "storage/shop_repository.h"

namespace till {

PeopleService::PeopleService(Session& session)
    : m_session{session}
{
}

Result<> PeopleService::require(
    const Actor& actor, Permission permission, const PermissionContext& context) const
{
    ShopRepository people{m_session.db};
    const auto covers = [&](UserId user) {
        const auto grant = people.grantOf(user, static_cast<int>(permission));
        if (!grant) return false;
        if (grant->allowance == "allowed") return true;
        return grant->allowance == "limit" && context.amount.value_or(0) <= grant->limit.value_or(0);
    };
    if (covers(actor.user)) return {};
    const std::string name{toText(permission)};
    if (!people.grantOf(actor.user, static_cast<int>(permission))) return Error{ErrorCode::NotAllowed, name};
    // Two pairs of eyes: nobody approves what they do themselves.
    if (actor.approver && actor.approver != actor.user && covers(actor.approver)) return {};
    return Error{ErrorCode::NeedsApproval, name};
}

std::vector<User> PeopleService::users() const
{
    std::vector<User> users;
    for (auto& row : ShopRepository{m_session.db}.users()) {
        users.push_back({row.id, row.uid, std::move(row.name), std::move(row.role)});
    }
    return users;
}

std::string PeopleService::nameOf(UserId id) const
{
    for (const auto& user : users()) {
        if (user.id == id) return user.name;
    }
    return {};
}

} // namespace till
