#pragma once

#include "base/event.h"
#include "services/shop.h"
#include "ui/customer/customer_view.h"
#include "ui/kit/format.h"

#include <QObject>

#include <memory>
#include <optional>

class QTimer;

namespace till {

class CustomerWindow;

/// Shows the customer what is rung up and what there is to pay, on a second screen and on a pole, as the
/// settings display.screen, display.pole and display.words say. After a sale the change stays until the next
/// line, or for a minute.
class CustomerDisplay : public QObject {
    Q_OBJECT

public:
    CustomerDisplay(Shop& shop, const Formats& formats, QObject* parent);
    ~CustomerDisplay() override;

    CustomerWindow* window() const { return m_window.get(); } ///< null: no second screen, or not wanted
    const CustomerView& view() const { return m_view; }

private:
    void configure();
    void placeWindow();
    void showCart();
    void showPaid();
    void showIdle();
    void show(const CustomerView& view);

    Shop& m_shop;
    Formats m_formats;
    std::unique_ptr<CustomerWindow> m_window;
    std::unique_ptr<CustomerPole> m_pole;
    std::string m_poleAddress;
    std::optional<Cart> m_before;
    int m_line = 0; ///< the one that was rung up last
    CustomerView m_view;
    QTimer* m_leavePaid;
    Subscription m_cartChanged;
    Subscription m_sold;
    Subscription m_settingsChanged;
};

} // namespace till
