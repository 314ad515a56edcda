#pragma once

#include "services/shop.h"
#include "ui/wizard/wizard_values.h"

#include <vector>

namespace till {

/// The presets as the wizard shows them, by name.
std::vector<CountryChoice> countryChoices();
/// The country of the desktop or of its time zone, when there is a preset for it; else empty.
QString guessedCountry();

/// A new shop from what the wizard heard. What the person left as it was stays as the preset has it.
ShopSetup setupFrom(const CountryAnswer& country, const ShopDetails& details);

} // namespace till
