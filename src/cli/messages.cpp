#include "cli/messages.h"

#include "base/text.h"
#include "paper/printable.h"
#include "services/cart_service.h"

#include <fmt/format.h>
#include <sys/statvfs.h>

namespace till {
namespace {

constexpr std::size_t kLongestDetail = 200;

std::string shown(const std::string& detail)
{
    return printable(clipped(detail, kLongestDetail));
}

std::string quoted(const std::string& detail)
{
    return "\"" + shown(detail) + "\"";
}

/// Where the detail says which file it is about it is that one, else the shop.
std::string pathText(const Error& error, const std::filesystem::path& shop)
{
    return shown(error.detail.empty() ? shop.string() : error.detail);
}

bool isTheShop(const Error& error, const std::filesystem::path& shop)
{
    return error.detail.empty() || error.detail == shop.string();
}

std::string freeSpaceText(const std::filesystem::path& shop)
{
    struct statvfs space {};
    auto folder = std::filesystem::absolute(shop).parent_path();
    if (::statvfs(folder.c_str(), &space) != 0) return {};
    const auto bytes = static_cast<unsigned long long>(space.f_bavail) * space.f_frsize;
    return fmt::format(" {} MB are free where {} lies.", bytes / 1'000'000, shown(folder.string()));
}

std::string damagedText(const Error& error, const std::filesystem::path& shop)
{
    return fmt::format(
        "The shop file {} is damaged{}. It was not changed. Keep a copy of it, then go back to the newest "
        "backup that `tillctl verify` finds sound.",
        shown(shop.string()), error.detail.empty() ? "" : " (" + shown(error.detail) + ")");
}

std::string inUseText(const Error& error)
{
    return fmt::format(
        "Another program{} is writing on this shop, so nothing was changed. Close it, or wait until it is "
        "done, and try again. Commands that only read work meanwhile.",
        error.detail.empty() ? "" : " (process " + shown(error.detail) + ")");
}

} // namespace

// NOLINTNEXTLINE(readability-function-size): one sentence a code
std::string sentenceOf(const Error& error, const std::filesystem::path& shop)
{
    const auto& detail = error.detail;
    using enum ErrorCode;
    switch (error.code) { // no default: -Wswitch names the code we forgot
    case NumberInvalid: return quoted(detail) + " is not a number that fits here. Write it like 12.30.";
    case NumberAmbiguous:
        return quoted(detail) + " could be read as two different numbers. Write it like 1234.50.";
    case NumberOutOfRange:
        return "A number is larger or smaller than a till can hold" +
               (detail.empty() ? std::string{"."} : ": " + shown(detail) + ".");
    case NameEmpty: return "The name is empty. Give one of 1 to 200 characters.";
    case NameTooLong: return "The name is longer than 200 characters. Shorten it.";
    case NameHasControlCharacters:
        return "The name holds control characters, which no printer or screen can show. Remove them.";
    case TextNotUnicode: return "The text is not valid UTF-8.";
    case TimeZoneUnknown:
        return quoted(detail) + " is no time zone this machine knows. Write it like Europe/Paris.";
    case CurrencyUnknown:
        return quoted(detail) + " is no currency code. Write three capital letters, like EUR.";
    case CountryUnknown: return quoted(detail) + " is no country code. Write two capital letters, like FR.";

    case FileNotFound:
        return fmt::format("There is no {}. {}", pathText(error, shop),
            isTheShop(error, shop)
                ? "If it should be a shop, `tillctl init` makes one; otherwise check the path."
                : "Check the path.");
    case FileNotReadable:
        return fmt::format(
            "{} cannot be read. Check that it is a file and that you may read it.", pathText(error, shop));
    case FileNotWritable:
        return fmt::format("{} cannot be written, so nothing was changed. Check its permissions and that its "
                           "disk is not write-protected.",
            shown(shop.string()));
    case FileIsDirectory:
        return fmt::format("{} is a folder, not a file. Name a file.", pathText(error, shop));
    case FileExists:
        return fmt::format(
            "{} is there already and was left as it is. Choose another name.", pathText(error, shop));
    case FileNotAShop:
        return fmt::format(
            "{} is no shop of Tillroll. It was not changed. Check the path.", shown(shop.string()));
    case FileTooNew:
        return fmt::format(
            "{} was written by a newer Tillroll. It was not changed. Install that version to open it.",
            shown(shop.string()));
    case FileTooOld:
        return fmt::format("{} was written by an older Tillroll. Open it once with a command that writes, or "
                           "with the window, to bring it up to date.",
            shown(shop.string()));
    case FileIsLinked:
        return fmt::format("{} has a second name (a hard link), which can damage it. Nothing was changed. "
                           "Remove one of the names.",
            shown(shop.string()));
    case FileDamaged: return damagedText(error, shop);
    case FolderNotWritable:
        return fmt::format(
            "Nothing can be written in {}. Nothing was changed. Check the path and the folder's permissions.",
            pathText(error, shop));
    case DiskFull:
        return "The disk is full, or a limit on file size was reached. What was saved before is safe; this "
               "command changed nothing." +
               freeSpaceText(shop) + " Make room and try again.";
    case ShopInUse: return inUseText(error);
    case ShopReadOnly: return "The shop was opened for reading only, so nothing was changed.";
    case StorageFailed:
        return fmt::format("The disk or the database failed{}. What was saved before is safe. Check the "
                           "disk, then run `tillctl verify`.",
            detail.empty() ? "" : " (" + shown(detail) + ")");
    case KeyMissing:
        return "The signing key of this shop is not on this machine. Copy it from the machine that has it.";

    case NotAllowed: return fmt::format("This user may not do that ({}).", shown(detail));
    case NeedsApproval:
        return fmt::format("Somebody with more rights must approve this ({}).", shown(detail));
    case UserNotFound: return "There is no such user.";

    case ProductNotFound: return "There is no such product.";
    case ProductArchived:
        return fmt::format(
            "{} is no longer sold: the product is archived.", detail.empty() ? "This" : quoted(detail));
    case ProductHasNoPrice:
        return fmt::format("{} has no price. Give one with @PRICE behind the code.",
            detail.empty() ? "This product" : quoted(detail));
    case ChangedMeanwhile:
        return "Somebody else has changed this meanwhile, so nothing was saved. Look at it again and repeat "
               "the change.";
    case CodeUnknown:
        return fmt::format("No product has the code {}. `tillctl find` searches by name.", quoted(detail));
    case CodeTaken: return fmt::format("The code {} belongs to another product already.", quoted(detail));
    case CodeInvalid: return fmt::format("{} cannot be a code.", quoted(detail));
    case DepartmentNotFound: return "There is no such department.";
    case TaxNotFound: return fmt::format("There is no tax {}.", quoted(detail));
    case SupplierNotFound: return "There is no such supplier.";

    case CartNotFound: return "There is no such cart.";
    case CartIsEmpty: return "Nothing is rung up, so there is nothing to pay.";
    case CartNotOpen: return "The cart is on hold. Take it up again first.";
    case LineNotFound: return "There is no such line.";
    case QuantityInvalid:
        return fmt::format(
            "The quantity does not fit{}: it must not be zero, and goods sold by the piece come whole.",
            detail.empty() ? "" : " " + quoted(detail));
    case PriceInvalid:
        return "The amount is not possible here: it must not be negative or out of all proportion, and no "
               "more can stay in the drawer than was counted.";
    case DiscountInvalid:
        return "The discount is not possible: it is more than the goods cost, negative, or the goods allow "
               "none.";
    case NothingToUndo: return "There is nothing to undo.";
    case NothingToRedo: return "There is nothing to redo.";
    case NoShiftOpen:
        return "No shift is open at this till, so nothing was changed. `tillctl shift open --float AMOUNT` "
               "opens one.";
    case ShiftAlreadyOpen: return "A shift is open already. Close it first with `tillctl shift close`.";
    case ShiftNotFound: return "There is no such shift.";
    case TenderUnknown:
        return fmt::format(
            "There is no way to pay called {}. Try cash, card, voucher or transfer.", quoted(detail));
    case TenderTooSmall:
        return "Less was paid than is due, so nothing was sold. Leave out the amount to pay exactly what is "
               "due.";
    case TenderTooLarge:
        if (detail == kPartIsPaid)
            return "A part of an unfinished sale is paid: finish that sale at the till, or give the part "
                   "back first.";
        return "Change is given from cash only, so nothing was sold. Take no more by card than is due.";
    case SaleNotFound: return fmt::format("There is no receipt {}.", quoted(detail));
    case SaleOutcomeUnknown:
        if (detail == toText(DiskFull))
            return "The disk is full, and it cannot be said yet whether the sale was saved. Make room on it, "
                   "then "
                   "repeat the command with the same --uid, which never sells twice.";
        return "The disk failed at the very end, and it cannot be said yet whether the sale was saved. Do "
               "not sell it again: repeat the command with the same --uid, which never sells twice.";

    case BarcodeCheckDigit:
        return fmt::format(
            "The check digit of {} is wrong: one digit was misread or mistyped.", quoted(detail));
    case BarcodeLength: return fmt::format("{} has the wrong length for a code.", quoted(detail));
    case BarcodeCharacters: return fmt::format("{} holds characters no such code has.", quoted(detail));
    case BarcodeElement:
        return fmt::format("A part of the code breaks the rules of GS1: {}.", quoted(detail));

    case ImportNotFound:
        return fmt::format("There is no import {}. `tillctl import list` shows them.", quoted(detail));
    case ImportAlreadyUndone: return "This import was taken back already.";
    case ImportColumnMissing:
        return fmt::format(
            "The file has no column for {}, so nothing was imported. Name it with --map {}=COLUMN.",
            quoted(detail), shown(detail));
    case ImportColumnUnknown:
        return fmt::format("The file has no column {}, so nothing was imported.", quoted(detail));
    case ImportFieldUnknown: return fmt::format("{} is no field that can be imported.", quoted(detail));
    case ImportPresetUnknown: return fmt::format("There is no preset {}.", quoted(detail));
    case ImportRowTooLong: return "The row is too long.";
    case ImportFieldTooLong: return "A cell is too long.";
    case ImportTooManyColumns: return "The file has too many columns to be a list of this kind.";
    case ImportQuoteUnclosed:
        return "A quotation mark is opened and never closed, so the rows cannot be told apart. Nothing was "
               "imported.";
    case ImportNotText:
        return "The file is not text in an encoding that can be read, so nothing was imported. Save it as "
               "CSV in UTF-8.";
    case ImportEmpty: return "The file is empty, so nothing was imported.";
    case ImportRowsRejected: return "Some rows have problems, so with --strict nothing was imported.";
    case ImportDateInvalid: return fmt::format("{} is not a date or time that can be read.", quoted(detail));
    case ImportDateAmbiguous:
        return fmt::format("{} could be two different days. Write dates as 2026-03-14.", quoted(detail));
    case ImportValueMissing: return fmt::format("The cell {} is empty and must not be.", quoted(detail));
    case ImportValueInvalid:
        return fmt::format("A cell cannot be read as what its column holds: {}.", shown(detail));
    case ImportRowRagged:
        return fmt::format("The row has {} cells, which does not fit the header.", shown(detail));
    case ImportBarcodeRounded:
        return fmt::format(
            "A spreadsheet has rounded the barcode, and its digits are lost: {}.", shown(detail));
    case ImportDuplicateInFile:
        return fmt::format("The same product stands in the file twice: {}.", quoted(detail));
    case ImportTicketDiffers:
        return fmt::format(
            "The ticket {} was imported before with other lines. It stays as it was; the file's is left out.",
            quoted(detail));

    case JsonInvalid:
        return fmt::format(
            "The text is not JSON{}.", detail.empty() ? "" : " (at byte " + shown(detail) + ")");
    case JsonKeyUnknown: return fmt::format("The key {} is not known.", quoted(detail));
    case JsonKeyMissing: return fmt::format("The key {} is missing.", quoted(detail));
    case JsonValueInvalid:
        if (detail.empty()) return "The JSON is not an object with the keys of a cart.";
        return fmt::format("The value of {} is not possible there.", quoted(detail));

    case SettingUnknown:
        return fmt::format("There is no setting {}. `tillctl setting list` shows them.", quoted(detail));
    case SettingInvalid:
        return fmt::format("The setting {} cannot have that value, so it was left as it is.", quoted(detail));

    case PrinterNotSet:
        if (detail == "drawer") return "The printer of this till opens no drawer. Open it with the key.";
        return "This shop has no receipt printer yet. Set one with `tillctl setting set printer.address`, "
               "for "
               "example tcp:192.168.1.50.";
    case PrinterUnknown:
        return fmt::format(
            "No printer is known as {}. There are generic-80, generic-80-42 and generic-58, at "
            "tcp:HOST, device:FILE, serial:FILE or cups:QUEUE.",
            quoted(detail));
    case PrinterNotReached:
        return fmt::format(
            "The printer cannot be reached: {}. Nothing was printed. Is it switched on and plugged in?",
            shown(detail));
    case PrinterStopped:
        return fmt::format(
            "The printer stopped in the middle: {}. Look at the paper before you print it again.",
            shown(detail));
    case PrinterHasNoPaper: return "The printer has no paper. Nothing was printed.";
    case PrinterCoverOpen: return "The printer's cover is open. Nothing was printed.";
    case PortTaken:
        return fmt::format(
            "Another program listens on this port already: {}. Choose another.", shown(detail));

    case WeightNeeded: return fmt::format("{} is sold by weight. Say how much.", quoted(detail));
    case PriceNeeded: return fmt::format("{} has an open price. Say what it costs.", quoted(detail));
    case ReasonNeeded: return "Say why: this needs a reason.";
    case AgeNotConfirmed:
        return fmt::format("The customer must be {} years old. Confirm it at the till first.", shown(detail));
    case StockTooLow:
        return fmt::format(
            "There is not enough in stock ({} left), and the shop sells nothing it does not have.",
            shown(detail));
    case CustomerUnknown: return fmt::format("No customer is known as {}.", quoted(detail));
    case ReturnTooMuch: return fmt::format("Of this line only {} can still come back.", shown(detail));
    case ReturnTooLate:
        return fmt::format("It could be brought back until {}. Whoever may take goods back without a receipt "
                           "decides.",
            shown(detail));
    case LineNotReturnable: return fmt::format("{} is not taken back.", quoted(detail));
    case PromotionNotFound: return fmt::format("There is no promotion {}.", quoted(detail));
    case PromotionInvalid: return fmt::format("The promotion cannot be like this: {}.", shown(detail));
    case CouponUnknown: return fmt::format("No promotion has the coupon {}.", quoted(detail));
    case CouponNotNow: return fmt::format("The coupon {} is not valid today.", quoted(detail));
    case CouponUsedUp:
        return fmt::format("The coupon {} has been used as often as it may be.", quoted(detail));
    case CouponGivenAlready: return fmt::format("The coupon {} counts in this sale already.", quoted(detail));
    case VoucherUnknown: return fmt::format("No voucher has the number {}.", quoted(detail));
    case VoucherExpired: return fmt::format("The voucher {} has expired.", quoted(detail));
    case VoucherTooSmall: return fmt::format("Only {} is left on this voucher.", shown(detail));
    case VoucherExists: return fmt::format("The voucher number {} is taken.", quoted(detail));
    case ExchangeRateMissing: return fmt::format("No rate is set for {}. Set one first.", shown(detail));
    case TerminalNotSet: return "This shop has no card terminal.";
    case TerminalNotReached:
        return fmt::format("The card terminal cannot be reached: {}. Nothing was charged.", shown(detail));
    case TerminalBusy: return "The card terminal is busy with another payment.";
    case CardDeclined: return fmt::format("The card was declined: {}. Nothing was charged.", shown(detail));
    case CardCancelled: return "The card payment was cancelled. Nothing was charged.";
    case CardOutcomeUnknown:
        return "Nobody knows whether the card was charged. Ask the terminal, or look at its slip, before "
               "anything else.";
    case ScaleNotSet: return "This shop has no scale.";
    case ScaleNotReached: return fmt::format("The scale does not answer: {}.", shown(detail));
    case ScaleMoving: return "The scale is not at rest.";
    case ScaleEmpty: return "Nothing lies on the scale.";
    case ScaleBelowZero: return "The scale shows less than nothing. Take everything off and weigh again.";
    case ScaleOverloaded: return "This is too heavy for the scale.";
    case DisplayNotReached: return fmt::format("The customer display cannot be reached: {}.", shown(detail));
    case PrintNotFound: return "There is nothing to print under that number.";
    case PictureNotReadable: return "This is no picture that can be read.";
    case PictureTooLarge: return "This picture is too large.";
    case MailNotReached: return fmt::format("No mail program took it. The PDF lies in {}.", quoted(detail));
    case QuickKeyPageNotFound: return "This page of quick keys is not there any more.";

    case Cancelled:
        if (detail.empty()) return "Stopped on request. The shop is as it was.";
        return fmt::format("Stopped on request. Business days that are whole in the shop and stay there: {}. "
                           "The same command goes on after them.",
            shown(detail));
    }
    return std::string{toText(error.code)};
}

std::string rowSentenceOf(const Error& error)
{
    const auto what = shown(error.detail);
    if (error.code == ErrorCode::PriceInvalid) return fmt::format("The price cannot be used ({}).", what);
    if (error.code == ErrorCode::QuantityInvalid)
        return fmt::format("The quantity cannot be used ({}).", what);
    if (error.code == ErrorCode::NumberOutOfRange) return fmt::format("The number is too large ({}).", what);
    return sentenceOf(error, {});
}

} // namespace till
