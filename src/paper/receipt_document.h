#pragma once

#include "domain/sales/receipt.h"
#include "paper/paper_document.h"
#include "paper/paper_format.h"
#include "paper/paper_words.h"

namespace till {

/// The customer's receipt. The same facts, words and format always give the same paper; a copy and a training
/// receipt say so above and below.
PaperDocument receiptDocument(const Receipt& receipt, const PaperWords& words, const PaperFormat& format);

} // namespace till
