#pragma once

#include "devices/printer_line.h"
#include "paper/paper_document.h"
#include "services/print_service.h"

#include <memory>
#include <string>

namespace till {

/// A paper to be printed: what a worker is given, with nothing of the shop file behind it.
struct PrintTask {
    std::int64_t id = 0;
    PaperDocument paper;
    std::string name; ///< for a file: the number, and which copy
};

/// Where paper comes out: a printer, or a folder that gets a PDF for each. Used by one thread, but for
/// giveUp().
class ReceiptPrinter {
public:
    virtual ~ReceiptPrinter() = default;
    virtual PrinterLook look() = 0;
    /// The whole job, made before anything is sent. Throws PictureFailed.
    virtual std::string prepare(const PrintTask& task, bool withKick) const = 0;
    virtual SendResult print(const PrintTask& task, const std::string& job) = 0;
    virtual bool hasDrawer() const = 0;
    virtual SendResult openDrawer() = 0;
    virtual void giveUp() = 0; ///< from any thread: what waits for the printer waits no longer
};

std::unique_ptr<ReceiptPrinter> receiptPrinter(const PrinterSetup& setup);

} // namespace till
