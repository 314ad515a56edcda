#pragma once

#include "storage/sale_repository.h"

#include <string>
#include <vector>

namespace till {

/// A sale with the words and codes of everything it points at: what the journal says of it, and what verify
/// reads back to compare.
struct SaleRecord {
    std::string number;
    Uid uid;
    BusinessDay day{};
    Uid shift;
    std::string currency;
    bool pricesIncludeTax = true;
    ReceiptHeadText head;
    std::string customer;
    std::string note;
    std::string originTicket;
    SaleTotals totals;
    struct Adjustment {
        int kind = 0;
        std::optional<Rate> rate;
        Money amount;
        std::optional<UnitPrice> oldPrice;
        std::string label;
    };
    struct Line {
        std::int64_t product = 0;
        std::string name;
        std::string unit;
        std::string code;
        std::string note;
        std::string taxCodes; ///< "A", "G+Q"
        Quantity quantity;
        UnitPrice unitPrice;
        Money gross;
        Money discount;
        Money tax;
        Money total;
        std::optional<Uid> returnsUid;
        int returnsLine = 0;
        int condition = 0;  ///< return_condition; 0: nothing was said of it
        std::string reason; ///< of the return
        std::vector<Adjustment> adjustments;
    };
    std::vector<Line> lines;
    struct Tax {
        std::string code;
        Rate rate;
        Money net;
        Money tax;
    };
    std::vector<Tax> taxes;
    struct Tender {
        std::string kind;
        Money amount;
        Money change;
        std::string reference;
        std::optional<ForeignCash> foreign{};
    };
    std::vector<Tender> tenders;
};

/// As stored; nothing when there is no such sale.
std::optional<SaleRecord> loadSaleRecord(Connection& db, DocumentId document);

} // namespace till
