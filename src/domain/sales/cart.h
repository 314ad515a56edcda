#pragma once

#include "domain/cash/foreign_cash.h"
#include "domain/catalog/product.h"
#include "domain/sales/taking_back.h"

#include <optional>
#include <string>
#include <vector>

namespace till {

/// Percent or amount, with who gave it and why.
struct CartDiscount {
    std::optional<Rate> rate; ///< exactly one of rate and amount
    std::optional<Money> amount;
    std::string reason;
    UserId user;
    UserId approver;
};

/// The line of an earlier sale that is taken back.
struct ReturnedLine {
    Uid sale;
    int line = 0;
    friend bool operator==(const ReturnedLine&, const ReturnedLine&) = default;
};

/// One line of a sale that is not paid yet, with everything as it was when it was rung up.
struct CartLine {
    int lineNo = 0;    ///< 1.., never reused inside a cart
    ProductId product; ///< none: an open item
    ItemKind kind = ItemKind::Goods;
    std::string name;
    std::string unit;
    int unitDecimals = 0;
    DepartmentId department;
    SupplierId supplier;
    TaxClassId taxClass;
    Quantity quantity; ///< negative: taken back
    UnitPrice unitPrice;
    std::optional<UnitPrice>
        listPrice; ///< differs from unitPrice when the price was overridden; none = open price
    std::string code;
    bool tracksStock = true;
    bool discountable = true;
    std::string reason; ///< of the override
    UserId approver;
    std::optional<ReturnedLine> returns; ///< its figures are those of that line, not of unitPrice
    ReturnCondition condition = ReturnCondition::Resell; ///< of goods that come back
    std::string returnReason;
    std::string note;         ///< printed
    std::string internalNote; ///< kept with the sale, never printed
    int minimumAge = 0;       ///< of the customer, in years
    int parentLine = 0;       ///< the line it follows, as a deposit follows its bottle; 0: it stands alone
    Quantity perParent;       ///< how much of it goes with one of that line
    std::vector<CartDiscount> discounts;

    bool priceOverridden() const { return listPrice && *listPrice != unitPrice; }
};

/// Money taken for a cart, or offered at its end.
struct CartTender {
    TenderTypeId type;
    Money amount;
    std::string reference;                ///< slip of a card, number of a voucher
    std::optional<ForeignCash> foreign{}; ///< what `amount` was handed over as
};

enum class CartState { Open, Held };

/// A sale in the making. Its uid becomes the uid of the sale, which makes finishing it idempotent.
struct Cart {
    CartId id;
    Uid uid;
    CartState state = CartState::Open;
    std::string label;
    std::optional<std::string> customer; ///< customer code
    std::string note;                    ///< printed
    std::string internalNote;            ///< kept with the sale, never printed
    int ageConfirmed = 0;                ///< years the customer was found to have
    Timestamp openedAt{};
    std::vector<CartLine> lines;         ///< ascending by lineNo
    std::vector<CartDiscount> discounts; ///< on the whole sale
    std::vector<std::string> coupons;    ///< codes, in the order given
    std::vector<CartTender> tenders;
    bool canUndo = false;
    bool canRedo = false;

    const CartLine* find(int lineNo) const;
};

/// Rescanning raises the quantity of a line that is the same in every respect a customer could see
/// (product, code, price, no discount, note or return); the newest such line is chosen. 0 if there is none.
int mergeTarget(const Cart& cart, const CartLine& line);

} // namespace till
