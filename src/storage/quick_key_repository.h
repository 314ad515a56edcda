#pragma once

#include "base/clock.h"
#include "base/uid.h"
#include "domain/catalog/quick_keys.h"

#include <optional>
#include <string_view>

namespace till {

class Connection;

// Pages of quick keys. What writes belongs into the caller's transaction.

/// The pages that are in use, in their order; keys of archived products are left out.
QuickKeyLayout quickKeyLayout(Connection& db);
QuickKeyPageId insertQuickKeyPage(Connection& db, const Uid& uid, std::string_view name);
/// The page as given is how it is from now on; an archived one comes back. False: there is no such page.
bool writeQuickKeyPage(Connection& db, const QuickKeyPage& page, int position);
void archiveQuickKeyPage(Connection& db, QuickKeyPageId page, Timestamp at);

} // namespace till
