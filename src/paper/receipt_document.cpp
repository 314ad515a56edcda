#include "paper/receipt_document.h"

#include "paper/printable.h"

#include <fmt/format.h>

#include <algorithm>
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

class ReceiptWriter {
public:
    ReceiptWriter(const Receipt& receipt, const PaperWords& words, const PaperFormat& format)
        : m_receipt{receipt}
        , m_words{words}
        , m_format{format}
    {
        for (const auto& line : receipt.lines) {
            m_codesWidth = std::max(m_codesWidth, displayWidth(printable(joined(line.taxCodes))));
        }
    }

    PaperDocument document()
    {
        addWarnings();
        addHead();
        for (const auto& line : m_receipt.lines) addLine(line);
        add(PaperRule{});
        addTotals();
        addTaxes();
        addFoot();
        addWarnings();
        return std::move(m_paper);
    }

private:
    void add(PaperBlock block) { m_paper.push_back(std::move(block)); }
    void addCentred(const std::string& text, TextStyle style = TextStyle::Normal)
    {
        add(PaperText{text, TextAlign::Centre, style});
    }
    std::string money(Money amount) const { return m_format.money(amount, m_receipt.currencyDecimals); }

    void addWarnings()
    {
        if (m_receipt.isTraining) addCentred(m_words.training, TextStyle::Large);
        if (m_receipt.copyNumber > 0) {
            addCentred(fmt::format("{} {}", m_words.copy, m_receipt.copyNumber), TextStyle::Large);
        }
    }

    void addHead()
    {
        addCentred(m_receipt.shopName, TextStyle::Large);
        for (const auto& line : m_receipt.addressLines) addCentred(line);
        if (!m_receipt.taxNumber.empty()) addCentred(m_words.taxNumber + " " + m_receipt.taxNumber);
        add(PaperBlank{});
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

    std::string countAndPrice(const ReceiptLine& line) const
    {
        const auto unit = line.unit.empty() ? "" : " " + line.unit;
        return fmt::format("{}{} {} {}", m_format.quantity(line.quantity), unit, m_words.times,
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
        add(PaperRow{m_words.total + " " + m_receipt.currency, money(m_receipt.total), TextStyle::Large});
        if (!m_receipt.cashRounding.isZero()) {
            add(PaperRow{m_words.rounding, money(m_receipt.cashRounding)});
            add(PaperRow{m_words.due + " " + m_receipt.currency, money(m_receipt.due), TextStyle::Bold});
        }
        for (const auto& tender : m_receipt.tenders) add(PaperRow{tender.name, money(tender.amount)});
        if (!m_receipt.change.isZero()) add(PaperRow{m_words.change, money(-m_receipt.change)});
        add(PaperRule{});
    }

    void addTaxes()
    {
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

    void addFoot()
    {
        if (m_receipt.discount.isPositive()) {
            addCentred(m_words.saved + " " + money(m_receipt.discount) + " " + m_receipt.currency);
        }
        for (const auto& text : paragraphs(m_receipt.footer)) addCentred(text);
        add(PaperBarcode{Symbology::Code128, m_receipt.number, m_receipt.number});
        if (!m_receipt.journalFoot.empty()) addCentred(m_receipt.journalFoot);
    }

    const Receipt& m_receipt;
    const PaperWords& m_words;
    const PaperFormat& m_format;
    int m_codesWidth = 0;
    PaperDocument m_paper;
};

} // namespace

PaperDocument receiptDocument(const Receipt& receipt, const PaperWords& words, const PaperFormat& format)
{
    return ReceiptWriter{receipt, words, format}.document();
}

} // namespace till
