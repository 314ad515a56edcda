#pragma once

#include "domain/sales/promotion_draft.h"
#include "services/shop.h"
#include "ui/kit/format.h"
#include "ui/kit/surface.h"

#include <array>

class QDateEdit;
class QLineEdit;
class QPlainTextEdit;
class QTimeEdit;

namespace till {

class CheckField;
class ComboField;
class FilterChip;

/// When an offer runs, for whom, and with which coupons.
class OfferLimits : public Surface {
    Q_OBJECT

public:
    OfferLimits(Shop& shop, QWidget* parent = nullptr);

    void show(const PromotionDraft& draft);
    void read(PromotionDraft& draft) const; ///< a group that is new has no id yet: see group()
    QString group() const;                  ///< as typed; empty for everybody

Q_SIGNALS:
    void edited();

private:
    QWidget* makeTimes();
    QWidget* makeCoupons();
    void makeCodes();
    void adapt();

    Shop& m_shop;
    QDateEdit* m_from;
    QDateEdit* m_to;
    QTimeEdit* m_fromTime;
    QTimeEdit* m_toTime;
    std::array<FilterChip*, 7> m_weekdays{};
    ComboField* m_group;
    CheckField* m_needsCoupon;
    QWidget* m_couponBox = nullptr;
    QPlainTextEdit* m_codes;
    QLineEdit* m_howMany;
    QLineEdit* m_uses;
    QLineEdit* m_usesPerCustomer;
    std::vector<CouponDraft> m_coupons; ///< as they were: what is not asked for here is kept
};

} // namespace till
