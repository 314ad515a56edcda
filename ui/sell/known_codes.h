#pragma once

class QString;

namespace till {

class Shop;

/// `code` means something in the open sale already: goods, a coupon, a receipt. A page that asks for another
/// kind of code leaves it alone.
bool isKnownInSale(Shop& shop, const QString& code);

} // namespace till
