#include "paper/receipt_document.h"

#include "domain/cash/currency.h"
#include "paper/logo.h"
#include "paper/printable.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace till {

namespace {

constexpr int kDetail = 2; ///< columns by which what belongs to a line stands under its name

std::vector<std::string> paragraphs(const std::string& text)
{
    std::vector<std::string> found;
    for (std::size_t start = 0; start < text.size();) {
        const auto end = std::min(text.find('\n', start), text.size());
        found.push_back(text.substr(start, end - start));
        start = end + 1;
    }
    return found;
}

std::string padded(const std::string& text, int width)
{
    const auto missing = std::max(width - displayWidth(printable(text)), 0);
    return text + std::string(static_cast<std::size_t>(missing), ' ');
}

std::string joined(const std::vector<std::string>& codes)
{
    const bool allShort = std::ranges::all_of(codes, [](const auto& code) { return code.size() == 1; });
    return fmt::format("{}", fmt::join(codes, allShort ? "" : ","));
}

TextAlign alignOf(const ReceiptBlock& block)
{
    switch (block.align) {
    case BlockAlign::Left: return TextAlign::Left;
    case BlockAlign::Centre: return TextAlign::Centre;
    case BlockAlign::Right: break;
    }
    return TextAlign::Right;
}

/// A QR code's words with the receipt's number where they want it.
std::string filledIn(std::string text, const std::string& number)
{
    constexpr std::string_view kPlace = "{number}";
    for (auto at = text.find(kPlace); at != std::string::npos; at = text.find(kPlace, at + number.size()))
        text.replace(at, kPlace.size(), number);
    return text;
}

class ReceiptWriter {
public:
    enum class For { Customer, Gift };

    ReceiptWriter(const Receipt& receipt, const PaperWords& words, const PaperFormat& format, For whom)
        : m_receipt{receipt}
        , m_words{words}
        , m_format{format}
        , m_isGift{whom == For::Gift}
    {
        for (const auto& line : receipt.lines) {
            m_codesWidth = std::max(m_codesWidth, displayWidth(printable(joined(line.taxCodes))));
        }
    }

    std::vector<ReceiptPart> parts()
    {
        addWarnings();
        for (const auto& block : m_receipt.design.blocks) {
            if (!block.isOn) continue;
            m_parts.push_back({block.kind, {}});
            addBlock(block);
        }
        m_parts.push_back({});
        if (!m_receipt.journalFoot.empty() && !m_isGift) addCentred(m_receipt.journalFoot);
        addWarnings();
        return std::move(m_parts);
    }

private:
    bool isSaving() const { return m_receipt.design.savesPaper; }
    TextStyle styleOf(BlockSize size) const
    {
        if (size == BlockSize::Normal) return TextStyle::Normal;
        return size == BlockSize::Bold || isSaving() ? TextStyle::Bold : TextStyle::Large;
    }

    void add(PaperBlock block)
    {
        if (m_parts.empty()) m_parts.emplace_back();
        m_parts.back().paper.push_back(std::move(block));
    }
    void addCentred(const std::string& text, TextStyle style = TextStyle::Normal)
    {
        add(PaperText{text, TextAlign::Centre, style});
    }
    void addWords(const ReceiptBlock& block, const std::string& text)
    {
        for (const auto& one : paragraphs(text)) add(PaperText{one, alignOf(block), styleOf(block.size)});
    }
    std::string money(Money amount) const { return m_format.money(amount, m_receipt.currencyDecimals); }

    void addWarnings()
    {
        if (m_receipt.isTraining) addCentred(m_words.training, TextStyle::Large);
        if (m_isGift) addCentred(m_words.gift, TextStyle::Large);
        if (m_receipt.copyNumber > 0) {
            addCentred(fmt::format("{} {}", m_words.copy, m_receipt.copyNumber), TextStyle::Large);
        }
    }

    void addBlock(const ReceiptBlock& block)
    {
        switch (block.kind) {
        case ReceiptBlockKind::Logo: return addLogo();
        case ReceiptBlockKind::ShopHead: return addShopHead(block);
        case ReceiptBlockKind::TaxNumber:
            if (!m_receipt.taxNumber.empty()) addWords(block, m_words.taxNumber + " " + m_receipt.taxNumber);
            return;
        case ReceiptBlockKind::Lines: return m_isGift ? addGifts() : addGoods();
        case ReceiptBlockKind::TaxTable: return addTaxes();
        case ReceiptBlockKind::Saved: return addSaved(block);
        case ReceiptBlockKind::ThankYou: return addWords(block, m_receipt.footer);
        case ReceiptBlockKind::OpeningHours:
        case ReceiptBlockKind::ReturnPolicy: return addWords(block, block.text);
        case ReceiptBlockKind::Barcode:
            return add(PaperBarcode{Symbology::Code128, m_receipt.number, m_receipt.number});
        case ReceiptBlockKind::QrCode: break;
        }
        addQr(block);
    }

