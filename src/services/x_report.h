#pragma once

#include "base/clock.h"
#include "base/numbers.h"
#include "domain/sales/document.h"

#include <optional>
#include <string>
#include <vector>

namespace till {

class Session;
struct Shift;

/// The figures of the open shift at any time, nothing reset. gross - discounts - returned is the total where
/// prices include tax, the net where they do not.
struct XReport {
    std::string shop;
    std::string address; ///< lines
    std::string taxNumber;
    std::string till;        ///< its code
    BusinessDay businessDay; ///< of the shift
    Moment printedAt;
    std::string openedBy;
    Moment openedAt;
    std::string firstReceipt;
    std::string lastReceipt;
    std::int64_t receipts = 0;
    Money average;            ///< of a receipt, to the nearest
    Quantity goods;           ///< pieces and measures sold; what came back is not taken off
    Quantity services;        ///< the same
    std::int64_t returns = 0; ///< lines taken back, also in mixed tickets
    Money returned;  ///< what they came to after their discounts, positive; with or without tax as prices are
    Money gross;     ///< of what was sold, before discounts
    Money discounts; ///< on what was sold
    struct Discount {
        AdjustmentKind kind{};
        std::int64_t count = 0; ///< of lines; on the whole sale: of sales
        Money amount;
    };
    std::vector<Discount> discountKinds; ///< they add up to the discounts
    Money net;                           ///< sales less returns, as tax and total
    Money tax;
    Money total;
    Money rounding;
    std::int64_t roundings = 0; ///< receipts whose sum was rounded
    struct Row {
        std::string key; ///< as in SalesRow
        std::string name;
        std::int64_t count = 0; ///< of lines by department, of tenders by tender, else of receipts
        Quantity quantity;
        Money net;
        Money tax;
        Money gross;
        std::optional<Rate> rate{}; ///< of a tax, whose name is without it
        // What of these was taken back, negative; of a tender: paid out. Of cashiers nothing is told apart.
        Money netBack{};
        Money taxBack{};
        Money grossBack{};
        std::int64_t id{}; ///< of the department, rate, tender or person in the file
    };
    std::vector<Row> departments; ///< largest first, as all of these
    std::vector<Row> taxes;
    std::vector<Row> tenders; ///< gross = kept: given less change
    std::vector<Row> cashiers;
    struct CashierTender {
        std::int64_t cashier{}; ///< Row::id
        std::string tender;     ///< its name
        Money amount;           ///< kept
    };
    std::vector<CashierTender> cashierTenders;
    std::int64_t vouchersSold = 0; ///< kept apart: no takings, in none of the figures above but the tenders
    Money voucherMoney;            ///< what they were sold for
    Money vouchersOwed;            ///< what is left on all vouchers of the shop
    struct Foreign {
        std::string currency;
        std::int64_t minor = 0; ///< in its own minor units: to be counted apart
        Money value;            ///< what it was taken for
    };
    std::vector<Foreign> foreignCash;
    Money openingFloat;
    Money cashSales;
    Money cashRefunds; ///< positive
    Money expectedCash;
    std::int64_t linesRemoved = 0; ///< from carts, since the shift was opened; so are the next three
    std::int64_t cartsAbandoned = 0;
    std::int64_t copies = 0;
    std::int64_t priceOverrides = 0;
    std::int64_t heldCarts = 0;
    Money heldValue;
    Money grandSales;        ///< since the till's first sale, never reset
    Money grandReturns;      ///< positive
    Money grandNet;          ///< sales less returns
    std::string journalHead; ///< position and head: "J4711 · 7KQ2-M9XD-41"
};

/// Of a shift that is open at the session's till. Reads; in a snapshot of the caller's.
XReport xReportOf(Session& session, const Shift& shift);

} // namespace till
