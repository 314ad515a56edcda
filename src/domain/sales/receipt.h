#pragma once

#include "base/clock.h"
#include "base/numbers.h"
#include "base/uid.h"
#include "domain/cash/foreign_cash.h"
#include "domain/sales/receipt_design.h"

#include <optional>
#include <string>
#include <vector>

namespace till {

/// A discount, a promotion or a price override of one line. `amount` is what it adds: a reduction is
/// negative.
struct ReceiptAdjustment {
    std::string label;
    Money amount;
};

/// One line as sold. Everything on it is signed: a returned line has a negative quantity and amount.
struct ReceiptLine {
    std::string name;
    std::string unit; ///< symbol ("kg"); empty for pieces
    Quantity quantity;
    UnitPrice unitPrice;
    Money amount; ///< quantity x unit price, before the adjustments; with tax as `pricesIncludeTax` says
    std::vector<ReceiptAdjustment>
        adjustments;                   ///< in the order they were applied, share of the whole sale's included
    std::vector<std::string> taxCodes; ///< {"A"}; several where the line bears several taxes
    bool isReturn = false;
    std::string note{};   ///< may hold line feeds
    std::string soldOn{}; ///< of goods that come back: the number of their receipt, as printed
};

/// The sums of one tax over the whole sale: net + tax = gross.
struct ReceiptTax {
    std::string code;
    Rate rate;
    Money net;
    Money tax;
    Money gross;
};

struct ReceiptTender {
    std::string kind; ///< "cash", "card": the stable code of the tender
    std::string name; ///< "Cash": as printed
    Money amount;     ///< as handed over, before change; negative when paid out
    bool isCash = false;
    std::string reference{};              ///< slip of a card, number of a voucher
    std::optional<ForeignCash> foreign{}; ///< what it was handed over as
    std::vector<std::string> slip{};      ///< what the card terminal wants on paper
    std::optional<Money> left{};          ///< on the voucher, when this was paid
};

/// A voucher that was sold on this receipt, or given for goods taken back: printed to be scanned.
struct ReceiptVoucher {
    std::string number;
    Money amount;
    std::optional<BusinessDay> validUntil; ///< the last day
};

/// The facts of one sale, frozen when it was committed: what paper, screen and file show, today and in ten
/// years. Plain values; nothing here is looked up again, and only `copyNumber` differs between two prints.
/// Texts are as stored: whoever shows them makes them safe for its medium.
struct Receipt {
    std::string shopName;
    std::vector<std::string> addressLines;
    std::string taxNumber; ///< "VAT no. FR 12 345678901" without the words; may be empty

    std::string till;   ///< the till's code, "1"
    std::string number; ///< "A-000123"
    Uid uid;
    Moment time; ///< holds the business day too
    std::string cashier;
    std::vector<ReceiptLine> lines;
    std::vector<ReceiptTax> taxes;

    bool pricesIncludeTax = true;
    Money gross;        ///< sum of the lines' amounts
    Money discount;     ///< what the adjustments took off: positive when the customer saved
    Money net;          ///< sum of the taxes' net
    Money totalTax;     ///< sum of the taxes' tax
    Money total;        ///< net + totalTax
    Money cashRounding; ///< due - total
    Money due;
    std::vector<ReceiptTender> tenders;
    std::vector<ReceiptVoucher> vouchers;
    Money change; ///< given back: not negative

    std::string currency;     ///< ISO 4217, "EUR"
    int currencyDecimals = 2; ///< 0 to 3

    std::string footer;      ///< the shop's words; may hold line feeds
    std::string journalFoot; ///< position and head of the journal: "J4711 · 7KQ2-M9XD-41"; may be empty
    int copyNumber = 0;      ///< 0: the original; 1: first copy
    bool isTraining = false; ///< not a sale: says so in large letters

    ReceiptDesign design = standardDesign(); ///< as it was
    ReceiptLogo logo;                        ///< the design's picture
};

} // namespace till
