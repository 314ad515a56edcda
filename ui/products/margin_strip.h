#pragma once

#include "base/numbers.h"
#include "ui/kit/format.h"
#include "ui/kit/surface.h"

#include <optional>

namespace till {

class PlainLabel;

/// What is left of a price, live while it is typed: net, tax, margin, and a bar of cost against margin.
class MarginStrip : public Surface {
    Q_OBJECT

public:
    /// The sum that the price itself is, with tax or without, is not said twice.
    MarginStrip(const Formats& formats, bool pricesIncludeTax, QWidget* parent = nullptr);

    struct Figures {
        Money net;
        Money tax;
        Money total;
        std::optional<Money> cost;
    };
    void show(const std::optional<Figures>& figures); ///< nothing: dashes

private:
    Formats m_formats;
    bool m_pricesIncludeTax;
    PlainLabel* m_other; ///< the net of a price with tax, what is to pay of one without
    PlainLabel* m_tax;
    PlainLabel* m_margin;
    class Bar;
    Bar* m_bar;
};

} // namespace till
