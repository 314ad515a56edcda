#pragma once

#include "paper/printer_profile.h"

#include <string>

namespace till {

/// What a new printer is tried with, as printer bytes: a ruler as wide as the profile says, one line for each
/// of its character tables with the letters this table has (the line that shows them right tells the table),
/// bars, a QR code, a cut. Opens no drawer. Throws PictureFailed.
std::string testStrip(const PrinterProfile& profile);

/// What a printer nobody knows is set up with: rulers of 32, 42 and 48 figures, which a narrower paper breaks
/// in two, and a numbered line for each of euroTables() with its euro sign; then a cut. The longest ruler on
/// one line tells the columns, the line with the euro sign the table. Opens no drawer.
std::string setUpStrip();

} // namespace till
