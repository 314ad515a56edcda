#pragma once

#include "base/clock.h"
#include "storage/connection.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace till {

/// A receipt in the order people look for it: by day, then by the order it was put on record.
struct FoundReceipt {
    BusinessDay day;
    DocumentId document;
    friend auto operator<=>(const FoundReceipt&, const FoundReceipt&) = default;
};

/// Where to look.
struct ReceiptScope {
    BusinessDay from;
    BusinessDay to;        ///< included
    TenderTypeId tender{}; ///< paid with it, alone or beside others; none: any
    UserId user{};         ///< who rang it up; none: anybody
    bool isNarrow() const { return tender || user; }
};

/// One row of a list of receipts.
struct ReceiptOverview {
    DocumentId document;
    std::string number;
    Moment at;
    std::vector<std::string> names; ///< of the first lines
    int lines = 0;
    std::vector<std::string> tenders;
    Money total;
    bool isReturn = false; ///< nothing was sold on it
};

/// Finds receipts. Every list is newest first and holds at most `limit`; one of a tender or a person is
/// looked for in the newest 20,000 that are there otherwise.
class ReceiptSearch {
public:
    explicit ReceiptSearch(Connection& db)
        : m_db{db}
    {
    }

    /// By number in any letter case and without leading zeros; digits alone are of `till`.
    std::optional<FoundReceipt> byNumber(std::string_view number, TillId till);
    std::vector<FoundReceipt> newest(const ReceiptScope& days, int limit);
    /// What the goods came to or what was to pay, sold or given back.
    std::vector<FoundReceipt> byAmount(Money amount, const ReceiptScope& days, int limit);
    /// With a card whose slip, or a voucher whose number, is exactly this.
    std::vector<FoundReceipt> byReference(std::string_view reference, const ReceiptScope& days, int limit);
    /// Of a customer with this code, or of this name in any letter case.
    std::vector<FoundReceipt> byCustomer(std::string_view customer, const ReceiptScope& days, int limit);
    std::vector<FoundReceipt> byProduct(ProductId product, const ReceiptScope& days, int limit);
    /// With a line whose name and code as sold `matches`, among the newest `look` receipts of these days.
    using LineMatch = std::function<bool(std::string_view name, std::string_view code)>;
    std::vector<FoundReceipt> bySoldLine(
        const LineMatch& matches, const ReceiptScope& days, int look, int limit);

    ReceiptOverview overview(DocumentId document);
    bool isIn(
        DocumentId document, const ReceiptScope& scope); ///< of that tender and person; the day is not asked

private:
    std::vector<FoundReceipt> readAll(Statement rows, const ReceiptScope& scope, int limit);
    /// The end of `days` that is looked through receipt by receipt.
    ReceiptScope lastDays(const ReceiptScope& days);

    Connection& m_db;
};

} // namespace till
