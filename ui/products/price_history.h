#pragma once

#include "domain/catalog/catalogue.h"
#include "ui/kit/format.h"
#include "ui/kit/surface.h"

class QVBoxLayout;

namespace till {

class KeyButton;

/// The prices a product had, folded to one line until somebody asks.
class PriceHistory : public Surface {
    Q_OBJECT

public:
    explicit PriceHistory(const Formats& formats, QWidget* parent = nullptr);
    void show(const std::vector<ProductDetails::DatedPrice>& newestFirst);

private:
    void fold(bool open);
    Formats m_formats;
    KeyButton* m_head;
    QWidget* m_list;
    QVBoxLayout* m_rows;
};

} // namespace till
