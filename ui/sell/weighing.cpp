#include "ui/sell/weighing.h"

#include "services/checkout_service.h"
#include "services/counter_devices.h"
#include "services/setting_service.h"
#include "ui/app/background.h"
#include "ui/sell/sell_desk.h"
#include "ui/sell/sell_frame.h"
#include "ui/sound/sounds.h"

#include <utility>

namespace till {

Weighing::Weighing(SellDesk& desk)
    : QObject{&desk}
    , m_desk{desk}
    , m_sale{desk}
    , m_sold{desk.shop().checkout().sold.subscribe([this](DocumentId) { leaveOut(); })}
    , m_cartChanged{desk.shop().carts().changed.subscribe([this](TillId) { followSale(); })}
{
    desk.askBeforeLeaving([this] { return keepsSale(); });
}

void Weighing::followSale()
{
    if (m_isOver && !m_sale.isInFront()) leaveOut();
}

bool Weighing::keepsSale()
{
    if (!m_isOver) return false;
    if (!m_desk.isMeant({Tone::Warn, m_goods,
            tr("is still on the scale. Wait for its weight, or press the same key once more to go on without "
               "it."),
            {}, {}}))
        return true;
    leaveOut();
    return false;
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
    const bool isAnother = m_isOver && m_goods != goods;
    const auto before = std::exchange(m_goods, goods);
    stop();
    m_isOver = std::make_shared<std::atomic<bool>>(false);
    m_sale.begin();
    if (isAnother) {
        Sounds::instance().play(Sound::Blocked);
        m_desk.frame().note().show({Tone::Warn, goods,
            tr("is being weighed … %1 was not weighed and is not in the sale.").arg(before), {}, {}});
    } else {
        m_desk.tell(goods, tr("is being weighed …"));
    }
    m_weighed = std::move(weighed);
    if (!m_isAtScale) ask();
}

/// One at a time: of two that ask the scale each would read what it says to the other.
void Weighing::ask()
{
    m_isAtScale = true;
    runInBackground<Quantity>(
        this,
        [address = m_desk.shop().settings().value("scale.address"), isOver = m_isOver] {
            return weigh(address, [isOver] { return isOver->load(); });
        },
        [this, isOver = m_isOver](const Result<Quantity>& weight) {
            m_isAtScale = false;
            if (isOver->load()) {
                if (m_isOver) ask(); // for what came after it
                return;
            }
            m_isOver.reset();
            const auto weighed = std::exchange(m_weighed, {});
            if (weight) return weighed(*weight);
            m_desk.refuse(weight.error(), m_goods);
        });
}

void Weighing::leaveOut()
{
    if (!m_isOver) return;
    stop();
    m_desk.sayLeftOut(m_goods, tr("was not weighed and is not in the sale."));
}

void Weighing::stop()
{
    if (const auto isOver = std::exchange(m_isOver, {})) isOver->store(true);
}

} // namespace till
