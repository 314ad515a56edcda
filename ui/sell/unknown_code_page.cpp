#include "ui/sell/unknown_code_page.h"

#include "services/cart_service.h"
#include "services/catalog_service.h"
#include "ui/app/action_guard.h"
#include "ui/app/error_text.h"
#include "ui/kit/combo_field.h"
#include "ui/kit/key_button.h"
#include "ui/kit/key_hint.h"
#include "ui/kit/plain_label.h"
#include "ui/kit/surface.h"
#include "ui/kit/theme.h"
#include "ui/wizard/form_field.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

namespace till {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostHits = 4;

} // namespace

UnknownCodePage::UnknownCodePage(Shop& shop, const Formats& formats, const QString& code, QWidget* parent)
    : QWidget{parent}
    , m_shop{shop}
    , m_formats{formats}
    , m_code{code}
    , m_name{new QLineEdit}
    , m_price{new QLineEdit}
    , m_department{new ComboField}
    , m_tax{new ComboField}
    , m_problem{new PlainLabel{{}, 14, QFont::Normal, Ink::Danger}}
    , m_search{new QLineEdit}
{
    setObjectName(u"unknownCodePage"_s);
    auto* row = new QHBoxLayout{this};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    row->addWidget(buildForm(), 3);
    auto* side = new QVBoxLayout;
    side->setSpacing(16);
    side->addWidget(buildAttach(), 1);
    side->addWidget(buildSellOnce());
    row->addLayout(side, 2);
    connect(m_name, &QLineEdit::returnPressed, this, [this] { m_price->setFocus(Qt::TabFocusReason); });
    connect(m_price, &QLineEdit::returnPressed, this, &UnknownCodePage::addAndSell);
    for (auto* edit : {m_name, m_price}) connect(edit, &QLineEdit::textEdited, m_problem, &QWidget::hide);
    connect(m_department, &QComboBox::currentIndexChanged, this, &UnknownCodePage::chooseDepartment);
    chooseDepartment();
}

void UnknownCodePage::fillLists()
{
    m_department->addItem(tr("No department"), QVariant::fromValue<qint64>(0));
    for (const auto& department : m_shop.catalog().departments()) {
        m_department->addItem(
            QString::fromStdString(department.name), QVariant::fromValue<qint64>(department.id.value));
    }
    for (const auto& taxClass : m_shop.catalog().taxes().classes) {
        const auto taxes = m_shop.catalog().taxes().at(taxClass.id, m_shop.now().businessDay);
        const auto rate = taxes.size() == 1 ? u"  "_s + m_formats.percent(taxes.front().rate) : QString{};
        m_tax->addItem(
            QString::fromStdString(taxClass.name) + rate, QVariant::fromValue<qint64>(taxClass.id.value));
    }
}

