#include "ui/products/problems_model.h"

#include "ui/app/error_text.h"

namespace till {

using namespace Qt::StringLiterals;

void ProblemsModel::show(std::vector<ImportProblem> problems)
{
    beginResetModel();
    m_problems = std::move(problems);
    endResetModel();
}

int ProblemsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_problems.size());
}

int ProblemsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ProblemsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::DisplayRole) return {};
    const auto& problem = m_problems[static_cast<std::size_t>(index.row())];
    if (index.column() == Line) return QString::number(problem.line);
    const auto words = errorText(problem.error);
    const auto detail = QString::fromStdString(problem.error.detail);
    return detail.isEmpty() || detail.endsWith(u": "_s) || words.contains(detail)
               ? words
               : words + u" ("_s + detail + u')';
}

QVariant ProblemsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    return section == Line ? tr("Line") : tr("Why it stays out");
}

} // namespace till
