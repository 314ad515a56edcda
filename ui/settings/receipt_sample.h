#pragma once

#include "base/result.h"
#include "domain/sales/receipt.h"
#include "ui/kit/format.h"

#include <QString>

#include <string>

namespace till {

/// Fills a receipt of the shop with goods that show everything a receipt can have.
Receipt sampleReceipt(Receipt blank);

/// By how many per cent saving paper shortens this receipt on paper of so many columns.
int shorterBySaving(Receipt receipt, int columns, const Formats& formats);

/// A picture of any kind this system reads, as PNG bytes. PictureNotReadable, PictureTooLarge (more than 8 MB
/// or a side of more than 8000 pixels), FileNotReadable.
Result<std::string> pngOfFile(const QString& path);

} // namespace till
