#include "ui/app/error_text.h"

#include "services/cart_service.h"

#include <QCoreApplication>

namespace till {
namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(till::ErrorText)

public:
    static QString of(const Error& error);
};

QString Words::of(const Error& error) // NOLINT(readability-function-size): one sentence a code
{
    const auto detail = QString::fromStdString(error.detail);
    switch (error.code) { // no default: -Wswitch names the code that has no sentence
    case ErrorCode::NumberInvalid:
        return tr("This is not a number. Type figures with one decimal sign at most.");
    case ErrorCode::NumberAmbiguous:
        return tr(
            "This could be thousands or decimals. Type it without grouping and with two decimals at most.");
    case ErrorCode::NumberOutOfRange: return tr("This amount is larger than a till can book.");
    case ErrorCode::NameEmpty: return tr("A name is missing.");
    case ErrorCode::NameTooLong: return tr("The name is longer than 200 characters.");
    case ErrorCode::NameHasControlCharacters:
        return tr("The name holds characters that cannot be printed, such as a line break or a tab.");
    case ErrorCode::TextNotUnicode:
        return tr("The text cannot be read: its letters are in an unknown encoding.");
    case ErrorCode::TimeZoneUnknown: return tr("This computer does not know the time zone “%1”.").arg(detail);
    case ErrorCode::CurrencyUnknown:
        return tr("“%1” is no currency. Use its three letters, such as EUR.").arg(detail);
    case ErrorCode::CountryUnknown:
        return tr("“%1” is no country. Use its two letters, such as FR.").arg(detail);
    case ErrorCode::FileNotFound: return tr("The file is not there.");
    case ErrorCode::FileNotReadable: return tr("The file cannot be read. Look at its permissions.");
    case ErrorCode::FileNotWritable:
        return tr("The file cannot be written. Nothing was changed. Look at its permissions.");
    case ErrorCode::FileIsDirectory: return tr("This is a folder, not a file.");
    case ErrorCode::FileExists: return tr("There is a file of that name already. It was left as it is.");
    case ErrorCode::FileNotAShop: return tr("This file is not a Tillroll shop. It was left as it is.");
    case ErrorCode::FileTooNew:
        return tr("This shop was used with a newer Tillroll. It was left untouched: update this program to "
                  "open it.");
    case ErrorCode::FileTooOld:
        return tr("This shop comes from an older Tillroll. Open it once for selling to bring it up to date; "
                  "a copy is kept.");
    case ErrorCode::FileIsLinked:
        return tr("This file has a second name on the disk, which is not safe for a shop. Copy it to one "
                  "place and open that.");
    case ErrorCode::FileDamaged:
        return tr(
            "The shop file is damaged. Do not sell on it: restore the last backup, and keep this file.");
    case ErrorCode::FolderNotWritable: return tr("The folder cannot be written: %1").arg(detail);
    case ErrorCode::DiskFull:
        return tr("The disk is full. The sale on the screen is safe. Free some space, then try again.");
    case ErrorCode::ShopInUse:
        return tr(
            "Another program has this shop open (process %1). Close it first: two cannot sell on one file.")
            .arg(detail);
    case ErrorCode::ShopReadOnly: return tr("The shop was opened for reading only.");
    case ErrorCode::StorageFailed:
        return tr("The disk did not answer as it should. Nothing was half done. Try again; if it stays, make "
                  "a backup and check the disk.");
    case ErrorCode::KeyMissing:
        return tr("The signing key of this shop is not on this computer. Sales go on, unsigned.");
    case ErrorCode::NotAllowed: return tr("Your role does not allow this (%1).").arg(detail);
    case ErrorCode::NeedsApproval: return tr("Someone who may do this has to approve it (%1).").arg(detail);
    case ErrorCode::UserNotFound: return tr("This person is not in the shop.");
    case ErrorCode::ProductNotFound: return tr("This product is not in the shop any more.");
    case ErrorCode::ProductArchived: return tr("This product was taken out of the range. Nothing was added.");
    case ErrorCode::ProductHasNoPrice:
        return tr("%1 has no price. Type one and press F4, then scan it again.").arg(detail);
    case ErrorCode::CodeUnknown: return tr("is not in your products yet. Nothing was added to the sale.");
    case ErrorCode::CodeTaken: return tr("The code %1 belongs to another product.").arg(detail);
    case ErrorCode::CodeInvalid: return tr("A code is 1 to 200 characters without control characters.");
    case ErrorCode::ChangedMeanwhile:
        return tr("Somebody changed this in the meantime. Look at it again before you save.");
    case ErrorCode::DepartmentNotFound: return tr("This department is not in the shop.");
    case ErrorCode::TaxNotFound: return tr("The tax %1 is not in the shop.").arg(detail);
    case ErrorCode::SupplierNotFound: return tr("This supplier is not in the shop.");
    case ErrorCode::CartNotFound: return tr("This sale is not open any more.");
    case ErrorCode::CartIsEmpty: return tr("There is nothing to pay yet.");
    case ErrorCode::CartNotOpen: return tr("This sale is on hold. Take it up first.");
    case ErrorCode::LineNotFound: return tr("This line is not in the sale any more.");
    case ErrorCode::QuantityInvalid:
        return tr(
            "This quantity is not possible here: not zero, and whole where goods are sold by the piece.");
    case ErrorCode::PriceInvalid: return tr("This price is not possible.");
    case ErrorCode::DiscountInvalid:
        return tr("This discount is not possible: more than is left to pay, or goods that allow none.");
    case ErrorCode::NothingToUndo: return tr("There is nothing to undo.");
    case ErrorCode::NothingToRedo: return tr("There is nothing to do again.");
    case ErrorCode::NoShiftOpen: return tr("Open the till first: say how much cash is in the drawer.");
    case ErrorCode::ShiftAlreadyOpen: return tr("The till is open already.");
    case ErrorCode::ShiftNotFound: return tr("This shift is not in the shop.");
    case ErrorCode::TenderUnknown: return tr("This shop does not take that kind of payment.");
    case ErrorCode::TenderTooSmall:
        return tr("This is less than there is to pay. Press F10 to take it as a part.");
    case ErrorCode::TenderTooLarge:
        if (error.detail == kPartIsPaid)
            return tr(
                "A part of this sale is paid: finish the sale, or press F10 and give that part back first.");
        return tr("Only cash gives change: take no more than is left to pay.");
    case ErrorCode::SaleNotFound: return tr("There is no receipt of that number.");
    case ErrorCode::SaleOutcomeUnknown:
        if (error.detail == toText(ErrorCode::DiskFull))
            return tr(
                "The disk is full, and cannot say yet whether this sale is in the file. Make room on it, "
                "then press the pay key again: the bill is kept, and cannot be sold twice.");
        return tr("The disk failed while the sale was written, and cannot say yet whether it is in the file. "
                  "The bill is kept: press the pay key again, it cannot be sold twice.");
    case ErrorCode::BarcodeCheckDigit: return tr("The check digit of this barcode is wrong. Scan it again.");
    case ErrorCode::BarcodeLength: return tr("This barcode is too short or too long. Scan it again.");
    case ErrorCode::BarcodeCharacters:
        return tr("This barcode holds characters that do not belong there. Scan it again.");
    case ErrorCode::BarcodeElement: return tr("A part of this barcode cannot be right: %1").arg(detail);
    case ErrorCode::ImportNotFound: return tr("There is no import of that number.");
    case ErrorCode::ImportAlreadyUndone: return tr("This import was taken back already.");
    case ErrorCode::ImportColumnMissing: return tr("The column “%1” is missing.").arg(detail);
    case ErrorCode::ImportColumnUnknown: return tr("The file has no column “%1”.").arg(detail);
    case ErrorCode::ImportFieldUnknown: return tr("“%1” is not something a product has.").arg(detail);
    case ErrorCode::ImportPresetUnknown: return tr("“%1” is not a kind of file we know.").arg(detail);
    case ErrorCode::ImportRowTooLong: return tr("A row is longer than a list of products can have.");
    case ErrorCode::ImportFieldTooLong: return tr("A cell is longer than 8,000 characters.");
    case ErrorCode::ImportTooManyColumns: return tr("The file has more than 200 columns.");
    case ErrorCode::ImportQuoteUnclosed:
        return tr("A quotation mark is opened and never closed. The file may be cut off.");
    case ErrorCode::ImportNotText: return tr("This is not a list in text form. Save it as CSV first.");
    case ErrorCode::ImportEmpty: return tr("The file holds no rows.");
    case ErrorCode::ImportRowsRejected: return tr("Some rows cannot be taken, so nothing was imported.");
    case ErrorCode::ImportDateInvalid: return tr("This is no date: %1").arg(detail);
    case ErrorCode::ImportDateAmbiguous:
        return tr("The file does not show whether the day or the month comes first: %1").arg(detail);
    case ErrorCode::ImportValueMissing: return tr("“%1” must not be empty.").arg(detail);
    case ErrorCode::ImportValueInvalid: return tr("This cell cannot be read: %1").arg(detail);
    case ErrorCode::ImportRowRagged: return tr("The row does not have the columns of the heading.");
    case ErrorCode::ImportBarcodeRounded:
        return tr("A spreadsheet has thrown away digits of this barcode: %1. Format the column as text and "
                  "save again.")
            .arg(detail);
    case ErrorCode::ImportDuplicateInFile: return tr("The same product stands in the file twice.");
    case ErrorCode::ImportTicketDiffers:
        return tr("The ticket %1 was imported before with other lines. It stays as it was.").arg(detail);
    case ErrorCode::JsonInvalid:
    case ErrorCode::JsonKeyUnknown:
    case ErrorCode::JsonKeyMissing:
    case ErrorCode::JsonValueInvalid:
        return tr("This file is not in the form that was expected: %1").arg(detail);
    case ErrorCode::PrinterNotSet:
        return detail == u"drawer" ? tr("The printer of this till opens no drawer: open it with the key.")
                                   : tr("No receipt printer is set up.");
    case ErrorCode::PrinterUnknown: return tr("No printer is known as “%1”.").arg(detail);
    case ErrorCode::PrinterNotReached:
        return tr("The printer cannot be reached. Nothing was printed. Is it switched on and plugged in?");
    case ErrorCode::PrinterStopped:
        return tr("The printer stopped in the middle. Look at the paper before you print it again.");
    case ErrorCode::PrinterHasNoPaper: return tr("The printer has no paper. Nothing was printed.");
    case ErrorCode::PrinterCoverOpen: return tr("The printer's cover is open. Nothing was printed.");
    case ErrorCode::PortTaken: return tr("Another program uses this port already.");
    case ErrorCode::SettingUnknown: return tr("There is no setting “%1”.").arg(detail);
    case ErrorCode::SettingInvalid: return tr("“%1” cannot be set to that.").arg(detail);
    case ErrorCode::WeightNeeded:
        return tr("%1 is sold by weight. Put it on the scale, or type the weight.").arg(detail);
    case ErrorCode::PriceNeeded:
        return tr("%1 has an open price. Type what it costs, then touch it again.").arg(detail);
    case ErrorCode::ReasonNeeded: return tr("Say why: this needs a reason.");
    case ErrorCode::AgeNotConfirmed:
        return tr("The customer must be %1 years old. Ask for the date of birth first.").arg(detail);
    case ErrorCode::StockTooLow:
        return tr("There are only %1 left, and this shop sells nothing it does not have.").arg(detail);
    case ErrorCode::CustomerUnknown: return tr("No customer is known as “%1”.").arg(detail);
    case ErrorCode::ReturnTooMuch: return tr("Of this line only %1 can still come back.").arg(detail);
    case ErrorCode::ReturnTooLate:
        return tr("It could be brought back until %1. Whoever may take goods back without a receipt decides.")
            .arg(detail);
    case ErrorCode::LineNotReturnable: return tr("%1 is not taken back.").arg(detail);
    case ErrorCode::PromotionNotFound: return tr("There is no promotion “%1”.").arg(detail);
    case ErrorCode::PromotionInvalid: return tr("The promotion cannot be like this: %1").arg(detail);
    case ErrorCode::CouponUnknown: return tr("No promotion has the coupon “%1”.").arg(detail);
    case ErrorCode::CouponNotNow: return tr("The coupon “%1” is not valid today.").arg(detail);
    case ErrorCode::CouponUsedUp:
        return tr("The coupon “%1” has been used as often as it may be.").arg(detail);
    case ErrorCode::CouponGivenAlready: return tr("The coupon “%1” counts in this sale already.").arg(detail);
    case ErrorCode::VoucherUnknown: return tr("No voucher has the number “%1”.").arg(detail);
    case ErrorCode::VoucherExpired: return tr("The voucher “%1” has expired.").arg(detail);
    case ErrorCode::VoucherTooSmall: return tr("Only %1 is left on this voucher.").arg(detail);
    case ErrorCode::VoucherExists: return tr("The voucher number “%1” is taken.").arg(detail);
    case ErrorCode::ExchangeRateMissing:
        return tr("No rate is set for %1. Set one under Settings, Payments.").arg(detail);
    case ErrorCode::TerminalNotSet: return tr("No card terminal is set up.");
    case ErrorCode::TerminalNotReached:
        return tr("The card terminal cannot be reached. Nothing was charged.");
    case ErrorCode::TerminalBusy: return tr("The card terminal is busy with another payment.");
    case ErrorCode::CardDeclined: return tr("The card was declined: %1. Nothing was charged.").arg(detail);
    case ErrorCode::CardCancelled: return tr("The card payment was cancelled. Nothing was charged.");
    case ErrorCode::CardOutcomeUnknown:
        return tr("Nobody knows yet whether the card was charged. Ask the terminal, or look at its slip, "
                  "before you go on.");
    case ErrorCode::ScaleNotSet: return tr("No scale is set up. Type the weight.");
    case ErrorCode::ScaleNotReached:
        return tr("The scale does not answer. Is it switched on? You can type the weight.");
    case ErrorCode::ScaleMoving: return tr("The scale is not at rest. Take your hand away and try again.");
    case ErrorCode::ScaleEmpty: return tr("Nothing lies on the scale.");
    case ErrorCode::ScaleBelowZero:
        return tr("The scale shows less than nothing. Take everything off and weigh again.");
    case ErrorCode::ScaleOverloaded: return tr("This is too heavy for the scale.");
    case ErrorCode::DisplayNotReached: return tr("The customer display cannot be reached.");
    case ErrorCode::PrintNotFound: return tr("This is printed already.");
    case ErrorCode::PictureNotReadable:
        return tr("This is no picture that can be read. Use a PNG or a JPEG.");
    case ErrorCode::PictureTooLarge:
        return tr("This picture is too large: at most 8,000 by 8,000 points and 20 MB.");
    case ErrorCode::MailNotReached: return tr("No mail program took it. The PDF lies in %1").arg(detail);
    case ErrorCode::QuickKeyPageNotFound: return tr("This page of quick keys is not there any more.");
    case ErrorCode::Cancelled: return tr("Stopped. Everything is as it was.");
    }
    Q_UNREACHABLE();
}

} // namespace

QString errorText(const Error& error)
{
    return Words::of(error);
}

} // namespace till
