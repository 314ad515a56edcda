#include "ui/day/x_figures.h"

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
        named(tr("Paid with"), m_report.tenders);
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
        add(tr("Goods sold"), m_formats.money(m_report.gross));
        add(tr("Discounts"), m_formats.money(-m_report.discounts));
        add(tr("Taken back (%1)").arg(m_formats.whole(m_report.returns)),
            m_formats.money(-m_report.returned));
        if (!m_report.rounding.isZero()) add(tr("Rounding of cash"), m_formats.difference(m_report.rounding));
        add(tr("Sales with tax"), m_formats.moneyWithSymbol(m_report.total), Kind::Total);
    }
    void taxes()
    {
        add(tr("Taxes"), {}, Kind::Head);
        for (const auto& tax : m_report.taxes)
            add(tr("%1 on %2").arg(nameOf(tax), m_formats.money(tax.net)), m_formats.money(tax.tax));
        add(tr("Net"), m_formats.money(m_report.net));
        add(tr("Tax"), m_formats.money(m_report.tax), Kind::Total);
    }
    QString nameOf(const XReport::Row& tax) const
    {
        const auto name = QString::fromStdString(tax.name);
        return tax.rate ? name + u' ' + m_formats.percent(*tax.rate) : name;
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
