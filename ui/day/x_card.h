#pragma once

#include "services/shop.h"
#include "ui/kit/format.h"
#include "ui/kit/surface.h"

namespace till {

class FigureList;
class PlainLabel;

/// The X report of the open shift; without one, a sentence.
class XCard : public Surface {
    Q_OBJECT

public:
    XCard(Shop& shop, const Formats& formats);
    void refresh();

private:
    Shop& m_shop;
    Formats m_formats;
    PlainLabel* m_none;
    FigureList* m_figures;
};

} // namespace till
