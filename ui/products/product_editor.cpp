#include "ui/products/product_editor.h"

#include "services/catalog_service.h"
#include "ui/app/action_guard.h"
#include "ui/app/error_text.h"
#include "ui/app/product_picture.h"
#include "ui/kit/ask.h"
#include "ui/kit/key_button.h"
#include "ui/kit/note_bar.h"
#include "ui/kit/page_head.h"
#include "ui/kit/plain_label.h"
#include "ui/kit/scroll_down.h"
#include "ui/kit/theme.h"
#include "ui/products/name_card.h"
#include "ui/products/price_card.h"
#include "ui/products/price_history.h"
#include "ui/products/stock_card.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScrollArea>
#include <QVBoxLayout>

namespace till {

using namespace Qt::StringLiterals;

ProductEditor::ProductEditor(Shop& shop, const Formats& formats, QWidget* parent)
    : QWidget{parent}
    , m_shop{shop}
    , m_formats{formats}
    , m_head{new PageHead{{}}}
    , m_note{new NoteBar}
    , m_name{new NameCard{shop, formats, [this](const QString& code) { return ownerOf(code); }}}
    , m_price{new PriceCard{shop, formats}}
    , m_stock{new StockCard{shop, formats}}
    , m_history{new PriceHistory{formats}}
    , m_unsaved{new PlainLabel{{}, 13, QFont::Normal, Ink::Secondary}}
    , m_archive{new KeyButton{tr("Archive")}}
    , m_picture{new KeyButton{u"image"_s, tr("Picture"), {}}}
    , m_save{new KeyButton{u"check"_s, tr("Save"), QKeySequence{u"Ctrl+S"_s}}}
{
    setObjectName(u"productEditor"_s);
    auto* top = new QVBoxLayout;
    top->addWidget(m_head);
    top->addWidget(m_note);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(makeBody(), 1);
    column->addWidget(makeFooter());
    onTheme(this, [top] {
        const Tokens& t = tokens();
        top->setContentsMargins(t.px(16), t.px(16), t.px(16), t.px(8));
        top->setSpacing(t.px(8));
    });
    connectCards();
}

ProductEditor::~ProductEditor() = default;

QWidget* ProductEditor::makeBody()
{
    auto* content = new QWidget;
    auto* cards = new QHBoxLayout;
    cards->addWidget(m_name, 6);
    cards->addWidget(m_price, 5);
    auto* column = new QVBoxLayout{content};
    column->addLayout(cards);
    column->addWidget(m_stock);
    column->addWidget(m_history);
    column->addStretch(1);
    auto* scroll = scrollDown(content, u"productScroll"_s, tr("Product"));
    scroll->setFocusPolicy(Qt::NoFocus);
    onTheme(this, [column, cards] {
        const Tokens& t = tokens();
        column->setContentsMargins(t.px(16), t.px(4), t.px(16), t.px(16));
        column->setSpacing(t.px(12));
        cards->setSpacing(t.px(16));
    });
    return scroll;
}

QWidget* ProductEditor::makeFooter()
{
    m_archive->setObjectName(u"archiveProduct"_s);
    m_archive->setKind(ButtonKind::Danger);
    m_picture->setObjectName(u"productPicture"_s);
    m_save->setObjectName(u"saveProduct"_s);
    m_save->setKind(ButtonKind::Primary);
    m_unsaved->setObjectName(u"unsaved"_s);
    m_unsaved->setElided(true);
    m_unsaved->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    auto* cancel = new KeyButton{QString{}, tr("Cancel"), Qt::Key_Escape};
    cancel->setObjectName(u"cancelProduct"_s);
    auto* footer = new Surface{Surface::Fill::Card, Surface::Edge::Top};
    auto* row = new QHBoxLayout{footer};
    row->addWidget(m_archive);
    row->addWidget(m_picture);
    row->addWidget(m_unsaved, 1);
    row->addWidget(cancel);
    row->addWidget(m_save);
    for (auto* button : {m_archive, m_picture, cancel, m_save}) {
        button->setAccessibleName(button->text());
        button->setHeights(40, 56);
    }
    onTheme(this, [footer, row] {
        const Tokens& t = tokens();
        footer->setFixedHeight(t.px(64, 76));
        row->setContentsMargins(t.px(16), 0, t.px(16), 0);
        row->setSpacing(t.px(8));
    });
    connect(m_archive, &KeyButton::clicked, this, &ProductEditor::archive);
    connect(m_picture, &KeyButton::clicked, this, &ProductEditor::choosePicture);
    connect(cancel, &KeyButton::clicked, this, &ProductEditor::leave);
    connect(m_save, &KeyButton::clicked, this, &ProductEditor::save);
    return footer;
}

void ProductEditor::connectCards()
{
    connect(m_name, &NameCard::edited, this, &ProductEditor::noteChange);
    connect(m_price, &PriceCard::edited, this, &ProductEditor::noteChange);
    connect(m_stock, &StockCard::edited, this, &ProductEditor::noteChange);
    connect(m_stock, &StockCard::typed, m_note, &NoteBar::dismiss);
    connect(m_stock, &StockCard::refused, this, [this](const QString& sentence) {
        m_note->show({Tone::Bad, {}, sentence, {}, {}});
    });
    connect(m_stock, &StockCard::moved, this, [this](const QString& sentence) {
        m_note->show({Tone::Ok, {}, sentence, {}, {}});
        guarded(this, [this] {
            // Only what the movement changed is read again: fields that are being edited stay as they are.
            const auto now = m_shop.catalog().details(m_product.id);
            if (!now) return refuse({ErrorCode::ProductNotFound});
            m_product.revision = now->revision;
            m_stock->show(*now);
            if (!isChanged()) show(*now);
        });
    });
    auto* key = new QAction{this};
    key->setShortcut(QKeySequence{u"Ctrl+S"_s});
    key->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(key, &QAction::triggered, this, &ProductEditor::save);
    addAction(key);
}

QString ProductEditor::ownerOf(const QString& code) const
{
    const auto found = m_shop.catalog().findByCode(code.toStdString());
    if (!found)
        return found.error().code == ErrorCode::ProductArchived && !m_product.archived
                   ? tr("a product that was archived")
                   : QString{};
    // A look-up also reads GTIN-14 and in-store codes; only the code as it stands may not be there twice.
    const bool asWritten = found->code == code.toStdString();
    return asWritten && found->id != m_product.id ? QString::fromStdString(found->name) : QString{};
}

void ProductEditor::openNew(const QString& code)
{
    guarded(this, [this, &code] {
        m_product = {};
        m_note->dismiss();
        const auto& classes = m_shop.catalog().taxes().classes;
        if (!classes.empty()) m_product.fields.taxClass = classes.front().id;
        if (!code.isEmpty()) m_product.fields.codes = {{code.toStdString()}};
        m_head->setTitle(tr("New product"));
        m_name->show(m_product.fields);
        m_price->show(m_product.fields, {});
        m_stock->showNew(m_product.fields);
        m_history->hide();
        m_archive->hide();
        m_picture->hide();
        m_changes.clear();
        showChanges();
    });
}

void ProductEditor::open(ProductId id)
{
    guarded(this, [this, id] {
        const auto product = m_shop.catalog().details(id);
        if (!product) return refuse({ErrorCode::ProductNotFound});
        m_note->dismiss();
        show(*product);
    });
}

void ProductEditor::show(const ProductDetails& product)
{
    m_product = product;
    m_head->setTitle(QString::fromStdString(product.fields.name));
    m_name->show(product.fields);
    m_price->show(product.fields, m_shop.catalog().sellingRules(product.id));
    m_stock->show(product);
    m_history->show(product.prices);
    m_history->setVisible(true);
    m_archive->setVisible(!product.archived);
    m_picture->setVisible(!product.archived);
    m_changes.clear();
    showChanges();
}

void ProductEditor::addBarcode(const QString& code)
{
    m_name->addBarcode(code);
}

void ProductEditor::takeFocus()
{
    m_name->takeFocus();
}

void ProductEditor::noteChange(const QString& field)
{
    m_note->dismiss(); // what Save refused may be mended now
    if (!m_changes.contains(field)) m_changes << field;
    showChanges();
}

void ProductEditor::showChanges()
{
    const auto count = static_cast<int>(m_changes.size());
    m_unsaved->setPlainText(
        count == 0 ? QString{} : tr("%n unsaved: %1", nullptr, count).arg(m_changes.join(u", "_s)));
    m_save->setEnabled(count > 0);
}

Result<ProductDraft> ProductEditor::draft() const
{
    ProductDraft draft = m_product.fields;
    if (auto read = m_name->read(draft); !read) return read.error();
    if (auto read = m_price->read(draft); !read) return read.error();
    if (auto read = m_stock->read(draft); !read) return read.error();
    return draft;
}

void ProductEditor::save()
{
    if (!isChanged()) return;
    guarded(this, [this] {
        auto fields = draft();
        if (!fields) return refuse(fields.error());
        const auto rules = m_price->rules();
        if (!rules) return refuse(rules.error());
        auto& catalog = m_shop.catalog();
        const auto owner = m_shop.owner();
        if (auto placed = m_name->place(owner, *fields); !placed) return refuse(placed.error());
        if (!m_product.id) {
            const auto added = catalog.add(owner, *fields);
            if (!added) return refuse(added.error());
            m_product.id = *added;
        } else if (auto changed = catalog.change(owner, m_product.id, m_product.revision, *fields);
                   !changed) {
            return refuse(changed.error());
        }
        if (auto ruled = catalog.setSellingRules(owner, m_product.id, *rules); !ruled)
            return refuse(ruled.error());
        m_changes.clear();
        Q_EMIT saved(m_product.id.value);
    });
}

void ProductEditor::archive()
{
    const auto name = QString::fromStdString(m_product.fields.name);
    const int answer = ask(this,
        {.title = tr("Take this product out of the range?"),
            .text = tr(
                "It is not found and not sold any more. Receipts and figures of the past stay as they are."),
            .detail = name,
            .choices = {{tr("Keep it")}, {tr("Archive it"), ButtonKind::Danger}}});
    if (answer != 1) return;
    guarded(this, [this, &name] {
        if (auto done = m_shop.catalog().archive(m_shop.owner(), m_product.id); !done)
            return refuse(done.error());
        m_changes.clear();
        Q_EMIT archived(name);
    });
}

void ProductEditor::choosePicture()
{
    guarded(this, [this] {
        const auto name = QString::fromStdString(m_product.fields.name);
        const auto chosen = till::choosePicture(this, m_shop, m_product.id, name);
        if (!chosen) return refuse(chosen.error());
        if (*chosen) m_note->show({Tone::Ok, name, tr("Its tile has another picture."), {}, {}});
    });
}

void ProductEditor::leave()
{
    if (isChanged()) {
        const int answer = ask(
            this, {.title = tr("Leave without saving?"),
                      .text = tr("Changed and not saved: %1").arg(m_changes.join(u", "_s)),
                      .choices = {{tr("Go on editing")}, {tr("Discard the changes"), ButtonKind::Danger}}});
        if (answer != 1) return;
    }
    m_changes.clear();
    Q_EMIT left();
}

void ProductEditor::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) return leave();
    QWidget::keyPressEvent(event);
}

void ProductEditor::refuse(const Error& error)
{
    m_note->show({Tone::Bad, {}, errorText(error), {}, {}});
}

} // namespace till
