#pragma once

#include "services/print_service.h"
#include "ui/kit/status_strip.h"

#include <QString>

namespace till {

/// How a printer is doing, for the strip and for its page: "Printer has no paper - 1 receipt waiting".
QString printerWords(const PrinterStatus& status);
StatusStrip::Dot printerDot(const PrinterStatus& status);

/// "A-000123", "A-000123, COPY 1"
QString jobName(const PrintJob& job);

} // namespace till
