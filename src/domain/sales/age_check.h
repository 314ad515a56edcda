#pragma once

#include "domain/sales/cart.h"

#include <chrono>

namespace till {

/// Who was born on this day or before has reached `years` on `today`. Who was born on a 29 February gets
/// older on 1 March where there is none.
std::chrono::year_month_day latestBirthday(std::chrono::year_month_day today, int years);

/// The age nobody has confirmed yet and goods of the sale ask for; 0 when there is none. What is taken back
/// asks for none.
int ageToConfirm(const Cart& cart);

} // namespace till
