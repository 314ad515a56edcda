#pragma once

#include "paper/printer_profile.h"
#include "paper/text_layout.h"

#include <string>

namespace till {

enum class DrawerKick { None, Pin2, Pin5 };
enum class AtEnd { Cut, Stay }; ///< Stay: more follows on the same strip

/// The bytes that print a paper: the subset of ESC/POS that cheap printers and Epson's share
/// (devices.md 2.1). Complete in itself: it resets the printer first and leaves no half line behind. The
/// drawer opens before the first line is printed. A line goes out as characters of the first of the profile's
/// tables that has them all, else as dots; so does a code this printer cannot draw. No byte below 0x20 comes
/// from the paper's texts. `layout` is as wide as the profile's columns. Throws PictureFailed.
std::string toEscPos(const PaperLayout& layout, const PrinterProfile& profile,
    DrawerKick kick = DrawerKick::None, AtEnd end = AtEnd::Cut);

/// The drawer alone.
std::string drawerKick(DrawerKick kick);

} // namespace till
