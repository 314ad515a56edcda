#include "ui/sell/return_rows.h"

#include <QCoreApplication>

#include <algorithm>

namespace till {
namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(till::ReturnRows)

public:
    static QString kept(const ReturnableLine& line)
    {
        if (line.bought.isNegative()) return tr("came back then");
        if (line.isKept) return tr("stays sold");
        const bool isGone = line.inSale.isZero() && !line.left.isPositive();
        return isGone ? tr("is back already") : QString{};
    }
    static QString until(const QString& day) { return tr("until %1").arg(day); }
    static QString anyDay() { return tr("any day"); }
    static QString never() { return tr("not at all"); }
    static QString name(ReturnCondition condition)
    {
        switch (condition) {
        case ReturnCondition::Resell: return tr("Resell");
        case ReturnCondition::Damaged: return tr("Damaged");
        case ReturnCondition::Expired: return tr("Past date");
        case ReturnCondition::Supplier: return tr("Supplier");
        }
        Q_UNREACHABLE();
    }
    static QString word(ReturnCondition condition)
    {
        switch (condition) {
        case ReturnCondition::Resell: return tr("resell");
        case ReturnCondition::Damaged: return tr("damaged");
        case ReturnCondition::Expired: return tr("past date");
        case ReturnCondition::Supplier: return tr("supplier");
        }
        Q_UNREACHABLE();
    }
    static QString means(ReturnCondition condition)
    {
        switch (condition) {
        case ReturnCondition::Resell: return tr("goes back on the shelf");
        case ReturnCondition::Damaged: return tr("is written off as damage");
        case ReturnCondition::Expired: return tr("is written off, past its date");
        case ReturnCondition::Supplier: return tr("waits for the supplier");
        }
        Q_UNREACHABLE();
    }
};

ReturnRow rowOf(const ReturnableLine& line, const Formats& formats, BusinessDay today)
{
    ReturnRow row;
    row.line = line.of.line;
    row.name = QString::fromStdString(line.name);
    row.bought = formats.quantity(line.bought);
    row.returned = line.returned.isZero() ? QStringLiteral("–") : formats.quantity(line.returned);
    row.kept = Words::kept(line);
    if (row.kept.isEmpty()) row.left = formats.quantity(line.left);
    row.inSale = formats.quantity(line.inSale);
    row.isTicked = !line.inSale.isZero();
    row.hasMore = line.inSale < line.left;
    if (row.isTicked) row.refund = formats.money(line.refund);
    if (line.isLate && line.until) row.until = Words::until(formats.day(*line.until, today));
    row.condition = line.condition;
    return row;
}

} // namespace

std::vector<ReturnRow> returnRows(const ReturnableSale& sale, const Formats& formats, BusinessDay today)
{
    std::vector<ReturnRow> rows;
    rows.reserve(sale.lines.size());
    for (const auto& line : sale.lines) rows.push_back(rowOf(line, formats, today));
    return rows;
}

ReturnHead returnHead(
    const ReturnableSale& sale, const QStringList& paidBy, const Formats& formats, BusinessDay today)
{
    const bool isKept = std::ranges::all_of(sale.lines, &ReturnableLine::isKept);
    ReturnHead head;
    head.number = QString::fromStdString(sale.number);
    head.sold = formats.dayAndTime(sale.at, today);
    head.paid = (paidBy.join(QStringLiteral(" + ")) + u' ' + formats.moneyWithSymbol(sale.total)).trimmed();
    head.until = sale.until ? formats.day(*sale.until, today) : isKept ? Words::never() : Words::anyDay();
    head.isOver = sale.until && *sale.until < today;
    return head;
}

ReturnCondition conditionAfter(ReturnCondition condition)
{
    const auto* const at = std::ranges::find(kReturnConditions, condition);
    return at + 1 >= kReturnConditions.end() ? kReturnConditions.front() : *(at + 1);
}

QString conditionName(ReturnCondition condition)
{
    return Words::name(condition);
}

QString conditionWord(ReturnCondition condition)
{
    return Words::word(condition);
}

QString conditionMeans(ReturnCondition condition)
{
    return Words::means(condition);
}

} // namespace till
