#pragma once

#include "base/result.h"
#include "base/uid.h"
#include "domain/people/permission.h"
#include "services/actor.h"

#include <string>
#include <vector>

namespace till {

class Session;

struct User {
    UserId id;
    Uid uid;
    std::string name;
    std::string role;
};

/// Who may do what. `require` is asked inside the transaction of every command.
class PeopleService {
public:
    explicit PeopleService(Session& session);

    /// Nothing when allowed; NotAllowed, or NeedsApproval when someone else could allow it (detail =
    /// permission).
    Result<> require(const Actor& actor, Permission permission, const PermissionContext& context = {}) const;
    std::vector<User> users() const;
    std::string nameOf(UserId id) const;

private:
    Session& m_session;
};

} // namespace till
