#include "base/error.h"

namespace till {

std::string_view toText(ErrorCode code) // NOLINT(readability-function-size): one line a code
{
    switch (code) { // no default: -Wswitch names the code we forgot
    case ErrorCode::NumberInvalid: return "NumberInvalid";
    case ErrorCode::NumberAmbiguous: return "NumberAmbiguous";
    case ErrorCode::NumberOutOfRange: return "NumberOutOfRange";
    case ErrorCode::NameEmpty: return "NameEmpty";
    case ErrorCode::NameTooLong: return "NameTooLong";
    case ErrorCode::NameHasControlCharacters: return "NameHasControlCharacters";
    case ErrorCode::TextNotUnicode: return "TextNotUnicode";
    case ErrorCode::TimeZoneUnknown: return "TimeZoneUnknown";
    case ErrorCode::CurrencyUnknown: return "CurrencyUnknown";
    case ErrorCode::CountryUnknown: return "CountryUnknown";
    case ErrorCode::FileNotFound: return "FileNotFound";
    case ErrorCode::FileNotReadable: return "FileNotReadable";
    case ErrorCode::FileNotWritable: return "FileNotWritable";
    case ErrorCode::FileIsDirectory: return "FileIsDirectory";
    case ErrorCode::FileExists: return "FileExists";
    case ErrorCode::FileNotAShop: return "FileNotAShop";
    case ErrorCode::FileTooNew: return "FileTooNew";
    case ErrorCode::FileTooOld: return "FileTooOld";
    case ErrorCode::FileIsLinked: return "FileIsLinked";
    case ErrorCode::FileDamaged: return "FileDamaged";
    case ErrorCode::FolderNotWritable: return "FolderNotWritable";
    case ErrorCode::DiskFull: return "DiskFull";
    case ErrorCode::ShopInUse: return "ShopInUse";
    case ErrorCode::ShopReadOnly: return "ShopReadOnly";
    case ErrorCode::StorageFailed: return "StorageFailed";
    case ErrorCode::KeyMissing: return "KeyMissing";
    case ErrorCode::NotAllowed: return "NotAllowed";
    case ErrorCode::NeedsApproval: return "NeedsApproval";
    case ErrorCode::UserNotFound: return "UserNotFound";
    case ErrorCode::ProductNotFound: return "ProductNotFound";
    case ErrorCode::ProductArchived: return "ProductArchived";
    case ErrorCode::ChangedMeanwhile: return "ChangedMeanwhile";
    case ErrorCode::ProductHasNoPrice: return "ProductHasNoPrice";
    case ErrorCode::CodeUnknown: return "CodeUnknown";
    case ErrorCode::CodeTaken: return "CodeTaken";
    case ErrorCode::CodeInvalid: return "CodeInvalid";
    case ErrorCode::DepartmentNotFound: return "DepartmentNotFound";
    case ErrorCode::TaxNotFound: return "TaxNotFound";
    case ErrorCode::SupplierNotFound: return "SupplierNotFound";
    case ErrorCode::CartNotFound: return "CartNotFound";
    case ErrorCode::CartIsEmpty: return "CartIsEmpty";
    case ErrorCode::CartNotOpen: return "CartNotOpen";
    case ErrorCode::LineNotFound: return "LineNotFound";
    case ErrorCode::QuantityInvalid: return "QuantityInvalid";
    case ErrorCode::PriceInvalid: return "PriceInvalid";
    case ErrorCode::DiscountInvalid: return "DiscountInvalid";
    case ErrorCode::NothingToUndo: return "NothingToUndo";
    case ErrorCode::NothingToRedo: return "NothingToRedo";
    case ErrorCode::NoShiftOpen: return "NoShiftOpen";
    case ErrorCode::ShiftAlreadyOpen: return "ShiftAlreadyOpen";
    case ErrorCode::ShiftNotFound: return "ShiftNotFound";
    case ErrorCode::TenderUnknown: return "TenderUnknown";
    case ErrorCode::TenderTooSmall: return "TenderTooSmall";
    case ErrorCode::TenderTooLarge: return "TenderTooLarge";
    case ErrorCode::SaleNotFound: return "SaleNotFound";
    case ErrorCode::SaleOutcomeUnknown: return "SaleOutcomeUnknown";
    case ErrorCode::BarcodeCheckDigit: return "BarcodeCheckDigit";
    case ErrorCode::BarcodeLength: return "BarcodeLength";
    case ErrorCode::BarcodeCharacters: return "BarcodeCharacters";
    case ErrorCode::BarcodeElement: return "BarcodeElement";
    case ErrorCode::ImportNotFound: return "ImportNotFound";
    case ErrorCode::ImportAlreadyUndone: return "ImportAlreadyUndone";
    case ErrorCode::ImportColumnMissing: return "ImportColumnMissing";
    case ErrorCode::ImportColumnUnknown: return "ImportColumnUnknown";
    case ErrorCode::ImportFieldUnknown: return "ImportFieldUnknown";
    case ErrorCode::ImportPresetUnknown: return "ImportPresetUnknown";
    case ErrorCode::ImportRowTooLong: return "ImportRowTooLong";
    case ErrorCode::ImportFieldTooLong: return "ImportFieldTooLong";
    case ErrorCode::ImportTooManyColumns: return "ImportTooManyColumns";
    case ErrorCode::ImportQuoteUnclosed: return "ImportQuoteUnclosed";
    case ErrorCode::ImportNotText: return "ImportNotText";
    case ErrorCode::ImportEmpty: return "ImportEmpty";
    case ErrorCode::ImportRowsRejected: return "ImportRowsRejected";
    case ErrorCode::ImportDateInvalid: return "ImportDateInvalid";
    case ErrorCode::ImportDateAmbiguous: return "ImportDateAmbiguous";
    case ErrorCode::ImportValueMissing: return "ImportValueMissing";
    case ErrorCode::ImportValueInvalid: return "ImportValueInvalid";
    case ErrorCode::ImportRowRagged: return "ImportRowRagged";
    case ErrorCode::ImportBarcodeRounded: return "ImportBarcodeRounded";
    case ErrorCode::ImportDuplicateInFile: return "ImportDuplicateInFile";
    case ErrorCode::ImportTicketDiffers: return "ImportTicketDiffers";
    case ErrorCode::JsonInvalid: return "JsonInvalid";
    case ErrorCode::JsonKeyUnknown: return "JsonKeyUnknown";
    case ErrorCode::JsonKeyMissing: return "JsonKeyMissing";
    case ErrorCode::JsonValueInvalid: return "JsonValueInvalid";
    case ErrorCode::NotSupportedYet: return "NotSupportedYet";
    case ErrorCode::SettingUnknown: return "SettingUnknown";
    case ErrorCode::SettingInvalid: return "SettingInvalid";
    case ErrorCode::PrinterNotSet: return "PrinterNotSet";
    case ErrorCode::PrinterUnknown: return "PrinterUnknown";
    case ErrorCode::PrinterNotReached: return "PrinterNotReached";
    case ErrorCode::PrinterStopped: return "PrinterStopped";
    case ErrorCode::PrinterHasNoPaper: return "PrinterHasNoPaper";
    case ErrorCode::PrinterCoverOpen: return "PrinterCoverOpen";
    case ErrorCode::PortTaken: return "PortTaken";
    case ErrorCode::Cancelled: return "Cancelled";
    }
    return "Unknown";
}

} // namespace till
