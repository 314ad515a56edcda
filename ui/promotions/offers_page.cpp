#include "ui/promotions/offers_page.h"

#include "services/promotion_service.h"
#include "services/setting_service.h"
#include "ui/app/action_guard.h"
#include "ui/app/error_text.h"
#include "ui/kit/combo_field.h"
#include "ui/kit/key_button.h"
#include "ui/kit/list_table.h"
#include "ui/kit/note_bar.h"
#include "ui/kit/page_head.h"
#include "ui/kit/plain_label.h"
#include "ui/kit/surface.h"
#include "ui/kit/theme.h"
#include "ui/promotions/offer_editor.h"
#include "ui/promotions/offers_model.h"

#include <QAction>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace till {

using namespace Qt::StringLiterals;

OffersPage::OffersPage(Shop& shop, const Formats& formats, QWidget* parent)
    : QWidget{parent}
    , m_shop{shop}
    , m_stack{new QStackedWidget}
    , m_note{new NoteBar}
    , m_table{new ListTable}
    , m_model{new OffersModel{formats, this}}
    , m_choice{new ComboField}
    , m_editor{new OfferEditor{shop, formats}}
{
    setObjectName(u"offersPage"_s);
    m_stack->addWidget(makeList());
    m_stack->addWidget(m_editor);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
    connectAll();
}

OffersPage::~OffersPage() = default;

QWidget* OffersPage::makeList()
{
    auto* head = new PageHead{tr("Offers")};
    head->setSentence(tr("what the till takes off by itself"));
    auto* add = new KeyButton{u"plus"_s, tr("New offer"), QKeySequence{u"Ctrl+N"_s}};
    add->setObjectName(u"newOffer"_s);
    add->setKind(ButtonKind::Primary);
    add->setAccessibleName(add->text());
    add->setHeights(36, 56);
    head->addAction(add);
    connect(add, &KeyButton::clicked, this, &OffersPage::newOffer);

    m_table->setObjectName(u"offerTable"_s);
    m_table->setAccessibleName(tr("Offers"));
    m_table->setModel(m_model);
    m_table->setColumns({{0}, {320}, {220, 760}, {120}});
    auto* card = Surface::card();
    auto* inCard = new QVBoxLayout{card};
    inCard->setContentsMargins(1, 4, 1, 1);
    inCard->setSpacing(0);
    inCard->addWidget(m_table, 1);
    inCard->addWidget(makeFooter());

    auto* page = new QWidget;
    auto* column = new QVBoxLayout{page};
    column->addWidget(head);
    column->addWidget(m_note);
    column->addWidget(card, 1);
    onTheme(page, [column] {
        const Tokens& t = tokens();
        column->setContentsMargins(t.px(16), t.px(16), t.px(16), t.px(16));
        column->setSpacing(t.px(12));
    });
    return page;
}

QWidget* OffersPage::makeFooter()
{
    m_choice->setObjectName(u"offerChoice"_s);
    m_choice->addItem(tr("the combination that saves most"), u"best"_s);
    m_choice->addItem(tr("the first in the list"), u"first"_s);
    auto* words =
        new PlainLabel{tr("When several offers want the same goods, what counts is"), 13, QFont::Normal};
    words->setBuddy(m_choice);
    m_choice->setAccessibleName(words->text());
    auto* footer = new Surface{Surface::Fill::None, Surface::Edge::Top};
    auto* row = new QHBoxLayout{footer};
    row->addWidget(words);
    row->addWidget(m_choice);
    row->addStretch(1);
    onTheme(footer, [this, footer, row] {
        const Tokens& t = tokens();
        m_choice->setMinimumWidth(t.px(280));
        footer->setFixedHeight(t.px(56, 72));
        row->setContentsMargins(t.px(16), 0, t.px(16), 0);
        row->setSpacing(t.px(12));
    });
    return footer;
}

void OffersPage::connectAll()
{
    connect(m_table, &ListTable::activated, this, &OffersPage::openMarked);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](
            const QModelIndex& now) { m_marked = now.isValid() ? m_model->idAt(now.row()) : PromotionId{}; });
    connect(m_choice, &QComboBox::activated, this, &OffersPage::choose);
    connect(m_editor, &OfferEditor::left, this, &OffersPage::backToList);
    connect(m_editor, &OfferEditor::saved, this, [this](qint64 id) {
        m_marked = PromotionId{id};
        backToList();
    });
    connect(m_editor, &OfferEditor::archived, this, [this](const QString& name) {
        backToList();
        m_note->show({Tone::Ok, {}, tr("“%1” has ended.").arg(name), {}, {}});
    });
    auto* key = new QAction{this};
    key->setShortcut(QKeySequence{u"Ctrl+N"_s});
    key->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(key, &QAction::triggered, this, [this] {
        if (m_stack->currentIndex() == 0) newOffer();
    });
    addAction(key);
    m_changed = m_shop.promotions().changed.subscribe([this] {
        if (isVisible() && m_stack->currentIndex() == 0) reload();
    });
}

void OffersPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_stack->currentIndex() == 0) reload();
}

void OffersPage::takeFocus()
{
    if (m_stack->currentWidget() == m_editor) return m_editor->takeFocus();
    m_table->setFocus(Qt::OtherFocusReason);
}

bool OffersPage::takeScan(const QString& code)
{
    if (m_stack->currentWidget() != m_editor) return false;
    m_editor->takeScan(code);
    return true;
}

void OffersPage::reload()
{
    guarded(this, [this] {
        const auto marked = m_marked;
        std::vector<OffersModel::Row> rows;
        for (auto& offer : m_shop.promotions().all()) {
            const auto state = m_shop.promotions().stateOf(offer);
            rows.push_back({std::move(offer), state});
        }
        if (rows.empty() && !m_note->hasNote())
            m_note->show({Tone::Info, {},
                tr("There are no offers yet. Ctrl+N writes one: 3 for 5, 10 % off the bread, a coupon."), {},
                {}});
        m_model->show(std::move(rows));
        m_table->markRow(std::max(0, m_model->rowOf(marked)));
        m_choice->setCurrentIndex(
            m_choice->findData(QString::fromStdString(m_shop.settings().value("sale.promotion_choice"))));
    });
}

void OffersPage::newOffer()
{
    m_note->dismiss();
    m_editor->openNew();
    m_stack->setCurrentWidget(m_editor);
    m_editor->takeFocus();
}

void OffersPage::editOffer(PromotionId id)
{
    m_note->dismiss();
    m_editor->open(id);
    m_stack->setCurrentWidget(m_editor);
    m_editor->takeFocus();
}

void OffersPage::openMarked()
{
    if (const int row = m_table->markedRow(); row >= 0) editOffer(m_model->idAt(row));
}

void OffersPage::backToList()
{
    m_stack->setCurrentIndex(0);
    reload();
    takeFocus();
}

void OffersPage::choose(int at)
{
    guarded(this, [&] {
        const auto set = m_shop.settings().set(
            m_shop.owner(), "sale.promotion_choice", m_choice->itemData(at).toString().toStdString());
        if (!set) m_note->show({Tone::Bad, {}, errorText(set.error()), {}, {}});
    });
}

} // namespace till
