#include "ui/sell/sale_customer.h"

#include "services/cart_service.h"
#include "services/customer_service.h"
#include "services/promotion_service.h"
#include "services/voucher_service.h"
#include "ui/app/error_text.h"
#include "ui/kit/key_button.h"
#include "ui/sell/cart_panel.h"
#include "ui/sell/choice_page.h"
#include "ui/sell/item_field.h"
#include "ui/sell/known_codes.h"
#include "ui/sell/sell_desk.h"
#include "ui/sell/sell_frame.h"
#include "ui/sound/sounds.h"

#include <QLineEdit>

#include <memory>

namespace till {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostCustomers = 30;

} // namespace

SaleCustomer::SaleCustomer(SellDesk& desk)
    : QObject{&desk}
    , m_desk{desk}
{
    connect(&desk.frame().cart(), &CartPanel::customerRequested, this, &SaleCustomer::ask);
    m_cartChanged = desk.shop().carts().changed.subscribe([this](TillId) { show(); });
    show();
}

void SaleCustomer::show()
{
    const auto open = m_desk.cart();
    if (!open || !open->cart.customer) return m_desk.frame().cart().setCustomer({});
    const auto customer = m_desk.shop().customers().find(*open->cart.customer);
    m_desk.frame().cart().setCustomer(
        QString::fromStdString(customer ? customer->shownAs() : *open->cart.customer));
}

bool SaleCustomer::take(const QString& code)
{
    const auto known = m_desk.shop().customers().find(code.toStdString());
    if (known) attach(code);
    return known.has_value();
}

void SaleCustomer::ask()
{
    const auto typed = m_desk.frame().field().text().trimmed();
    if (!typed.isEmpty() && take(typed)) return;
    askWho(typed);
}

void SaleCustomer::attach(const QString& code)
{
    auto& shop = m_desk.shop();
    const auto open = m_desk.cart();
    const auto cart = open ? open->cart.id : CartId{};
    if (m_desk.attempt([&] { return shop.carts().setCustomer(shop.owner(), cart, code.toStdString()); }))
        m_desk.goHome();
}

void SaleCustomer::askWho(const QString& typed)
{
    auto* page = new ChoicePage{u"customerPage"_s, tr("Whose sale is it?")};
    page->setWords(
        tr("Scan the card, or type the code or the name. Enter takes the code, or the first name."));
    auto& field = page->addField(tr("Code or name"));
    auto codes = std::make_shared<std::vector<std::string>>();
    const auto search = [this, page, codes](const QString& text) {
        std::vector<QString> rows;
        codes->clear();
        for (const auto& one :
            m_desk.shop().customers().search(text.trimmed().toStdString(), kMostCustomers)) {
            codes->push_back(one.code);
            const auto code = QString::fromStdString(one.code);
            rows.push_back(one.name.empty() ? code
                                            : tr("%1, %2", "name and code of a customer")
                                                  .arg(QString::fromStdString(one.name), code));
        }
        page->setChoices(rows, tr("Nobody is known like this."));
    };
    connect(page, &ChoicePage::edited, this, search);
    connect(page, &ChoicePage::chosen, this,
        [this, codes](int row) { attach(QString::fromStdString((*codes)[static_cast<std::size_t>(row)])); });
    connect(page, &ChoicePage::entered, this, [this, codes](const QString& text) {
        if (text.isEmpty()) return m_desk.goHome();
        if (take(text)) return;
        if (!codes->empty()) return attach(QString::fromStdString(codes->front()));
        add(text);
    });
    connect(page, &ChoicePage::left, &m_desk, &SellDesk::homeRequested);
    auto& newOne = page->addButton(
        u"customerAdd"_s, tr("Add as a new customer"), QKeySequence{Qt::SHIFT | Qt::Key_Return});
    const auto addTyped = [this, page] {
        page->typed().isEmpty() ? page->say(tr("Type the code of the card first.")) : add(page->typed());
    };
    connect(&newOne, &KeyButton::clicked, this, addTyped);
    connect(page, &ChoicePage::enteredOtherwise, this, addTyped);
    if (const auto open = m_desk.cart(); open && open->cart.customer) {
        auto& off = page->addButton(u"customerRemove"_s, tr("Take the customer off"), Qt::Key_Delete);
        connect(&off, &KeyButton::clicked, this, [this] { attach({}); });
        connect(page, &ChoicePage::deleted, this, [this] { attach({}); });
        auto& group =
            page->addButton(u"customerGroup"_s, tr("Their group"), QKeySequence{Qt::ALT | Qt::Key_G});
        connect(&group, &KeyButton::clicked, this,
            [this, code = *open->cart.customer] { askGroup(QString::fromStdString(code)); });
    }
    page->setTakeScan([this, page, &field, search](const QString& code) {
        if (take(code)) return true;
        auto& shop = m_desk.shop();
        if (isKnownInSale(shop, code) || shop.vouchers().find(code.toStdString())) return false;
        Sounds::instance().play(Sound::Unknown);
        field.setText(code);
        search(code);
        page->say(tr("Nobody has this card yet. Shift+Enter adds a new customer."));
        return true;
    });
    field.setText(typed);
    search(typed);
    m_desk.frame().field().clear();
    m_desk.frame().showPage(page, false);
    page->takeFocus();
}

