#pragma once

#include "base/result.h"

#include <QObject>
#include <QString>

namespace till {

class SellDesk;

/// Coupons scanned or typed in the place of goods: each goes into the sale, or it is said why not. What is in
/// is said too, with a button that takes it out again; scanning it once more offers the same.
class CouponEntry : public QObject {
    Q_OBJECT

public:
    explicit CouponEntry(SellDesk& desk);

    bool isCoupon(const QString& code) const;
    Result<> add(const QString& code);

private:
    void tell(const QString& code);
    void takeOff();

    SellDesk& m_desk;
    QString m_offered; ///< the coupon that the note in sight can take off
};

} // namespace till
