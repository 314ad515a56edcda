#include "ui/sell/weighing.h"

#include "services/checkout_service.h"
#include "services/counter_devices.h"
#include "services/setting_service.h"
#include "ui/app/background.h"
#include "ui/sell/sell_desk.h"

#include <utility>

namespace till {

Weighing::Weighing(SellDesk& desk)
    : QObject{&desk}
    , m_desk{desk}
    , m_sold{desk.shop().checkout().sold.subscribe([this](DocumentId) { stop(); })}
    , m_cartChanged{desk.shop().carts().changed.subscribe([this](TillId) { followSale(); })}
{
}

// The goods on the scale are this customer's: in another sale they would be paid by somebody else.
void Weighing::followSale()
{
    if (!m_isOver) return;
    const auto open = m_desk.cart();
    const auto front = open ? std::optional{open->cart.id} : std::nullopt;
    if (!m_sale) m_sale = front; // the first line of the same customer
    if (front != m_sale) stop();
}

Weighing::~Weighing()
{
    stop();
}

bool Weighing::hasScale() const
{
    return !m_desk.shop().settings().value("scale.address").empty();
}

void Weighing::start(const QString& goods, std::function<void(Quantity weight)> weighed)
{
    stop();
    m_isOver = std::make_shared<std::atomic<bool>>(false);
    const auto open = m_desk.cart();
    m_sale = open ? std::optional{open->cart.id} : std::nullopt;
    m_desk.tell(goods, tr("is being weighed …"));
    runInBackground<Quantity>(
        this,
        [address = m_desk.shop().settings().value("scale.address"), isOver = m_isOver] {
            return weigh(address, [isOver] { return isOver->load(); });
        },
        [this, goods, weighed = std::move(weighed), isOver = m_isOver](const Result<Quantity>& weight) {
            if (isOver->load()) return;
            m_isOver.reset();
            if (weight) return weighed(*weight);
            m_desk.refuse(weight.error(), goods);
        });
}

void Weighing::stop()
{
    if (const auto isOver = std::exchange(m_isOver, {})) isOver->store(true);
}

} // namespace till
