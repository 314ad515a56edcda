#include "ui/sell/results_view.h"

#include "ui/kit/key_badge.h"
#include "ui/kit/key_hint.h"
#include "ui/kit/paint.h"
#include "ui/kit/surface.h"
#include "ui/kit/theme.h"
#include "ui/sell/results_delegate.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPainter>
#include <QTableView>
#include <QVBoxLayout>

namespace till {

using namespace Qt::StringLiterals;

namespace {

// Head cells that stand exactly over the figures below them.
class ResultsHeader : public QHeaderView {
public:
    explicit ResultsHeader(QWidget* parent)
        : QHeaderView{Qt::Horizontal, parent}
    {
    }

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override
    {
        const Tokens& t = tokens();
        const bool first = section == ResultsModel::Name;
        const QRect words =
            rect.adjusted(t.px(first ? 16 : 2), 0, -t.px(section == ResultsModel::Price ? 16 : 4), 0);
        const auto alignment =
            model()->headerData(section, Qt::Horizontal, Qt::TextAlignmentRole).value<Qt::Alignment>();
        painter->save();
        painter->setLayoutDirection(layoutDirection());
        painter->fillRect(QRect{rect.x(), rect.bottom(), rect.width(), 1}, t.colours().hair);
        paintText(*painter, mirrored(*painter, words, rect),
            model()->headerData(section, Qt::Horizontal).toString(), t.font(12, QFont::DemiBold),
            t.colours().text2, alignment);
        painter->restore();
    }
};

} // namespace

ResultsView::ResultsView(QWidget* parent)
    : QWidget{parent}
    , m_model{new ResultsModel{this}}
    , m_table{new QTableView}
    , m_footer{new Surface{Surface::Fill::None, Surface::Edge::Top}}
{
    setObjectName(u"results"_s);
    m_table->setObjectName(u"resultsTable"_s);
    m_table->setAccessibleName(tr("Products found"));
    m_table->setHorizontalHeader(new ResultsHeader{m_table});
    m_table->setModel(m_model);
    m_table->setItemDelegate(new ResultsDelegate{m_table});
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setProperty("bare", true); // the card is painted here, with its round corners
    m_table->setShowGrid(false);
    m_table->setFocusPolicy(Qt::NoFocus);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionsClickable(false);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setMinimumSectionSize(24);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);

    auto* footerRow = new QHBoxLayout{m_footer};
    addFooter(*footerRow);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addWidget(m_table, 1);
    column->addWidget(m_footer);
    onTheme(this, [this, footerRow] {
        const Tokens& t = tokens();
        m_footer->setFixedHeight(t.px(44));
        footerRow->setContentsMargins(t.px(16), 0, t.px(16), 0);
        footerRow->setSpacing(t.px(16));
        m_table->verticalHeader()->setDefaultSectionSize(t.px(44, 52));
        m_table->horizontalHeader()->setFixedHeight(t.px(36));
        adaptColumns();
        update();
    });
    connect(m_table, &QTableView::clicked, this,
        [this](const QModelIndex& index) { Q_EMIT chosen(m_model->at(index.row()).productId); });
}

void ResultsView::addFooter(QHBoxLayout& row)
{
    row.addWidget(new KeyHint{{keyText(QKeySequence{Qt::Key_Enter})}, tr("add the marked one")});
    row.addWidget(new KeyHint{{u"↑"_s, u"↓"_s}, tr("choose")});
    row.addWidget(new KeyHint{{u"3"_s, u"*"_s}, tr("first: three")});
    row.addStretch(1);
    row.addWidget(new KeyHint{{keyText(QKeySequence{Qt::Key_Escape})}, tr("back to tiles")});
}

void ResultsView::show(std::vector<ResultRow> rows, const QString& found, const QString& currencySymbol)
{
    m_model->setRows(std::move(rows));
    m_model->setHeads(found, currencySymbol);
    adaptColumns();
    if (m_model->rowCount() > 0) m_table->selectRow(0);
}

void ResultsView::moveSelection(int rows)
{
    const int count = m_model->rowCount();
    if (count == 0) return;
    const int at = m_table->currentIndex().isValid() ? m_table->currentIndex().row() : 0;
    m_table->selectRow(std::clamp(at + rows, 0, count - 1));
}

qint64 ResultsView::selectedProduct() const
{
    const QModelIndex current = m_table->currentIndex();
    return current.isValid() ? m_model->at(current.row()).productId : 0;
}

QString ResultsView::selectedName() const
{
    const QModelIndex current = m_table->currentIndex();
    return current.isValid() ? m_model->at(current.row()).name : QString{};
}

void ResultsView::adaptColumns()
{
    const Tokens& t = tokens();
    const bool narrow = width() < t.px(620);
    const bool tiny = width() < t.px(360); // beside the number pad of a small touch screen: name and price
    const int code = t.px(narrow ? 112 : 150);
    const int stock = t.px(narrow ? 92 : 100);
    const int price = t.px(narrow ? 92 : 96);
    m_footer->setVisible(!tiny);
    m_table->setColumnHidden(ResultsModel::Code, tiny);
    m_table->setColumnHidden(ResultsModel::Stock, tiny);
    auto* header = m_table->horizontalHeader();
    header->resizeSection(ResultsModel::Code, code);
    header->resizeSection(ResultsModel::Stock, stock);
    header->resizeSection(ResultsModel::Price, price);
    header->resizeSection(
        ResultsModel::Name, std::max(t.px(120), width() - 2 - price - (tiny ? 0 : code + stock)));
}

void ResultsView::resizeEvent(QResizeEvent*)
{
    adaptColumns();
}

void ResultsView::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    paintBox(painter, rect(), tokens().px(10), tokens().colours().surface, tokens().colours().hair);
}

} // namespace till
