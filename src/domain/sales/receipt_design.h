#pragma once

#include "base/result.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace till {

/// What a receipt is made of. Each stands on it once, where the shop wants it.
enum class ReceiptBlockKind {
    Logo,
    ShopHead, ///< name and address
    TaxNumber,
    Lines, ///< number and time, the goods, the total and how it was paid: cannot be switched off
    TaxTable,
    Saved,
    ThankYou,
    OpeningHours,
    ReturnPolicy,
    Barcode, ///< of the receipt's number
    QrCode,
};
inline constexpr std::array kReceiptBlockKinds{ReceiptBlockKind::Logo, ReceiptBlockKind::ShopHead,
    ReceiptBlockKind::TaxNumber, ReceiptBlockKind::Lines, ReceiptBlockKind::TaxTable, ReceiptBlockKind::Saved,
    ReceiptBlockKind::ThankYou, ReceiptBlockKind::OpeningHours, ReceiptBlockKind::ReturnPolicy,
    ReceiptBlockKind::Barcode, ReceiptBlockKind::QrCode};

enum class BlockSize { Normal, Bold, Large };
enum class BlockAlign { Left, Centre, Right };

struct ReceiptBlock {
    ReceiptBlockKind kind = ReceiptBlockKind::Lines;
    bool isOn = true;
    BlockSize size = BlockSize::Normal; ///< of the shop's name, not of its address
    BlockAlign align = BlockAlign::Centre;
    /// Opening hours and return policy: the words, may hold line feeds. QR code: what it says, "{number}" is
    /// the receipt's; empty: the number alone. The other blocks have none of their own.
    std::string text{};
    friend bool operator==(const ReceiptBlock&, const ReceiptBlock&) = default;
};

/// How a shop's receipts look. Kept with every sale as it was.
struct ReceiptDesign {
    std::vector<ReceiptBlock> blocks; ///< from top to bottom, one of each kind
    bool savesPaper = false;          ///< no large text, no empty lines, count and price beside the name
    std::string logo{};               ///< the picture's SHA-256 in hexadecimal digits; empty: none
    friend bool operator==(const ReceiptDesign&, const ReceiptDesign&) = default;
};

/// A picture as a print head burns it at eight dots per millimetre: rows of `width` dots, eight to a byte,
/// the leftmost the highest bit; 1 is black.
struct ReceiptLogo {
    int width = 0;
    int height = 0;
    std::string bits{};
    friend bool operator==(const ReceiptLogo&, const ReceiptLogo&) = default;
};
constexpr int kWidestLogo = 384; ///< dots: what a 58 mm printer reaches
constexpr int kTallestLogo = 256;

/// What a shop has that never designed one.
ReceiptDesign standardDesign();

/// With blocks that are missing added, switched off, and texts cleaned: SettingInvalid for a kind that is
/// there twice, for goods that are switched off and for a text of more than 500 letters.
Result<ReceiptDesign> checkedDesign(ReceiptDesign design);

ReceiptBlock& blockOf(ReceiptDesign& design, ReceiptBlockKind kind); ///< of a design that was checked
const ReceiptBlock& blockOf(const ReceiptDesign& design, ReceiptBlockKind kind);

std::string_view toText(ReceiptBlockKind kind); ///< "shop", "tax_table"
std::string_view toText(BlockSize size);        ///< "normal", "bold", "large"
std::string_view toText(BlockAlign align);      ///< "left", "centre", "right"
std::optional<ReceiptBlockKind> receiptBlockKind(std::string_view text);
std::optional<BlockSize> blockSize(std::string_view text);
std::optional<BlockAlign> blockAlign(std::string_view text);

} // namespace till