    void addLogo()
    {
        auto image = toImage(m_receipt.logo);
        if (image.width > 0) add(std::move(image));
    }

    void addShopHead(const ReceiptBlock& block)
    {
        add(PaperText{m_receipt.shopName, alignOf(block), styleOf(block.size)});
        for (const auto& line : m_receipt.addressLines) add(PaperText{line, alignOf(block)});
    }

    void addQr(const ReceiptBlock& block)
    {
        const auto words = filledIn(block.text, m_receipt.number);
        add(PaperBarcode{Symbology::Qr, words.empty() ? m_receipt.number : words, words});
    }

    void addGoods()
    {
        addFacts();
        std::string soldOn;
        for (const auto& line : m_receipt.lines) {
            if (!line.soldOn.empty() && line.soldOn != soldOn)
                add(PaperText{m_words.soldOn + " " + line.soldOn, TextAlign::Left});
            soldOn = line.soldOn;
            addLine(line);
        }
        add(PaperRule{});
        addTotals();
        addVouchers();
    }

    void addGifts()
    {
        addFacts();
        for (const auto& line : m_receipt.lines) {
            if (line.isReturn) continue;
            const bool isOne = line.quantity == Quantity::fromWhole(1) && line.unit.empty();
            add(PaperRow{line.name, isOne ? std::string{} : count(line), TextStyle::Normal, 0, kDetail});
        }
        add(PaperRule{});
    }

    void addFacts()
    {
        if (!isSaving() && m_parts.size() > 1) add(PaperBlank{});
        add(PaperRow{m_words.sale + " " + m_receipt.number, m_format.dateAndTime(m_receipt.time)});
        const auto cashier = m_receipt.cashier.empty() ? "" : m_words.cashier + " " + m_receipt.cashier;
        add(PaperRow{m_words.till + " " + m_receipt.till, cashier});
        add(PaperRule{});
    }

    void addLine(const ReceiptLine& line)
    {
        const auto name = line.isReturn ? m_words.returned + ": " + line.name : line.name;
        const auto amount = withCodes(line.amount, line);
        const auto pieces = Quantity::fromWhole(line.isReturn ? -1 : 1);
        if (line.quantity == pieces && line.unit.empty()) {
            add(PaperRow{name, amount, TextStyle::Normal, 0, kDetail});
        } else if (isSaving()) {
            add(PaperRow{countAndPrice(line) + " " + name, amount, TextStyle::Normal, 0, kDetail});
        } else {
            add(PaperText{name, TextAlign::Left, TextStyle::Normal, 0, kDetail});
            add(PaperRow{countAndPrice(line), amount, TextStyle::Normal, kDetail, kDetail});
        }
        for (const auto& adjustment : line.adjustments) {
            const auto change = withCodes(adjustment.amount, line);
            add(PaperRow{adjustment.label, change, TextStyle::Normal, kDetail, kDetail});
        }
        for (const auto& text : paragraphs(line.note)) {
            add(PaperText{text, TextAlign::Left, TextStyle::Normal, kDetail, kDetail});
        }
    }

    /// The codes stand under each other, so that the amounts do too.
    std::string withCodes(Money amount, const ReceiptLine& line) const
    {
        if (m_codesWidth == 0) return money(amount);
        return money(amount) + " " + padded(joined(line.taxCodes), m_codesWidth);
    }

    std::string count(const ReceiptLine& line) const
    {
        return m_format.quantity(line.quantity) + (line.unit.empty() ? "" : " ") + line.unit;
    }
    std::string countAndPrice(const ReceiptLine& line) const
    {
        return fmt::format("{} {} {}", count(line), m_words.times,
            m_format.unitPrice(line.unitPrice, m_receipt.currencyDecimals));
    }