QWidget* UnknownCodePage::buildForm()
{
    m_name->setObjectName(u"newProductName"_s);
    m_name->setAccessibleName(tr("Name"));
    m_name->setMaxLength(200);
    m_price->setObjectName(u"newProductPrice"_s);
    m_price->setAccessibleName(tr("Price"));
    m_price->setAlignment(Qt::AlignRight);
    m_department->setObjectName(u"newProductDepartment"_s);
    m_department->setAccessibleName(tr("Department"));
    m_tax->setObjectName(u"newProductTax"_s);
    m_tax->setAccessibleName(tr("Tax"));
    onTheme(this, [this] {
        m_name->setMinimumHeight(tokens().px(44, 56));
        m_price->setMinimumHeight(tokens().px(44, 56));
        m_price->setFont(tokens().font(18, QFont::DemiBold));
    });
    fillLists();
    auto* add = new KeyButton{tr("Add and sell")};
    add->setObjectName(u"addAndSell"_s);
    add->setAccessibleName(add->text());
    add->setKind(ButtonKind::Pay);
    add->setHeights(64, 72);
    add->setTextSize(18);
    add->setKey(Qt::Key_Return);
    connect(add, &KeyButton::clicked, this, &UnknownCodePage::addAndSell);

    auto* card = Surface::card();
    auto* form = new QVBoxLayout{card};
    form->setContentsMargins(16, 16, 16, 16);
    form->setSpacing(12);
    auto* head = new QHBoxLayout;
    auto* title = new PlainLabel{tr("Add it and sell it"), 18, QFont::Bold};
    title->setWordWrap(true);
    head->addWidget(title, 1);
    head->addWidget(new KeyHint{{u"Tab"_s}, tr("next field")}, 0, Qt::AlignTop);
    form->addLayout(head);
    form->addWidget(new FormField{tr("Name"), m_name});
    auto* second = new QHBoxLayout;
    const auto price =
        m_shop.facts().pricesIncludeTax ? tr("Price with tax, %1") : tr("Price before tax, %1");
    second->addWidget(new FormField{price.arg(m_formats.currencySymbol()), m_price}, 1);
    second->addWidget(new FormField{tr("Tax"), m_tax}, 1);
    form->addLayout(second);
    form->addWidget(new FormField{tr("Department (sets the tax)"), m_department});
    m_problem->setObjectName(u"newProductProblem"_s);
    m_problem->setWordWrap(true);
    m_problem->hide();
    form->addWidget(m_problem);
    form->addStretch();
    form->addWidget(add);
    return card;
}

QWidget* UnknownCodePage::buildSellOnce()
{
    auto* card = Surface::card();
    auto* column = new QVBoxLayout{card};
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(new PlainLabel{tr("Sell once"), 18, QFont::Bold});
    auto* words = new PlainLabel{
        tr("By price and tax. Nothing is saved in the product list."), 14, QFont::Normal, Ink::Secondary};
    words->setWordWrap(true);
    column->addWidget(words);
    auto* sell = new KeyButton{tr("Sell once")};
    sell->setObjectName(u"sellOnce"_s);
    sell->setAccessibleName(sell->text());
    sell->setKey(QKeySequence{Qt::SHIFT | Qt::Key_Return});
    connect(sell, &KeyButton::clicked, this, &UnknownCodePage::sellOnce);
    column->addWidget(sell);
    auto* leave = new KeyButton{tr("Leave it")};
    leave->setObjectName(u"leaveUnknown"_s);
    leave->setAccessibleName(leave->text());
    leave->setKey(Qt::Key_Escape);
    connect(leave, &KeyButton::clicked, this, &UnknownCodePage::left);
    column->addWidget(leave);
    return card;
}

QWidget* UnknownCodePage::buildAttach()
{
    auto* card = Surface::card();
    auto* column = new QVBoxLayout{card};
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    auto* title = new PlainLabel{tr("One more code of a product"), 18, QFont::Bold};
    title->setWordWrap(true);
    column->addWidget(title);
    m_search->setObjectName(u"attachSearch"_s);
    m_search->setAccessibleName(tr("Product that has this code too"));
    m_search->setPlaceholderText(tr("Search: name or number"));
    onTheme(this, [this] { m_search->setMinimumHeight(tokens().px(44, 56)); });
    column->addWidget(m_search);
    m_hits = new QVBoxLayout;
    m_hits->setSpacing(8);
    column->addLayout(m_hits);
    column->addStretch(1);
    connect(m_search, &QLineEdit::textEdited, this, &UnknownCodePage::search);
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        if (m_firstHit != 0) attachTo(m_firstHit);
    });
    return card;
}

