#include "ui/day/x_figures.h"

#include "domain/cash/currency.h"

#include <QCoreApplication>

namespace till {

using namespace Qt::StringLiterals;

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(till::XFigures)

public:
    Words(const XReport& report, const Formats& formats)
        : m_report{report}
        , m_formats{formats}
    {
    }
    std::vector<FigureList::Row> rows()
    {
        sales();
        taxes();
        tenders();
        if (m_report.departments.size() > 1) named(tr("Departments"), m_report.departments);
        if (m_report.cashiers.size() > 1) named(tr("Cashiers"), m_report.cashiers);
        control();
        return std::move(m_rows);
    }

private:
    using Kind = FigureList::Kind;
    void add(const QString& words, const QString& figure, Kind kind = Kind::Row)
    {
        m_rows.push_back({words, figure, kind});
    }
    void sales()
    {
        add(tr("Sales"), {}, Kind::Head);
        add(tr("Receipts"), m_formats.whole(m_report.receipts));
        if (m_report.receipts > 0)
            add(tr("Numbers"), u"%1 – %2"_s.arg(QString::fromStdString(m_report.firstReceipt),
                                   QString::fromStdString(m_report.lastReceipt)));
        if (m_report.receipts > 0) add(tr("Average of a receipt"), m_formats.money(m_report.average));
        add(tr("Goods sold"), m_formats.money(m_report.gross));
        discounts();
        add(tr("Taken back (%1)").arg(m_formats.whole(m_report.returns)),
            m_formats.money(-m_report.returned));
        if (!m_report.rounding.isZero()) add(tr("Rounding of cash"), m_formats.difference(m_report.rounding));
        add(tr("Sales with tax"), m_formats.moneyWithSymbol(m_report.total), Kind::Total);
    }
    void discounts()
    {
        for (const auto& discount : m_report.discountKinds)
            add(wordsOf(discount.kind).arg(m_formats.whole(discount.count)),
                m_formats.money(-discount.amount));
        if (m_report.discountKinds.empty()) add(tr("Discounts"), m_formats.money(-m_report.discounts));
    }
    static QString wordsOf(AdjustmentKind kind)
    {
        switch (kind) {
        case AdjustmentKind::LineDiscount: return tr("Discounts on lines (%1)");
        case AdjustmentKind::SaleDiscount: return tr("Discounts on whole sales (%1)");
        case AdjustmentKind::Promotion: return tr("Promotions (%1)");
        case AdjustmentKind::PriceOverride: break;
        }
        return tr("Discounts (%1)");
    }
    void taxes()
    {
        add(tr("Taxes"), {}, Kind::Head);
        for (const auto& tax : m_report.taxes) {
            add(tr("%1 on %2").arg(nameOf(tax), m_formats.money(tax.net)), m_formats.money(tax.tax));
            if (!tax.grossBack.isZero())
                add(tr("of it taken back, on %1").arg(m_formats.money(tax.netBack)),
                    m_formats.money(tax.taxBack));
        }
        add(tr("Net"), m_formats.money(m_report.net));
        add(tr("Tax"), m_formats.money(m_report.tax), Kind::Total);
    }
    QString nameOf(const XReport::Row& tax) const
    {
        const auto name = QString::fromStdString(tax.name);
        return tax.rate ? name + u' ' + m_formats.percent(*tax.rate) : name;
    }
    void tenders()
    {
        if (m_report.tenders.empty()) return;
        add(tr("Paid with"), {}, Kind::Head);
        for (const auto& tender : m_report.tenders) {
            const auto name = QString::fromStdString(tender.name);
            add(u"%1 (%2)"_s.arg(name, m_formats.whole(tender.count)), m_formats.money(tender.gross));
            if (!tender.grossBack.isZero())
                add(tr("of it given back, %1").arg(name), m_formats.money(tender.grossBack));
        }
        for (const auto& cash : m_report.foreignCash)
            add(tr("In the drawer, %1").arg(QString::fromStdString(cash.currency)), foreignSum(cash));
        if (m_report.vouchersSold > 0)
            add(tr("Vouchers sold, no takings (%1)").arg(m_formats.whole(m_report.vouchersSold)),
                m_formats.money(m_report.voucherMoney));
        if (m_report.vouchersOwed.isPositive())
            add(tr("Owed on vouchers"), m_formats.money(m_report.vouchersOwed));
    }
    static QString foreignSum(const XReport::Foreign& cash)
    {
        const auto decimals = currencyDecimals(cash.currency).value_or(2);
        return Formats{QLocale{}, QString::fromStdString(cash.currency), decimals}.money(
            Money::fromMinor(cash.minor));
    }
    void named(const QString& head, const std::vector<XReport::Row>& rows)
    {
        if (rows.empty()) return;
        add(head, {}, Kind::Head);
        for (const auto& row : rows) {
            const auto name = row.name.empty() ? tr("none") : QString::fromStdString(row.name);
            add(u"%1 (%2)"_s.arg(name, m_formats.whole(row.count)), m_formats.money(row.gross));
        }
    }
    void control()
    {
        add(tr("Control"), {}, Kind::Head);
        add(tr("Lines removed"), m_formats.whole(m_report.linesRemoved));
        add(tr("Sales given up"), m_formats.whole(m_report.cartsAbandoned));
        add(tr("Prices changed by hand"), m_formats.whole(m_report.priceOverrides));
        add(tr("Copies of receipts"), m_formats.whole(m_report.copies));
        if (m_report.heldCarts > 0)
            add(tr("On hold (%1)").arg(m_formats.whole(m_report.heldCarts)),
                m_formats.money(m_report.heldValue));
        add(tr("Since day one, net of returns"), m_formats.money(m_report.grandNet));
        add(tr("Journal"), QString::fromStdString(m_report.journalHead));
    }

    const XReport& m_report;
    const Formats& m_formats;
    std::vector<FigureList::Row> m_rows;
};

} // namespace

std::vector<FigureList::Row> xFigures(const XReport& report, const Formats& formats)
{
    return Words{report, formats}.rows();
}

} // namespace till
