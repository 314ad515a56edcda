#include "ui/products/products_page.h"

#include "services/catalog_service.h"
#include "services/import_service.h"
#include "services/stock_service.h"
#include "ui/app/action_guard.h"
#include "ui/app/error_text.h"
#include "ui/kit/chip_row.h"
#include "ui/kit/file_chooser.h"
#include "ui/kit/key_button.h"
#include "ui/kit/list_table.h"
#include "ui/kit/note_bar.h"
#include "ui/kit/page_head.h"
#include "ui/kit/plain_label.h"
#include "ui/kit/surface.h"
#include "ui/kit/theme.h"
#include "ui/products/import_page.h"
#include "ui/products/product_editor.h"
#include "ui/products/product_rows_model.h"
#include "ui/sell/item_field.h"

#include <QAction>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace till {

using namespace Qt::StringLiterals;

namespace {
constexpr int kMostHits = 500;
}

ProductsListPage::ProductsListPage(Shop& shop, const Formats& formats, QWidget* parent)
    : QWidget{parent}
    , m_shop{shop}
    , m_formats{formats}
    , m_stack{new QStackedWidget}
    , m_head{new PageHead{tr("Products")}}
    , m_note{new NoteBar}
    , m_field{new ItemField{u"search"_s}}
    , m_departments{new ChipRow}
    , m_count{new PlainLabel{{}, 13, QFont::DemiBold, Ink::Secondary}}
    , m_table{new ListTable}
    , m_model{new ProductRowsModel{shop, formats, this}}
    , m_editor{new ProductEditor{shop, formats}}
    , m_import{new ImportPage{shop, formats}}
    , m_refresh{new QTimer{this}}
{
    setObjectName(u"productsPage"_s);
    m_stack->addWidget(makeList());
    m_stack->addWidget(m_editor);
    m_stack->addWidget(m_import);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
    m_refresh->setSingleShot(true);
    m_refresh->setInterval(0);
    connectAll();
}

ProductsListPage::~ProductsListPage() = default;

QWidget* ProductsListPage::makeHead()
{
    const auto currency = QString::fromStdString(m_shop.facts().currency);
    m_head->setSentence(m_shop.facts().pricesIncludeTax ? tr("prices in %1, with tax").arg(currency)
                                                        : tr("prices in %1, without tax").arg(currency));
    auto* import = new KeyButton{u"upload"_s, tr("Import…"), QKeySequence{}};
    import->setObjectName(u"importProducts"_s);
    auto* add = new KeyButton{u"plus"_s, tr("New product"), QKeySequence{u"Ctrl+N"_s}};
    add->setObjectName(u"newProduct"_s);
    add->setKind(ButtonKind::Primary);
    for (auto* button : {import, add}) {
        button->setAccessibleName(button->text());
        button->setHeights(36, 56);
        m_head->addAction(button);
    }
    connect(import, &KeyButton::clicked, this, &ProductsListPage::chooseImport);
    connect(add, &KeyButton::clicked, this, [this] { newProduct(); });
    return m_head;
}

QWidget* ProductsListPage::makeList()
{
    m_field->setObjectName(u"productSearch"_s);
    m_field->setHint(tr("Search name, number or barcode"));
    m_count->setObjectName(u"productCount"_s);
    m_table->setObjectName(u"productTable"_s);
    m_table->setAccessibleName(tr("Products"));
    m_table->setModel(m_model);
    m_table->setColumns({{0}, {168, 520}, {168, 760}, {104}, {144}, {124, 900}});
    auto* card = Surface::card();
    auto* inCard = new QVBoxLayout{card};
    inCard->setContentsMargins(1, 4, 1, 1);
    inCard->setSpacing(0);
    inCard->addWidget(m_table, 1);
    auto* footer = new Surface{Surface::Fill::None, Surface::Edge::Top};
    auto* footerRow = new QHBoxLayout{footer};
    footerRow->addWidget(m_count);
    inCard->addWidget(footer);

    auto* page = new QWidget;
    page->setObjectName(u"productList"_s);
    auto* column = new QVBoxLayout{page};
    column->addWidget(makeHead());
    column->addWidget(m_note);
    column->addWidget(m_field);
    column->addWidget(m_departments);
    column->addWidget(card, 1);
    onTheme(this, [column, footer, footerRow] {
        const Tokens& t = tokens();
        column->setContentsMargins(t.px(16), t.px(16), t.px(16), t.px(16));
        column->setSpacing(t.px(12));
        footer->setFixedHeight(t.px(40));
        footerRow->setContentsMargins(t.px(16), 0, t.px(16), 0);
    });
    return page;
}

