#include "ui/sell/known_codes.h"

#include "services/catalog_service.h"
#include "services/promotion_service.h"
#include "services/return_service.h"
#include "services/shop.h"

#include <QString>

namespace till {

bool isKnownInSale(Shop& shop, const QString& code)
{
    const auto text = code.toStdString();
    return shop.catalog().findByCode(text) || shop.promotions().isCoupon(text) ||
           (code.contains(u'-') && shop.returns().find(text)); // as printed
}

} // namespace till
