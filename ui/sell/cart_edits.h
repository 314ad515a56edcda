#pragma once

#include "base/numbers.h"
#include "base/result.h"

#include <QObject>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace till {

class SellDesk;
struct Cart;
struct CartDiscount;
struct CartLine;

/// What a cashier changes about the open sale: the marked line, the whole sale, and back again. Each change
/// is on disk before it is on screen; what is refused is said and changes nothing.
class CartEdits : public QObject {
    Q_OBJECT

public:
    explicit CartEdits(SellDesk& desk);

    void typeQuantity(Quantity quantity); ///< of the marked line, asked about when it is unusual
    /// The marked line comes back, or is sold after all; goods of a receipt stay with it then.
    void takeBack();
    void setPrice();              ///< to what is typed, asked about when it is unusual
    void discountLine();          ///< by what is typed: 10 is a percentage, 2.00 an amount
    void discountLine(Rate rate); ///< zero takes the discount off again
    void discountLine(Money amount);
    void discountSale(); ///< by what is typed, as for a line
    void abandon();      ///< gives the whole sale up, with a reason
    void remove();
    void undo();
    void redo();

private:
    bool editMarked(const std::function<Result<>(const Cart& cart, int lineNo)>& change);
    struct Marked;
    std::optional<Marked> marked() const;
    bool keepsItsPrice(const CartLine& line);                ///< it is that of its receipt, which is said
    void setQuantity(const Marked& line, Quantity quantity); ///< negative: it comes back
    void setPrice(const Marked& line, UnitPrice price);      ///< asks for a reason where the shop wants one
    void setPrice(const Marked& line, UnitPrice price, const std::string& reason);
    std::optional<std::vector<CartDiscount>> typedDiscount(const QString& name);
    static std::vector<CartDiscount> discounts(std::optional<Rate> rate, std::optional<Money> amount);
    void giveLine(std::vector<CartDiscount> discounts);
    void addPieces(qint64 lineId, int pieces);

    SellDesk& m_desk;
};

} // namespace till