void ProductsListPage::connectAll()
{
    connect(m_field, &ItemField::textEdited, this, &ProductsListPage::reload);
    connect(m_field, &ItemField::moveRequested, m_table, &ListTable::moveMark);
    connect(m_field, &ItemField::submitted, this, &ProductsListPage::openMarked);
    connect(m_table, &ListTable::activated, this, &ProductsListPage::openMarked);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](
            const QModelIndex& now) { m_marked = now.isValid() ? m_model->idAt(now.row()) : ProductId{}; });
    connect(m_departments, &ChipRow::chosen, this, &ProductsListPage::reload);
    connect(m_model, &ProductRowsModel::failed, this, [this](const QString& sentence) {
        m_note->show({Tone::Bad, {}, sentence, {}, {}});
    });
    connect(m_note, &NoteBar::actionTriggered, this, &ProductsListPage::undoImport);
    connect(m_refresh, &QTimer::timeout, this, [this] {
        if (isVisible() && m_stack->currentIndex() == 0) reload();
    });
    connect(m_editor, &ProductEditor::left, this, &ProductsListPage::backToList);
    connect(m_editor, &ProductEditor::saved, this, [this](qint64 id) {
        m_marked = ProductId{id};
        backToList();
    });
    connect(m_editor, &ProductEditor::archived, this, [this](const QString& name) {
        backToList();
        m_note->show({Tone::Ok, {}, tr("“%1” was taken out of the range.").arg(name), {}, {}});
    });
    connect(m_import, &ImportPage::left, this, &ProductsListPage::backToList);
    connect(m_import, &ImportPage::refused, this, [this](const QString& sentence) {
        backToList();
        m_note->show({Tone::Bad, {}, sentence, {}, {}});
    });
    connect(m_import, &ImportPage::imported, this, [this](qint64 id, const QString& sentence) {
        backToList();
        m_undoable = id;
        m_note->show({Tone::Ok, tr("Imported"), sentence, tr("Undo the import"), {}});
    });
    auto* key = new QAction{this};
    key->setShortcut(QKeySequence{u"Ctrl+N"_s});
    key->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(key, &QAction::triggered, this, [this] {
        if (m_stack->currentIndex() == 0) newProduct();
    });
    addAction(key);
    m_catalogChanged = m_shop.catalog().changed.subscribe([this] { markStale(); });
    m_stockChanged = m_shop.stock().changed.subscribe([this] { markStale(); });
}

void ProductsListPage::markStale()
{
    m_refresh->start();
}

void ProductsListPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_stack->currentIndex() == 0) reload();
}

void ProductsListPage::takeFocus()
{
    if (m_stack->currentWidget() == m_editor) return m_editor->takeFocus();
    if (m_stack->currentWidget() == m_import) return m_import->setFocus(Qt::OtherFocusReason);
    m_field->takeFocus();
}

bool ProductsListPage::takeScan(const QString& code)
{
    if (m_stack->currentWidget() == m_import) return false;
    if (m_stack->currentWidget() == m_editor) {
        m_editor->addBarcode(code);
        return true;
    }
    m_field->setText(code);
    reload();
    takeFocus();
    return true;
}

void ProductsListPage::readDepartments()
{
    std::vector<ChipRow::Choice> choices{{u"0"_s, tr("All")}};
    for (const auto& department : m_shop.catalog().departments()) {
        if (department.parent) continue;
        choices.push_back({QString::number(department.id.value), QString::fromStdString(department.name),
            department.colour});
    }
    m_departments->setChoices(choices);
}

void ProductsListPage::reload()
{
    guarded(this, [this] {
        readDepartments();
        const auto text = m_field->text().trimmed();
        const bool searching = !text.isEmpty();
        const auto marked = m_marked;
        m_departments->setVisible(!searching);
        if (searching) {
            std::vector<ProductId> ids;
            for (const auto& hit : m_shop.catalog().search(text.toStdString(), kMostHits))
                ids.push_back(hit.id);
            // A scan can say more than the product's code: a weight, a price, a batch.
            if (ids.empty())
                if (const auto scanned = m_shop.catalog().findByCode(text.toStdString()))
                    ids.push_back(scanned->id);
            m_model->show(std::move(ids));
        } else {
            m_model->show(m_shop.catalog().idsByName(DepartmentId{m_departments->current().toLongLong()}));
        }
        const auto count = m_model->rowCount();
        const auto words = count == kMostHits && searching
                               ? tr("the best %1 hits: type more to narrow them down")
                               : tr("%n product(s)", nullptr, count);
        m_count->setText(words.contains(u"%1"_s) ? words.arg(m_formats.whole(count)) : words);
        const int row = m_model->rowOf(marked);
        m_table->markRow(searching && row < 0 ? 0 : std::max(0, row));
    });
}

void ProductsListPage::newProduct(const QString& code)
{
    m_note->dismiss();
    m_editor->openNew(code);
    m_stack->setCurrentWidget(m_editor);
    m_editor->takeFocus();
}

void ProductsListPage::editProduct(qint64 productId)
{
    m_note->dismiss();
    m_editor->open(ProductId{productId});
    m_stack->setCurrentWidget(m_editor);
    m_editor->takeFocus();
}

void ProductsListPage::openMarked()
{
    if (const int row = m_table->markedRow(); row >= 0) editProduct(m_model->idAt(row).value);
}

void ProductsListPage::backToList()
{
    m_stack->setCurrentIndex(0);
    reload();
    takeFocus();
}

void ProductsListPage::chooseImport()
{
    const auto file = chooseFile(
        this, {.title = tr("Import products"), .filter = tr("Tables (*.csv *.tsv *.txt);;All files (*)")});
    if (!file) return;
    m_note->dismiss();
    m_undoable.reset();
    if (!m_import->preview(*file)) return;
    m_stack->setCurrentWidget(m_import);
    takeFocus();
}

void ProductsListPage::undoImport()
{
    if (!m_undoable) return;
    guarded(this, [this] {
        const auto id = ImportId{*std::exchange(m_undoable, std::nullopt)};
        const auto undone = m_shop.imports().undo(m_shop.owner(), id);
        if (!undone) return m_note->show({Tone::Bad, {}, errorText(undone.error()), {}, {}});
        m_note->show({Tone::Ok, tr("Taken back"),
            tr("%1 removed, %2 put back as they were, %3 kept because they were used since.")
                .arg(m_formats.whole(undone->removed), m_formats.whole(undone->restored),
                    m_formats.whole(undone->archived + undone->kept)),
            {}, {}});
    });
}

} // namespace till
