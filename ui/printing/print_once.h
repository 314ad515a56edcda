#pragma once

#include "base/result.h"
#include "paper/paper_document.h"

#include <functional>
#include <string>

class QObject;

namespace till {

class Shop;
struct PrinterAddress;

/// Sends a paper that is no record of the shop, a test or a gift receipt, to the receipt printer, behind the
/// receipts that wait. It is not kept and not tried again. `done` is called on the owner's thread, or not at
/// all when the owner is gone: PrinterNotSet (there is none, or only a folder) and what the printer says.
void printOnce(
    QObject* owner, Shop& shop, const PaperDocument& paper, const std::function<void(const Result<>&)>& done);
/// The same for bytes, to a printer that need not be the shop's. PrinterUnknown: a folder takes none.
void sendOnce(QObject* owner, Shop& shop, const PrinterAddress& to, const std::string& job,
    const std::function<void(const Result<>&)>& done);

} // namespace till
