#include "ui/printing/printer_words.h"

#include <QCoreApplication>

namespace till {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(till::PrinterWords)

public:
    static QString condition(PrinterCondition condition)
    {
        switch (condition) {
        case PrinterCondition::NotSet: return tr("No printer");
        case PrinterCondition::Unasked: return tr("Printer");
        case PrinterCondition::Ready: return tr("Printer ready");
        case PrinterCondition::PaperLow: return tr("Printer ready, paper is low");
        case PrinterCondition::NoPaper: return tr("Printer has no paper");
        case PrinterCondition::CoverOpen: return tr("Printer cover is open");
        case PrinterCondition::Failed: return tr("Printer is offline");
        case PrinterCondition::NotReached: return tr("Printer not reached");
        }
        Q_UNREACHABLE();
    }
};

} // namespace

QString printerWords(const PrinterStatus& status)
{
    auto words = Words::condition(status.condition);
    const bool isStuck = status.condition != PrinterCondition::Ready &&
                         status.condition != PrinterCondition::PaperLow &&
                         status.condition != PrinterCondition::Unasked;
    if (status.waiting > 0 && isStuck)
        words = Words::tr("%1 - %n receipt(s) waiting", nullptr, status.waiting).arg(words);
    if (status.unknown > 0)
        words = Words::tr("%1 - %n print(s) to check", nullptr, status.unknown).arg(words);
    return words;
}

StatusStrip::Dot printerDot(const PrinterStatus& status)
{
    using Dot = StatusStrip::Dot;
    if (status.unknown > 0) return Dot::Bad;
    switch (status.condition) {
    case PrinterCondition::NotSet:
    case PrinterCondition::Unasked: return Dot::Off;
    case PrinterCondition::Ready: return Dot::Ok;
    case PrinterCondition::PaperLow: return Dot::Warn;
    case PrinterCondition::NoPaper:
    case PrinterCondition::CoverOpen:
    case PrinterCondition::Failed:
    case PrinterCondition::NotReached: return Dot::Bad;
    }
    Q_UNREACHABLE();
}

QString jobName(const PrintJob& job)
{
    const auto number = QString::fromStdString(job.number);
    return job.copy == 0 ? number : Words::tr("%1, COPY %2").arg(number).arg(job.copy);
}

} // namespace till
