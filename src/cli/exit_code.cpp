#include "cli/exit_code.h"

namespace till {

ExitCode exitCodeOf(ErrorCode code) // NOLINT(readability-function-size): one line per code
{
    using enum ErrorCode;
    switch (code) { // no default: -Wswitch names the code we forgot
    case FileTooNew: return ExitCode::TooNew;

    case FileNotFound:
    case FileNotReadable:
    case FileNotWritable:
    case FileIsDirectory:
    case FileNotAShop:
    case FileTooOld:
    case FileIsLinked:
    case FileDamaged:
    case FolderNotWritable:
    case DiskFull:
    case StorageFailed:
    case SaleOutcomeUnknown:
    case PrinterNotReached:
    case PrinterStopped:
    case DisplayNotReached:
    case MailNotReached:
    case PictureNotReadable:
    case ScaleNotReached:
    case TerminalNotReached:
    case ImportNotText:
    case ImportEmpty:
    case ImportQuoteUnclosed: return ExitCode::Unreadable;

    case ImportRowsRejected: return ExitCode::Findings;

    case PrinterUnknown:
    case ImportPresetUnknown:
    case ImportFieldUnknown: return ExitCode::Usage;

    case NumberInvalid:
    case NumberAmbiguous:
    case NumberOutOfRange:
    case NameEmpty:
    case NameTooLong:
    case NameHasControlCharacters:
    case TextNotUnicode:
    case TimeZoneUnknown:
    case CurrencyUnknown:
    case CountryUnknown:
    case FileExists:
    case ShopInUse:
    case ShopReadOnly:
    case KeyMissing:
    case NotAllowed:
    case NeedsApproval:
    case UserNotFound:
    case ProductNotFound:
    case ProductArchived:
    case ChangedMeanwhile:
    case ProductHasNoPrice:
    case CodeUnknown:
    case CodeTaken:
    case CodeInvalid:
    case DepartmentNotFound:
    case TaxNotFound:
    case SupplierNotFound:
    case CartNotFound:
    case CartIsEmpty:
    case CartNotOpen:
    case LineNotFound:
    case QuantityInvalid:
    case PriceInvalid:
    case DiscountInvalid:
    case NothingToUndo:
    case NothingToRedo:
    case NoShiftOpen:
    case ShiftAlreadyOpen:
    case ShiftNotFound:
    case TenderUnknown:
    case TenderTooSmall:
    case TenderTooLarge:
    case SaleNotFound:
    case BarcodeCheckDigit:
    case BarcodeLength:
    case BarcodeCharacters:
    case BarcodeElement:
    case ImportNotFound:
    case ImportAlreadyUndone:
    case ImportColumnMissing:
    case ImportColumnUnknown:
    case ImportRowTooLong:
    case ImportFieldTooLong:
    case ImportTooManyColumns:
    case ImportDateInvalid:
    case ImportDateAmbiguous:
    case ImportValueMissing:
    case ImportValueInvalid:
    case ImportRowRagged:
    case ImportBarcodeRounded:
    case ImportDuplicateInFile:
    case ImportTicketDiffers:
    case JsonInvalid:
    case JsonKeyUnknown:
    case JsonKeyMissing:
    case JsonValueInvalid:
    case PrinterNotSet:
    case PrinterHasNoPaper:
    case PrinterCoverOpen:
    case PortTaken:
    case SettingUnknown:
    case SettingInvalid:
    case WeightNeeded:
    case PriceNeeded:
    case ReasonNeeded:
    case AgeNotConfirmed:
    case StockTooLow:
    case CustomerUnknown:
    case ReturnTooMuch:
    case ReturnTooLate:
    case LineNotReturnable:
    case PromotionNotFound:
    case PromotionInvalid:
    case CouponUnknown:
    case CouponNotNow:
    case CouponUsedUp:
    case CouponGivenAlready:
    case VoucherUnknown:
    case VoucherExpired:
    case VoucherTooSmall:
    case VoucherExists:
    case ExchangeRateMissing:
    case TerminalNotSet:
    case TerminalBusy:
    case CardDeclined:
    case CardCancelled:
    case CardOutcomeUnknown:
    case ScaleNotSet:
    case ScaleMoving:
    case ScaleEmpty:
    case ScaleBelowZero:
    case ScaleOverloaded:
    case PrintNotFound:
    case PictureTooLarge:
    case QuickKeyPageNotFound:
    case Cancelled: return ExitCode::Refused;
    }
    return ExitCode::Unreadable;
}

} // namespace till
