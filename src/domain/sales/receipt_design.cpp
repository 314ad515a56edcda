#include "domain/sales/receipt_design.h"

#include "base/text.h"

#include <algorithm>

namespace till {
namespace {

constexpr std::size_t kLongestText = 500;
constexpr std::size_t kHashDigits = 64;

bool isHash(std::string_view text)
{
    return text.size() == kHashDigits &&
           std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

ReceiptBlock standardBlock(ReceiptBlockKind kind)
{
    switch (kind) {
    case ReceiptBlockKind::ShopHead: return {kind, true, BlockSize::Large};
    case ReceiptBlockKind::TaxNumber:
    case ReceiptBlockKind::Lines:
    case ReceiptBlockKind::TaxTable:
    case ReceiptBlockKind::Saved:
    case ReceiptBlockKind::ThankYou:
    case ReceiptBlockKind::Barcode: return {kind, true};
    case ReceiptBlockKind::Logo:
    case ReceiptBlockKind::OpeningHours:
    case ReceiptBlockKind::ReturnPolicy:
    case ReceiptBlockKind::QrCode: break;
    }
    return {kind, false};
}

/// The value whose name `text` is.
template <typename Value, std::size_t Count>
std::optional<Value> named(std::string_view text, const std::array<Value, Count>& values)
{
    const auto found = std::ranges::find_if(values, [&](Value value) { return toText(value) == text; });
    return found == values.end() ? std::nullopt : std::optional{*found};
}

} // namespace

ReceiptDesign standardDesign()
{
    ReceiptDesign design;
    for (const auto kind : kReceiptBlockKinds) design.blocks.push_back(standardBlock(kind));
    return design;
}

Result<ReceiptDesign> checkedDesign(ReceiptDesign design)
{
    for (const auto kind : kReceiptBlockKinds) {
        const auto count =
            std::ranges::count_if(design.blocks, [kind](const auto& block) { return block.kind == kind; });
        if (count > 1) return Error{ErrorCode::SettingInvalid, std::string{toText(kind)}};
        if (count == 1) continue;
        design.blocks.push_back(standardBlock(kind));
        design.blocks.back().isOn = kind == ReceiptBlockKind::Lines;
    }
    if (!blockOf(design, ReceiptBlockKind::Lines).isOn) return Error{ErrorCode::SettingInvalid, "lines"};
    if (!design.logo.empty() && !isHash(design.logo)) return Error{ErrorCode::SettingInvalid, "logo"};
    for (auto& block : design.blocks) {
        auto clean = cleanNote(block.text, kLongestText);
        if (!clean) return Error{ErrorCode::SettingInvalid, std::string{toText(block.kind)}};
        block.text = std::move(*clean);
    }
    return design;
}

ReceiptBlock& blockOf(ReceiptDesign& design, ReceiptBlockKind kind)
{
    return *std::ranges::find_if(design.blocks, [kind](const auto& block) { return block.kind == kind; });
}

const ReceiptBlock& blockOf(const ReceiptDesign& design, ReceiptBlockKind kind)
{
    return *std::ranges::find_if(design.blocks, [kind](const auto& block) { return block.kind == kind; });
}

std::string_view toText(ReceiptBlockKind kind)
{
    switch (kind) {
    case ReceiptBlockKind::Logo: return "logo";
    case ReceiptBlockKind::ShopHead: return "shop";
    case ReceiptBlockKind::TaxNumber: return "tax_number";
    case ReceiptBlockKind::Lines: return "lines";
    case ReceiptBlockKind::TaxTable: return "tax_table";
    case ReceiptBlockKind::Saved: return "saved";
    case ReceiptBlockKind::ThankYou: return "thanks";
    case ReceiptBlockKind::OpeningHours: return "hours";
    case ReceiptBlockKind::ReturnPolicy: return "returns";
    case ReceiptBlockKind::Barcode: return "barcode";
    case ReceiptBlockKind::QrCode: break;
    }
    return "qr";
}

std::string_view toText(BlockSize size)
{
    switch (size) {
    case BlockSize::Normal: return "normal";
    case BlockSize::Bold: return "bold";
    case BlockSize::Large: break;
    }
    return "large";
}

std::string_view toText(BlockAlign align)
{
    switch (align) {
    case BlockAlign::Left: return "left";
    case BlockAlign::Centre: return "centre";
    case BlockAlign::Right: break;
    }
    return "right";
}

std::optional<ReceiptBlockKind> receiptBlockKind(std::string_view text)
{
    return named(text, kReceiptBlockKinds);
}

std::optional<BlockSize> blockSize(std::string_view text)
{
    return named(text, std::array{BlockSize::Normal, BlockSize::Bold, BlockSize::Large});
}

std::optional<BlockAlign> blockAlign(std::string_view text)
{
    return named(text, std::array{BlockAlign::Left, BlockAlign::Centre, BlockAlign::Right});
}

} // namespace till
