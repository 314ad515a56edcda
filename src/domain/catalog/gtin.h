#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace till {

// Numbers of trade items: check digits, their 14-digit form, and the ways one form becomes another.
// Sources: GS1 General Specifications 7.9 (check digit) and 5.2.2.4 (UPC-E), ISO 2108 (ISBN).

bool isDigits(std::string_view text); ///< at least one character, all of them '0' to '9'

/// The modulo-10 check digit that belongs behind `body`: weights 3, 1, 3 ... from the right. Digits only.
char checkDigitFor(std::string_view body);
/// Whether the last digit of `code` is its modulo-10 check digit. False for anything but two or more digits.
bool hasValidCheckDigit(std::string_view code);

/// The number of an 8-, 12-, 13- or 14-digit code, as read zero-padded to 14 digits; UPC-E (8 digits that
/// start with 0) counts as the UPC-A it stands for. Nothing when the check digit is wrong or it is no such
/// code. Two codes of one article agree in this number: it is the second look-up, after the code as scanned.
std::optional<std::int64_t> gtin14(std::string_view code);
std::string gtin14Text(std::int64_t gtin); ///< 14 digits

/// The 12 digits that the 8 of a UPC-E stand for; nothing unless it starts with 0 or 1 and its check digit
/// fits.
std::optional<std::string> expandUpcE(std::string_view upcE);
/// The 8 digits of the UPC-E for a UPC-A; nothing when its zeros do not allow one.
std::optional<std::string> compressUpcA(std::string_view upcA);

/// The EAN-13 of an ISBN-10 ("0306406152", last digit may be X or x); nothing when its check digit is wrong.
std::optional<std::string> isbn13FromIsbn10(std::string_view isbn10);

} // namespace till
