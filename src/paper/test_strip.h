#pragma once

#include "paper/printer_profile.h"

#include <string>

namespace till {

/// What a new printer is tried with, as printer bytes: a ruler as wide as the profile says, one line for each
/// of its character tables with the letters this table has (the line that shows them right tells the table),
/// bars, a QR code, a cut. Opens no drawer. Throws PictureFailed.
std::string testStrip(const PrinterProfile& profile);

} // namespace till
