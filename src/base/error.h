#pragma once

#include <string>
#include <string_view>

namespace till {

/// What went wrong, in terms a person's action can cause. Core holds no sentence for people: the ui and
/// the cli translate each code in a switch without default. Add the code here, the compiler lists the rest.
enum class ErrorCode {
    // numbers and text
    NumberInvalid,   ///< not a number we accept; detail = the text
    NumberAmbiguous, ///< "1,234": decimal or thousands?
    NumberOutOfRange,
    NameEmpty,
    NameTooLong, ///< more than 200 characters
    NameHasControlCharacters,
    TextNotUnicode,
    TimeZoneUnknown,
    CurrencyUnknown,
    CountryUnknown,
    // the shop file
    FileNotFound,
    FileNotReadable,
    FileNotWritable,
    FileIsDirectory,
    FileExists,
    FileNotAShop, ///< not an SQLite file, or another program's
    FileTooNew,   ///< written by a newer Tillroll
    FileTooOld,   ///< can only be read after a writing program has brought it up to date
    FileIsLinked, ///< has a second hard link: the WAL beside one name is not the other's
    FileDamaged,  ///< integrity check failed after a second look
    FolderNotWritable,
    DiskFull,
    ShopInUse,     ///< another program holds the lock; detail = its process id
    ShopReadOnly,  ///< a command that writes on a shop opened for reading
    StorageFailed, ///< anything else the disk or the database said
    KeyMissing,    ///< the signing key of this till is not on this machine
    // people
    NotAllowed,    ///< the role may not; detail = permission
    NeedsApproval, ///< allowed with an override of someone who may; detail = permission
    UserNotFound,
    // catalogue
    ProductNotFound,
    ProductArchived,
    ChangedMeanwhile, ///< somebody else saved it since it was read
    ProductHasNoPrice,
    CodeUnknown,
    CodeTaken, ///< detail = the code
    CodeInvalid,
    DepartmentNotFound,
    TaxNotFound,
    SupplierNotFound,
    // selling
    CartNotFound,
    CartIsEmpty,
    CartNotOpen,
    LineNotFound,
    QuantityInvalid, ///< zero, or a fraction where the unit allows none
    PriceInvalid,
    DiscountInvalid, ///< over 100 %, over the amount, or on a line that allows none
    NothingToUndo,
    NothingToRedo,
    NoShiftOpen,
    ShiftAlreadyOpen,
    ShiftNotFound,
    TenderUnknown,
    TenderTooSmall, ///< paid less than due
    TenderTooLarge, ///< change is only given from cash
    SaleNotFound,
    SaleOutcomeUnknown, ///< the commit failed and the file cannot say yet whether the sale is in it
    // barcodes
    BarcodeCheckDigit,
    BarcodeLength,
    BarcodeCharacters,
    BarcodeElement, ///< a GS1 element string that breaks its table; detail = the element
    // import and export
    ImportNotFound,
    ImportAlreadyUndone,
    ImportColumnMissing, ///< detail = the column
    ImportColumnUnknown,
    ImportFieldUnknown,
    ImportPresetUnknown,
    ImportRowTooLong,
    ImportFieldTooLong,
    ImportTooManyColumns,
    ImportQuoteUnclosed,
    ImportNotText, ///< NUL bytes or no text encoding we know
    ImportEmpty,
    ImportRowsRejected, ///< --strict and at least one problem
    ImportDateInvalid,
    ImportDateAmbiguous,  ///< "3/4/2026": day or month first?
    ImportValueMissing,   ///< a cell that must not be empty; detail = the column
    ImportValueInvalid,   ///< a cell we cannot read as what its column holds; detail = "column: text"
    ImportRowRagged,      ///< more cells than the header, or a last row cut off; detail = the number of cells
    ImportBarcodeRounded, ///< "4.00638E+12": a spreadsheet has thrown digits away; detail = "column: text"
    ImportDuplicateInFile,
    ImportTicketDiffers, ///< the ticket is here already, with other lines; detail = its number
    // price --cart
    JsonInvalid,
    JsonKeyUnknown, ///< detail = the key
    JsonKeyMissing,
    JsonValueInvalid, ///< detail = the key
    // settings
    SettingUnknown,
    SettingInvalid,
    // devices
    PrinterNotSet,     ///< the shop has none
    PrinterUnknown,    ///< no such kind of printer, or a place that is none; detail = the text
    PrinterNotReached, ///< nothing was sent; detail = what the system said
    PrinterStopped, ///< part of it was sent: what is on the paper nobody knows; detail = the system's words
    PrinterHasNoPaper,
    PrinterCoverOpen,
    PortTaken, ///< a network port of this machine; detail = what the system said
    // what stands in the way of a line
    WeightNeeded,    ///< sold by weight: nothing was weighed yet; detail = the name
    PriceNeeded,     ///< its price is typed at the till; detail = the name
    ReasonNeeded,    ///< the act asks for a reason; detail = permission or what is done
    AgeNotConfirmed, ///< nobody said yet that the customer is old enough; detail = the age in years
    StockTooLow,     ///< the shop sells nothing it does not have; detail = what is left
    CustomerUnknown, ///< detail = the code
    // goods that come back
    ReturnTooMuch,     ///< more than was sold and is not back yet; detail = what can still come back
    ReturnTooLate,     ///< taken back without asking for so long; detail = the last day, YYYY-MM-DD
    LineNotReturnable, ///< a voucher, or goods of a department that takes nothing back; detail = the name
    // promotions and coupons
    PromotionNotFound,  ///< detail = its code
    PromotionInvalid,   ///< detail = the part of it that cannot be
    CouponUnknown,      ///< detail = its code
    CouponNotNow,       ///< before its first or after its last day; detail = its code
    CouponUsedUp,       ///< detail = its code
    CouponGivenAlready, ///< in this cart; detail = its code
    // vouchers, foreign cash, card terminals
    VoucherUnknown,      ///< detail = its number
    VoucherExpired,      ///< detail = its number
    VoucherTooSmall,     ///< less is left on it than is taken; detail = what is left
    VoucherExists,       ///< detail = its number
    ExchangeRateMissing, ///< detail = the currency
    TerminalNotSet,      ///< the shop has no card terminal; card payments are recorded by hand
    TerminalNotReached,  ///< nothing was charged; detail = what the system said
    TerminalBusy,        ///< another payment is under way
    CardDeclined,        ///< nothing was charged; detail = what the terminal said
    CardCancelled,       ///< nothing was charged
    CardOutcomeUnknown,  ///< a person has to look at the terminal; detail = the payment's id
    // scales and displays
    ScaleNotSet,     ///< the shop has none
    ScaleNotReached, ///< detail = what the system said
    ScaleMoving,     ///< not at rest within its time
    ScaleEmpty,      ///< nothing lies on it
    ScaleBelowZero,  ///< take everything off, and weigh again
    ScaleOverloaded,
    DisplayNotReached, ///< detail = what the system said
    // paper, pictures, mail
    PrintNotFound,      ///< this order to print is not there, or is done
    PictureNotReadable, ///< no picture of a kind we know
    PictureTooLarge,    ///< more pixels or bytes than a picture may have
    MailNotReached,     ///< no mail program took the receipt; detail = where the PDF lies
    QuickKeyPageNotFound,
    // long work
    Cancelled,
};

struct [[nodiscard]] Error {
    ErrorCode code;
    std::string detail{}; ///< untranslated: a name, a number, a key; never a sentence
};

/// The stable name of a code ("CodeTaken"), used in logs and in JSON.
std::string_view toText(ErrorCode code);

} // namespace till
