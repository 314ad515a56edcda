#pragma once

#include "base/result.h"
#include "paper/paper_document.h"

#include <functional>

class QObject;

namespace till {

class Shop;

/// Sends a paper that is no record of the shop, a test or a gift receipt, to the receipt printer beside the
/// till's own thread. It is not kept and not tried again. `done` is called on the owner's thread, or not at
/// all when the owner is gone: PrinterNotSet (there is none, or only a folder) and what the printer says.
void printOnce(
    QObject* owner, Shop& shop, const PaperDocument& paper, const std::function<void(const Result<>&)>& done);

} // namespace till
