#pragma once

#include "services/shop.h"
#include "ui/kit/format.h"
#include "ui/kit/surface.h"

namespace till {

class ChipRow;
class PlainLabel;
class SalesBars;

/// What was sold today or this week, as bars by hour, department or day.
class SalesCard : public Surface {
    Q_OBJECT

public:
    SalesCard(Shop& shop, const Formats& formats);
    void refresh();

private:
    Shop& m_shop;
    Formats m_formats;
    ChipRow* m_period;
    ChipRow* m_by;
    SalesBars* m_bars;
    PlainLabel* m_sum;
};

} // namespace till
