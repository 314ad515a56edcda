#pragma once

#include "domain/sales/receipt.h"
#include "paper/paper_document.h"
#include "paper/paper_format.h"
#include "paper/paper_words.h"

#include <optional>
#include <vector>

namespace till {

/// The customer's receipt, as its design has it. The same facts, words and format always give the same paper;
/// a copy and a training receipt say so above and below.
PaperDocument receiptDocument(const Receipt& receipt, const PaperWords& words, const PaperFormat& format);

/// For whoever gets the goods as a gift: what was bought and the receipt's barcode to bring it back with,
/// marked, and not one amount. What was taken back on it is left out.
PaperDocument giftDocument(const Receipt& receipt, const PaperWords& words, const PaperFormat& format);

/// What one block of the design puts on the receipt; marks and the journal's foot are of no block.
struct ReceiptPart {
    std::optional<ReceiptBlockKind> block;
    PaperDocument paper;
};
/// The receipt in its parts, from top to bottom: together they are receiptDocument().
std::vector<ReceiptPart> receiptParts(
    const Receipt& receipt, const PaperWords& words, const PaperFormat& format);

} // namespace till
