#pragma once

#include "services/report_service.h"
#include "services/shop.h"
#include "ui/day/sales_bars.h"
#include "ui/kit/format.h"
#include "ui/kit/surface.h"

namespace till {

class ChipRow;
class PlainLabel;

/// What was sold today or this week, as bars by hour, department or day.
class SalesCard : public Surface {
    Q_OBJECT

public:
    SalesCard(Shop& shop, const Formats& formats);
    void refresh();

private:
    SalesBars::Bar bar(const QString& words, const SalesRow& row) const;
    std::vector<SalesBars::Bar> named(const std::vector<SalesRow>& rows) const;
    std::vector<SalesBars::Bar> timed(
        SalesBy by, const std::vector<SalesRow>& rows, BusinessDay from, BusinessDay to) const;

    Shop& m_shop;
    Formats m_formats;
    ChipRow* m_period;
    ChipRow* m_by;
    SalesBars* m_bars;
    PlainLabel* m_sum;
};

} // namespace till
