#pragma once

#include "storage/connection.h"

namespace till {

struct TenderTypeRow {
    TenderTypeId id;
    std::string code;
    std::string name;
    bool isCash = false;
    bool opensDrawer = false;
};

/// The kinds of payment of the shop, in their order.
std::vector<TenderTypeRow> tenderTypeRows(Connection& db);

} // namespace till
