#pragma once

#include "ui/customer/customer_view.h"

#include <QWidget>

namespace till {

/// The customer's screen: read from two metres, in the colours of the shop's look. It takes no keys and no
/// focus, so that a scan is never lost to it.
class CustomerWindow : public QWidget {
    Q_OBJECT

public:
    explicit CustomerWindow(QWidget* parent = nullptr);
    void show(const CustomerView& view);
    using QWidget::show;
    const CustomerView& view() const { return m_view; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintIdle(QPainter& painter) const;
    void paintSale(QPainter& painter) const;
    int scaled(int size) const; ///< a size for a screen of 1280x800, on this one
    CustomerView m_view;
};

} // namespace till