    void addTotals()
    {
        if (!m_receipt.pricesIncludeTax) {
            add(PaperRow{m_words.net, money(m_receipt.net)});
            for (const auto& tax : m_receipt.taxes) {
                add(PaperRow{fmt::format("{} {} {}", m_words.tax, tax.code, m_format.percent(tax.rate)),
                    money(tax.tax)});
            }
        }
        add(PaperRow{
            m_words.total + " " + m_receipt.currency, money(m_receipt.total), styleOf(BlockSize::Large)});
        if (!m_receipt.cashRounding.isZero()) {
            add(PaperRow{m_words.rounding, money(m_receipt.cashRounding)});
            add(PaperRow{m_words.due + " " + m_receipt.currency, money(m_receipt.due), TextStyle::Bold});
        }
        for (const auto& tender : m_receipt.tenders) addTender(tender);
        if (!m_receipt.change.isZero()) add(PaperRow{m_words.change, money(-m_receipt.change)});
        add(PaperRule{});
    }

    void addTender(const ReceiptTender& tender)
    {
        add(PaperRow{tender.name, money(tender.amount)});
        const auto detail = [this](const std::string& text) {
            add(PaperText{text, TextAlign::Left, TextStyle::Normal, kDetail, kDetail});
        };
        if (tender.foreign) detail(foreignCash(*tender.foreign));
        if (!tender.reference.empty()) detail(tender.reference);
        for (const auto& text : tender.slip) detail(text);
        if (tender.left)
            add(PaperRow{m_words.voucherLeft, money(*tender.left), TextStyle::Normal, kDetail, kDetail});
    }

    /// "20.00 USD, 1 EUR = 1.08 USD"
    std::string foreignCash(const ForeignCash& cash) const
    {
        const auto sum =
            m_format.money(Money::fromMinor(cash.minor), currencyDecimals(cash.currency).value_or(2));
        return fmt::format("{} {}, 1 {} = {} {}", sum, cash.currency, m_receipt.currency,
            m_format.exchangeRate(cash.rate), cash.currency);
    }

    void addVouchers()
    {
        for (const auto& voucher : m_receipt.vouchers) {
            add(PaperRow{m_words.voucher, money(voucher.amount), TextStyle::Bold});
            if (voucher.validUntil) addCentred(m_words.validUntil + " " + m_format.date(*voucher.validUntil));
            add(PaperBarcode{Symbology::Code128, voucher.number, voucher.number});
            add(PaperRule{});
        }
    }

    void addTaxes()
    {
        if (m_isGift) return;
        const bool isSaidAbove = !m_receipt.pricesIncludeTax && m_receipt.taxes.size() == 1;
        if (m_receipt.taxes.empty() || isSaidAbove) return;
        const auto& left = TextAlign::Left;
        PaperTable table{{{m_words.tax, left}, {m_words.net}, {m_words.tax}, {m_words.gross}}, {}};
        int widest = 0;
        for (const auto& tax : m_receipt.taxes) {
            widest = std::max(
                widest, displayWidth(printable(tax.code)) + displayWidth(m_format.percent(tax.rate)));
        }
        for (const auto& tax : m_receipt.taxes) {
            const auto percent = m_format.percent(tax.rate);
            auto code = padded(tax.code, widest - displayWidth(percent));
            code.append(" ").append(percent);
            table.rows.push_back({std::move(code), money(tax.net), money(tax.tax), money(tax.gross)});
        }
        add(std::move(table));
        add(PaperRule{});
    }

    void addSaved(const ReceiptBlock& block)
    {
        if (!m_receipt.discount.isPositive() || m_isGift) return;
        addWords(block, m_words.saved + " " + money(m_receipt.discount) + " " + m_receipt.currency);
    }

    const Receipt& m_receipt;
    const PaperWords& m_words;
    const PaperFormat& m_format;
    bool m_isGift;
    int m_codesWidth = 0;
    std::vector<ReceiptPart> m_parts;
};

PaperDocument joined(std::vector<ReceiptPart> parts)
{
    PaperDocument paper;
    for (auto& part : parts) std::ranges::move(part.paper, std::back_inserter(paper));
    return paper;
}

} // namespace

std::vector<ReceiptPart> receiptParts(
    const Receipt& receipt, const PaperWords& words, const PaperFormat& format)
{
    return ReceiptWriter{receipt, words, format, ReceiptWriter::For::Customer}.parts();
}

PaperDocument receiptDocument(const Receipt& receipt, const PaperWords& words, const PaperFormat& format)
{
    return joined(receiptParts(receipt, words, format));
}

PaperDocument giftDocument(const Receipt& receipt, const PaperWords& words, const PaperFormat& format)
{
    return joined(ReceiptWriter{receipt, words, format, ReceiptWriter::For::Gift}.parts());
}

} // namespace till
