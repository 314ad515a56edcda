#pragma once

#include <string>

namespace till {

/// The words a paper adds to the facts, in the shop's language (which need not be the screen's).
struct PaperWords {
    std::string taxNumber = "VAT no.";
    std::string sale = "Sale";
    std::string till = "Till";
    std::string cashier = "Served by";
    std::string returned = "Return"; ///< before the name of a returned line: "Return: Tea"
    std::string soldOn = "Goods of"; ///< the receipt they came back on: "Goods of A-000123"
    std::string times = "x";         ///< "3 x 1.35"
    std::string net = "Net";
    std::string tax = "VAT";
    std::string gross = "Gross";
    std::string total = "TOTAL";
    std::string rounding = "Rounding";
    std::string due = "To pay";
    std::string change = "Change";
    std::string voucher = "Voucher"; ///< sold or given out on this receipt
    std::string voucherLeft = "Left on it";
    std::string validUntil = "Valid until";
    std::string saved = "You saved";
    std::string copy = "COPY";
    std::string gift = "GIFT RECEIPT";
    std::string training = "TRAINING - NOT A SALE";
};

} // namespace till
