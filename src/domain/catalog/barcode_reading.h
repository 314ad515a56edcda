#pragma once

#include "domain/catalog/barcode.h"

namespace till::reading {

// The two halves of classify(): they look at `barcode.code` and `barcode.aim` and fill in the rest.

/// Of a code that is digits and nothing else. True when it was recognised, whole or not.
bool readDigits(Barcode& barcode, const BarcodeContext& context);

/// Element strings, announced or not, and Digital Links. True when it was recognised, whole or not.
bool readGs1(Barcode& barcode, int currentYear);

/// "978-0-306-40615-7", "0-8044-2957-X", "080442957X": as books print them, hyphens and spaces included.
bool readPrintedIsbn(Barcode& barcode);

} // namespace till::reading
