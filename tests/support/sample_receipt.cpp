#include "support/sample_receipt.h"

#include "paper/receipt_document.h"

namespace till::test {

namespace {

ReceiptLine piece(const std::string& name, std::int64_t cents, const std::string& tax)
{
    const auto price = Money::fromMinor(cents);
    return {name, "", Quantity::fromWhole(1), UnitPrice::fromMoney(price), price, {}, {tax}};
}

ReceiptLine several(const std::string& name, std::int64_t count, std::int64_t cents, const std::string& tax)
{
    auto line = piece(name, cents, tax);
    line.quantity = Quantity::fromWhole(count);
    line.amount = line.amount * count;
    return line;
}

ReceiptLine weighed(
    const std::string& name, std::int64_t grams, std::int64_t centsPerKilo, std::int64_t cents)
{
    auto line = piece(name, centsPerKilo, "A");
    line.unit = "kg";
    line.quantity = Quantity::fromThousandths(grams);
    line.amount = Money::fromMinor(cents);
    return line;
}

std::vector<ReceiptLine> bakeryLines()
{
    auto croissants = several("Butter croissant", 3, 135, "A");
    croissants.adjustments = {{"Offer: croissants 3 for 2", Money::fromMinor(-135)}};
    auto bottle = several("Bottle deposit", -1, 25, "B");
    bottle.isReturn = true;
    auto cake = piece("Birthday cake with a name in chocolate, for 12", 2400, "A");
    cake.note = "For: Zoë\nCandles: 9";
    auto screw = several("Screw for the shelf", 10, 0, "B");
    screw.unitPrice = UnitPrice::fromHundredths(350);
    screw.amount = Money::fromMinor(35);
    return {piece("Farmhouse loaf 1 kg", 490, "A"), croissants, weighed("Vine tomatoes", 846, 299, 253),
        piece("Cappuccino, large", 360, "B"), cake, bottle, screw};
}

Moment afternoon()
{
    using namespace std::chrono;
    const BusinessDay day = BusinessDay::fromDate(year{2026} / March / 14);
    return {sys_days{year{2026} / March / 14} + 14h + 7min + 9s, 60, day};
}

} // namespace

Receipt bakeryReceipt()
{
    Receipt receipt;
    receipt.shopName = "Corner Bakery";
    receipt.addressLines = {"12 Mill Lane, Old Town"};
    receipt.taxNumber = "XX 123 456 789";
    receipt.till = "1";
    receipt.number = "A-001042";
    receipt.uid = Uid::fromText("018f3c1e-7a2b-7c3d-8e4f-5a6b7c8d9e0f").value();
    receipt.time = afternoon();
    receipt.cashier = "Amina";
    receipt.lines = bakeryLines();
    receipt.taxes = {
        {"A", Rate::fromPercent(7), Money::fromMinor(3190), Money::fromMinor(223), Money::fromMinor(3413)},
        {"B", Rate::fromPercent(19), Money::fromMinor(311), Money::fromMinor(59), Money::fromMinor(370)}};
    receipt.gross = Money::fromMinor(3918);
    receipt.discount = Money::fromMinor(135);
    receipt.net = Money::fromMinor(3501);
    receipt.totalTax = Money::fromMinor(282);
    receipt.total = Money::fromMinor(3783);
    receipt.cashRounding = Money::fromMinor(2);
    receipt.due = Money::fromMinor(3785);
    receipt.tenders = {
        {"voucher", "Voucher", Money::fromMinor(500), false}, {"cash", "Cash", Money::fromMinor(5000), true}};
    receipt.change = Money::fromMinor(1715);
    receipt.currency = "EUR";
    receipt.footer = "Thank you!\nOpen Monday to Saturday from 6 to 18";
    receipt.journalFoot = "J4711 · 7KQ2-M9XD-41";
    return receipt;
}

Receipt receiptOf(const std::string& name, Money amount, const std::string& currency, int decimals)
{
    Receipt receipt;
    receipt.shopName = "Shop";
    receipt.till = "1";
    receipt.number = "A-000001";
    receipt.time = afternoon();
    receipt.lines = {{name, "", Quantity::fromWhole(1), {}, amount, {}, {"A"}}};
    receipt.taxes = {{"A", Rate{}, amount, Money{}, amount}};
    receipt.gross = receipt.net = receipt.total = receipt.due = amount;
    receipt.tenders = {{"cash", "Cash", amount, true}};
    receipt.currency = currency;
    receipt.currencyDecimals = decimals;
    return receipt;
}

PaperFormat commaFormat()
{
    return {",", ".", DateOrder::DayMonthYear, "."};
}

PaperLayout paperLayout(const Receipt& receipt, int columns, const PaperFormat& format)
{
    return layOut(receiptDocument(receipt, {}, format), columns);
}

std::string paperText(const Receipt& receipt, int columns, const PaperFormat& format)
{
    return toText(paperLayout(receipt, columns, format));
}

} // namespace till::test
