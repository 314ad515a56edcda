#pragma once

#include "domain/sales/receipt.h"
#include "paper/paper_format.h"
#include "paper/text_layout.h"

#include <string>

namespace till::test {

/// A bakery's receipt with everything a receipt can show but a copy mark; the sums are right.
Receipt bakeryReceipt();
/// One line of `amount` minor units called `name`, paid in cash.
Receipt receiptOf(const std::string& name, Money amount, const std::string& currency, int decimals);

/// "1.204,50", "14.03.2026"
PaperFormat commaFormat();

/// What paper `columns` wide says, in English.
std::string paperText(const Receipt& receipt, int columns, const PaperFormat& format = {});
PaperLayout paperLayout(const Receipt& receipt, int columns, const PaperFormat& format = {});

} // namespace till::test
