#pragma once

#include "domain/sales/cart.h"
#include "storage/connection.h"

#include <optional>
#include <vector>

namespace till {

/// Carts on disk: every line and discount as versions between two edits (migrations/0001, part 6).
/// All members are called inside the caller's transaction.
class CartRepository {
public:
    explicit CartRepository(Connection& db)
        : m_db{db}
    {
    }

    CartId create(const Uid& uid, TillId till, UserId user, Timestamp now);
    std::optional<Cart> find(CartId id);
    std::optional<CartId> openCart(TillId till); ///< the one in front
    std::vector<CartId> open(TillId till);       ///< oldest first
    void setInFront(TillId till, CartId cart);   ///< none: the next scan begins a new one
    std::optional<CartId> findByUid(const Uid& uid);
    std::vector<CartId> held(TillId till); ///< longest waiting first
    std::optional<UserId> openedBy(CartId id);

    /// Begins an edit: drops what was undone before it and gives its number.
    int beginEdit(CartId cart, std::string_view kind, UserId user, Timestamp now);
    void addLine(CartId cart, int edit, const CartLine& line);
    void replaceLine(CartId cart, int edit, const CartLine& line);
    void removeLine(CartId cart, int edit, int lineNo); ///< with its discounts
    void replaceDiscounts(CartId cart, int edit, int lineNo, const std::vector<CartDiscount>& discounts);
    void replaceCoupons(CartId cart, int edit, const std::vector<std::string>& codes);
    void replaceHead(CartId cart, int edit, const Cart& after, Timestamp now); ///< customer and notes
    int nextLineNo(CartId cart); ///< also beyond lines that were undone

    void moveTo(CartId cart, int editNo, Timestamp now); ///< undo and redo
    int editNo(CartId cart);

    bool holdsMoney(TillId till); ///< of parts paid for carts that are open or wait

    void setState(CartId cart, CartState state, const std::string& label, Timestamp now);
    void confirmAge(CartId cart, int years);
    void addTender(CartId cart, const CartTender& tender, Timestamp now);
    void removeTender(CartId cart, int position); ///< from 0
    void remove(CartId cart);

private:
    void forgetUndone(CartId cart, int current);
    void readHead(Cart& cart, int edit);
    void readLines(Cart& cart, int edit);
    void readDiscounts(Cart& cart, int edit);
    void readCoupons(Cart& cart, int edit);
    void readTenders(Cart& cart);

    Connection& m_db;
};

/// The row of a customer by code, made when it is new: a simple field until customers have a page.
std::int64_t findOrAddCustomer(Connection& db, const std::string& code, Timestamp now);

} // namespace till
