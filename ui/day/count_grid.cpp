#include "ui/day/count_grid.h"

#include "ui/kit/plain_label.h"
#include "ui/kit/theme.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLineEdit>

namespace till {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostFigures = 40;
constexpr qint64 kMostPieces = 10'000'000;

/// "100+7"; nothing for what is no number of pieces.
std::optional<qint64> piecesIn(const QString& text)
{
    qint64 pieces = 0;
    for (const auto& part : text.split(u'+')) {
        bool fine = false;
        const auto count = part.trimmed().toLongLong(&fine);
        if (!fine || count < 0 || count > kMostPieces) return std::nullopt;
        pieces += count;
    }
    return pieces;
}

} // namespace

CountGrid::CountGrid(const Formats& formats, const Currency& currency, QWidget* parent)
    : QWidget{parent}
    , m_formats{formats}
{
    setObjectName(u"countGrid"_s);
    auto* grid = new QGridLayout{this};
    addSide(*grid, 0, currency.notes, true);
    addSide(*grid, 5, currency.coins, false);
    grid->setColumnMinimumWidth(4, 32);
    grid->setRowStretch(grid->rowCount(), 1);
    onTheme(this, [grid] {
        const Tokens& t = tokens();
        grid->setContentsMargins(0, 0, 0, 0);
        grid->setHorizontalSpacing(t.px(8));
        grid->setVerticalSpacing(t.px(4, 8));
        grid->setColumnMinimumWidth(4, t.px(32));
    });
}

void CountGrid::addSide(QGridLayout& grid, int column, const std::vector<Money>& values, bool notes)
{
    grid.addWidget(new PlainLabel{notes ? tr("Notes") : tr("Coins"), 12, QFont::DemiBold, Ink::Secondary}, 0,
        column, 1, 4);
    int line = 1;
    for (auto value = values.rbegin(); value != values.rend(); ++value, ++line) {
        const auto words = m_formats.money(*value);
        Row row{*value, new QLineEdit, new PlainLabel{u"–"_s, 14, QFont::Normal, Ink::Secondary}};
        auto* name = new PlainLabel{words, 14, QFont::Bold};
        name->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
        row.pieces->setObjectName(u"pieces%1"_s.arg(value->minor()));
        row.pieces->setAccessibleName(notes ? tr("Notes of %1").arg(words) : tr("Coins of %1").arg(words));
        row.pieces->setAlignment(Qt::AlignRight);
        row.pieces->setMaxLength(kMostFigures);
        row.pieces->setProperty("compact", true);
        row.pieces->installEventFilter(this);
        row.sum->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
        onTheme(row.pieces, [edit = row.pieces] { edit->setFixedWidth(tokens().px(96)); });
        grid.addWidget(name, line, column);
        grid.addWidget(new PlainLabel{u"×"_s, 14, QFont::Normal, Ink::Secondary}, line, column + 1);
        grid.addWidget(row.pieces, line, column + 2);
        grid.addWidget(row.sum, line, column + 3);
        grid.setColumnStretch(column + 3, 1);
        connect(row.pieces, &QLineEdit::textEdited, this, [this] {
            showSums();
            Q_EMIT edited();
        });
        m_rows.push_back(row);
    }
}

void CountGrid::clear()
{
    for (const auto& row : m_rows) row.pieces->clear();
    showSums();
}

void CountGrid::takeFocus()
{
    if (!m_rows.empty()) m_rows.front().pieces->setFocus(Qt::OtherFocusReason);
}

Result<Money> CountGrid::total() const
{
    Money total;
    for (const auto& row : m_rows) {
        const auto text = row.pieces->text().trimmed();
        if (text.isEmpty()) continue;
        const auto pieces = piecesIn(text);
        if (!pieces) return Error{ErrorCode::NumberInvalid, text.toStdString()};
        total += row.value * *pieces;
    }
    return total;
}

int CountGrid::rowsCounted() const
{
    int counted = 0;
    for (const auto& row : m_rows) counted += row.pieces->text().trimmed().isEmpty() ? 0 : 1;
    return counted;
}

void CountGrid::showSums()
{
    for (const auto& row : m_rows) {
        const auto text = row.pieces->text().trimmed();
        const auto pieces = text.isEmpty() ? std::nullopt : piecesIn(text);
        row.sum->setInk(pieces ? Ink::Text : text.isEmpty() ? Ink::Secondary : Ink::Danger);
        row.sum->setText(pieces ? m_formats.money(row.value * *pieces) : text.isEmpty() ? u"–"_s : u"?"_s);
    }
}

void CountGrid::go(int from, int by)
{
    const int to = from + by;
    if (to >= rowCount()) return Q_EMIT finished();
    if (to < 0) return;
    auto* pieces = m_rows[static_cast<std::size_t>(to)].pieces;
    pieces->setFocus(Qt::OtherFocusReason);
    pieces->selectAll();
}

bool CountGrid::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
    const auto* press = static_cast<QKeyEvent*>(event);
    const bool plain = (press->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    for (int i = 0; plain && i < rowCount(); ++i) {
        if (m_rows[static_cast<std::size_t>(i)].pieces != watched) continue;
        switch (press->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_Down: go(i, 1); return true;
        case Qt::Key_Up: go(i, -1); return true;
        default: break;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace till
