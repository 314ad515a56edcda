#pragma once

#include "devices/terminal/terminal.h"
#include "services/card_service.h"

#include <string>

namespace till {

struct CardRequestRow;

// What a card terminal says, as it is kept and shown; and what it is asked (private to the card service).

CardPayment paymentOf(const CardRequestRow& row);
CardPayment::Step stepOf(TerminalEvent::Kind kind);
std::string wordOf(TerminalEvent::Kind kind); ///< of table card_request: "approved", "unknown"
/// What a terminal says is kept as a name is: no control characters, not endless. Nothing of it is a whole
/// card number, whatever the terminal thinks.
std::string kept(const std::string& text);
/// The terminal's lines for the receipt, made safe; never a whole card number.
std::string slipOf(const TerminalEvent& end);
/// "VISA ************4242 A1B2C3": what a receipt is found by.
std::string referenceOf(const TerminalEvent& end);
PaymentRequest requestOf(const CardRequestRow& row, const std::string& currency);

} // namespace till
