#pragma once

#include "services/shop.h"
#include "ui/kit/format.h"

#include <QLocale>

namespace till {

/// How numbers and dates are written in a country, in the language of the desktop where both go together.
/// `country` is ISO 3166-1 alpha-2.
QLocale localeFor(const QString& country);

Formats formatsFor(const ShopFacts& facts);

/// "Till A", as it is on the receipts.
QString tillName(const ShopFacts& facts);

} // namespace till
