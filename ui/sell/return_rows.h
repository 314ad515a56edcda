#pragma once

#include "services/return_service.h"
#include "ui/kit/format.h"

#include <QStringList>

#include <array>
#include <vector>

namespace till {

// A receipt whose goods come back, as the Sell page writes it. Only words and figures: no rule, no state.

/// One line of the receipt. All figures arrive written out.
struct ReturnRow {
    int line = 0; ///< of the receipt
    QString name;
    QString bought;
    QString returned; ///< a dash for none
    QString left;     ///< empty where nothing can come back
    QString inSale;   ///< "0" while it stays sold
    QString refund{}; ///< empty while it stays sold
    QString until{};  ///< "until 26 Mar", when that day is over
    QString kept{};   ///< why it stays sold; empty: it can come back
    ReturnCondition condition = ReturnCondition::Resell;
    bool isTicked = false;
    bool hasMore = false; ///< more of it can come back

    friend bool operator==(const ReturnRow&, const ReturnRow&) = default;
};

struct ReturnHead {
    QString number;
    QString sold;
    QString paid;
    QString until;
    bool isOver = false; ///< the last day without asking is over
};

std::vector<ReturnRow> returnRows(const ReturnableSale& sale, const Formats& formats, BusinessDay today);
/// `paidBy`: the names of the ways it was paid.
ReturnHead returnHead(
    const ReturnableSale& sale, const QStringList& paidBy, const Formats& formats, BusinessDay today);

/// In the order they are offered.
inline constexpr std::array kReturnConditions{
    ReturnCondition::Resell, ReturnCondition::Damaged, ReturnCondition::Expired, ReturnCondition::Supplier};
ReturnCondition conditionAfter(ReturnCondition condition); ///< the first one follows the last
QString conditionName(ReturnCondition condition);          ///< "Damaged", on a button
QString conditionWord(ReturnCondition condition);          ///< "damaged", beside goods
QString conditionMeans(ReturnCondition condition);         ///< "is written off as damage"

} // namespace till