void SaleCustomer::add(const QString& code)
{
    auto* page = new ChoicePage{u"customerNew"_s, tr("“%1” is new").arg(code)};
    page->setWords(tr("Give a name if you like. Enter adds the customer and puts the sale on the name."));
    page->addField(tr("Name (may stay empty)"));
    const auto save = [this, page, code](const QString& name) {
        auto& shop = m_desk.shop();
        const auto added = shop.customers().add(shop.owner(), code.toStdString(), name.toStdString());
        added ? attach(code) : page->say(errorText(added.error()));
    };
    connect(page, &ChoicePage::entered, this, save);
    auto& button = page->addButton(u"customerSave"_s, tr("Add"), Qt::Key_Return);
    button.setKind(ButtonKind::Primary);
    connect(&button, &KeyButton::clicked, this, [save, page] { save(page->typed()); });
    connect(page, &ChoicePage::left, &m_desk, &SellDesk::homeRequested);
    m_desk.frame().showPage(page, false);
    page->takeFocus();
}

void SaleCustomer::askGroup(const QString& code)
{
    auto& promotions = m_desk.shop().promotions();
    const auto customer = m_desk.shop().customers().find(code.toStdString());
    const auto now = QString::fromStdString(promotions.groupOf(code.toStdString()).name);
    auto* page = new ChoicePage{u"customerGroupPage"_s,
        tr("Group of %1").arg(customer ? QString::fromStdString(customer->shownAs()) : code)};
    page->setWords(now.isEmpty()
                       ? tr("In no group. Offers can be for the customers of a group alone.")
                       : tr("In the group %1. Offers can be for the customers of a group alone.").arg(now));
    page->addField(tr("New group"));
    const auto groups = promotions.groups();
    std::vector<QString> names;
    names.reserve(groups.size());
    for (const auto& each : groups) names.push_back(QString::fromStdString(each.name));
    page->setChoices(names, tr("There is no group yet: type its name."));
    const auto join = [this, page, code](Result<CustomerGroupId> group) {
        auto& shop = m_desk.shop();
        const auto done = group ? shop.promotions().setCustomerGroup(shop.owner(), code.toStdString(), *group)
                                : Result<>{group.error()};
        done ? m_desk.goHome() : page->say(errorText(done.error()));
    };
    connect(page, &ChoicePage::chosen, this,
        [join, groups](int row) { join(groups[static_cast<std::size_t>(row)].id); });
    connect(page, &ChoicePage::entered, this, [this, join](const QString& name) {
        if (name.isEmpty()) return m_desk.goHome();
        join(m_desk.shop().promotions().groupNamed(m_desk.shop().owner(), name.toStdString()));
    });
    if (!now.isEmpty()) {
        auto& none = page->addButton(u"customerNoGroup"_s, tr("In no group"), Qt::Key_Delete);
        connect(&none, &KeyButton::clicked, this, [join] { join(CustomerGroupId{}); });
        connect(page, &ChoicePage::deleted, this, [join] { join(CustomerGroupId{}); });
    }
    connect(page, &ChoicePage::left, &m_desk, &SellDesk::homeRequested);
    m_desk.frame().showPage(page, false);
    page->takeFocus();
}

} // namespace till
