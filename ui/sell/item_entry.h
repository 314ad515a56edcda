#pragma once

#include "base/numbers.h"
#include "base/uid.h"
#include "services/cart_service.h"
#include "ui/sell/asked_goods.h"

#include <QObject>

#include <optional>

namespace till {

class CartEdits;
class CouponEntry;
class RingingUp;
class SellDesk;
class TileShelf;
class UnknownCodes;
struct Entry;

/// What is scanned, typed or touched as goods: the item field, the list of what it finds, and the price
/// check. Codes nobody knows are handed on to UnknownCodes.
class ItemEntry : public QObject {
    Q_OBJECT

public:
    ItemEntry(SellDesk& desk, TileShelf& shelf, CartEdits& edits);

    void submit(const QString& text); ///< Enter after typing
    /// Goods, whatever it looks like: a code cannot give a discount. After "5*" five of them.
    void submitScan(const QString& code);
    void startPriceCheck(); ///< what comes next is only looked at
    void forget();          ///< an empty field, no price check
    /// What is typed, as an open item of the department with this place.
    void sellUnder(std::size_t department);

Q_SIGNALS:
    void partsRequested();                     ///< "+" in the empty field
    void nothingTyped();                       ///< Enter in the empty field
    void receiptRead(const till::Uid& sale);   ///< the number of a receipt, as printed
    void customerScanned(const QString& code); ///< the code of a customer, not of goods
    void voucherRead(const QString& number);

private:
    void read(const QString& text);
    void search(const QString& text);
    void step(int rows);
    void stepBack();
    void ringUpCode(const Entry& entry);
    void ringUpProduct(qint64 productId);
    std::optional<Uid> receiptNumbered(const QString& text) const;
    bool isAmount(const QString& text) const; ///< figures with a decimal sign: no code has that
    void sayWhatAmountsDo(const QString& amount);
    void takeUnknown(const QString& text, std::optional<Quantity> quantity); ///< no code of any goods
    Result<> checkPrice(const QString& code);
    /// The row Enter takes when `text` is no code: 0 when that could be goods nobody meant.
    qint64 resultFor(const QString& text) const;

    SellDesk& m_desk;
    TileShelf& m_shelf;
    CartEdits& m_edits;
    RingingUp* m_ringingUp;
    CouponEntry* m_coupons;
    AskedGoods m_asked;
    UnknownCodes* m_unknown;
    bool m_checkingPrice = false;
    bool m_pickedByHand = false; ///< the mark in the results was moved: Enter means that row
    QString m_searched;          ///< what the results were found by
};

} // namespace till