void UnknownCodePage::search(const QString& text)
{
    while (auto* item = m_hits->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // it may be what was touched
        delete item;
    }
    m_firstHit = 0;
    if (text.trimmed().isEmpty()) return;
    for (const auto& hit : m_shop.catalog().search(text.toStdString(), kMostHits)) {
        auto* button = new KeyButton{QString::fromStdString(hit.name)};
        button->setObjectName(u"attach%1"_s.arg(hit.id.value));
        button->setAccessibleName(tr("This is a code of %1").arg(button->text()));
        button->setArrangement(KeyButton::Arrangement::Spread);
        button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        if (m_firstHit == 0) button->setKey(Qt::Key_Return);
        connect(button, &KeyButton::clicked, this, [this, id = hit.id.value] { attachTo(id); });
        m_hits->addWidget(button);
        if (m_firstHit == 0) m_firstHit = hit.id.value;
    }
}

void UnknownCodePage::attachTo(qint64 productId)
{
    guarded(this, [&] {
        const ProductId id{productId};
        const auto details = m_shop.catalog().details(id);
        if (!details) return refuse({ErrorCode::ProductNotFound}, m_search);
        auto draft = details->fields;
        // One piece, whatever pack the product's other codes stand for.
        draft.codes.push_back({m_code.toStdString(), false, Quantity::fromWhole(1), {}});
        const auto changed = m_shop.catalog().change(m_shop.owner(), id, details->revision, draft);
        if (!changed) return refuse(changed.error(), m_search);
        Q_EMIT added(productId);
    });
}

bool UnknownCodePage::hasTyped() const
{
    return !m_name->text().trimmed().isEmpty() || !m_price->text().trimmed().isEmpty() ||
           !m_search->text().trimmed().isEmpty();
}

void UnknownCodePage::takeFocus()
{
    m_name->setFocus(Qt::OtherFocusReason);
}

void UnknownCodePage::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape) return Q_EMIT left();
    if (enter && event->modifiers().testFlag(Qt::ShiftModifier)) return sellOnce();
    QWidget::keyPressEvent(event);
}

void UnknownCodePage::chooseDepartment()
{
    const auto id = m_department->currentData().toLongLong();
    for (const auto& department : m_shop.catalog().departments()) {
        if (department.id.value != id || !department.taxClass) continue;
        const auto index = m_tax->findData(QVariant::fromValue<qint64>(department.taxClass.value));
        if (index >= 0) m_tax->setCurrentIndex(index);
    }
}

std::optional<UnitPrice> UnknownCodePage::price()
{
    const auto typed = m_formats.parseUnitPrice(m_price->text());
    if (typed && !typed->isNegative()) return *typed;
    refuse(typed ? Error{ErrorCode::PriceInvalid} : typed.error(), m_price);
    return std::nullopt;
}

void UnknownCodePage::addAndSell()
{
    const auto typed = price();
    if (!typed) return;
    ProductDraft draft;
    draft.name = m_name->text().toStdString();
    draft.department = DepartmentId{m_department->currentData().toLongLong()};
    draft.taxClass = TaxClassId{m_tax->currentData().toLongLong()};
    draft.price = *typed;
    if (!m_code.isEmpty()) draft.codes = {{m_code.toStdString(), false, Quantity::fromWhole(1), {}}};
    guarded(this, [&] {
        const auto product = m_shop.catalog().add(m_shop.owner(), draft);
        if (!product) return refuse(product.error(), m_name);
        Q_EMIT added(product->value);
    });
}

void UnknownCodePage::sellOnce()
{
    const auto typed = price();
    if (!typed) return;
    OpenItem item;
    item.name = m_name->text().trimmed().isEmpty() ? m_code.toStdString() : m_name->text().toStdString();
    item.department = DepartmentId{m_department->currentData().toLongLong()};
    item.taxClass = TaxClassId{m_tax->currentData().toLongLong()};
    item.price = *typed;
    guarded(this, [&] {
        const auto line = m_shop.carts().ringUp(m_shop.owner(), item);
        if (!line) return refuse(line.error(), m_price);
        Q_EMIT soldOnce();
    });
}

void UnknownCodePage::refuse(const Error& error, QWidget* where)
{
    m_problem->setPlainText(errorText(error));
    m_problem->show();
    where->setFocus(Qt::OtherFocusReason);
}

} // namespace till
