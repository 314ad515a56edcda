#pragma once

#include "base/result.h"
#include "domain/sales/returns.h"
#include "services/actor.h"
#include "services/cart_service.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace till {

class SaleTaxes;
class Session;
struct SaleLineAdjustment;
struct SoldSale;

/// One line of a receipt, for those who take goods back.
struct ReturnableLine {
    ReturnedLine of;
    std::string name;
    std::string unit;
    int unitDecimals = 0; ///< 0: whole pieces only
    Quantity bought;
    Quantity returned; ///< on record before, or with another sale that is open or waits
    Quantity left;     ///< what can come back at most: bought - returned
    Quantity inSale;   ///< comes back with the open sale; positive
    int cartLine = 0;  ///< its line there; 0: none
    ReturnCondition condition = ReturnCondition::Resell;
    std::string reason;
    Money refund;        ///< what `inSale` comes to; positive
    bool isKept = false; ///< never taken back: a voucher, goods of such a department, goods that came back
    std::optional<BusinessDay> until{}; ///< the last day without asking; none: no end
    bool isLate = false;
};

struct ReturnableSale {
    DocumentId document;
    Uid uid;
    std::string number; ///< as printed
    Moment at;
    Money total;
    std::vector<TenderTypeId> paidBy;
    std::string customer;               ///< code; may be empty
    std::optional<BusinessDay> until{}; ///< the last day of any of its lines; none: no end
    std::vector<ReturnableLine> lines;  ///< in their order
};

/// Goods that come back on their receipt: what can, what it comes to, and that nothing comes back twice. The
/// sale they come from may be of another till or of another system. What changes the open sale is
/// CartService::takeBack().
class ReturnService {
public:
    explicit ReturnService(Session& session);
    ~ReturnService();

    /// By number as printed (see ReceiptService::byNumber), by uid, or by another system's ticket where only
    /// one sale has it. SaleNotFound.
    Result<Uid> find(std::string_view receipt) const;
    Result<Uid> uidOf(DocumentId sale) const; ///< SaleNotFound
    /// As it stands with the till's open sale. SaleNotFound.
    Result<ReturnableSale> sale(TillId till, const Uid& sale) const;

    // For the services that write and price a sale:

    /// The line that takes it back, in a cart or in none. The errors of CartService::takeBack().
    Result<CartLine> lineFor(const Actor& actor, const TakeBack& what, CartId cart) const;
    /// What a line of `cart` gives back, `taxes` being the table its tax indices point into.
    Result<SoldLine> portion(const Cart& cart, const CartLine& line, const SaleTaxes& taxes) const;
    /// The discounts of the original with this line's part of them.
    std::vector<SaleLineAdjustment> adjustments(const CartLine& line, const PricedLine& priced) const;
    /// Before a sale is written, in its transaction: ReturnTooMuch where others were quicker, and
    /// refund.tender where it is given back by other means than it was paid by.
    Result<> check(const Actor& actor, const Cart& cart, const std::vector<CartTender>& tenders) const;
    void forget(); ///< a sale was written

private:
    ReturnWindow windowOf(DepartmentId department) const;
    Money otherRefunds(const Actor& actor, const ReturnedLine& but, CartId cart) const;
    Result<> checkRefund(const Actor& actor, const std::vector<const SoldSale*>& sales,
        const std::vector<CartTender>& tenders) const;

    Session& m_session;
    struct Storage;
    std::unique_ptr<Storage> m_storage;
};

} // namespace till
