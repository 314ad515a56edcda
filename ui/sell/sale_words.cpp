#include "ui/sell/sale_words.h"

#include "domain/sales/age_check.h"
#include "services/cart_service.h"
#include "ui/app/error_text.h"
#include "ui/kit/key_button.h"
#include "ui/sell/cart_panel.h"
#include "ui/sell/cart_view.h"
#include "ui/sell/choice_page.h"
#include "ui/sell/item_field.h"
#include "ui/sell/sell_desk.h"
#include "ui/sell/sell_frame.h"

#include <QDate>
#include <QLineEdit>

namespace till {

using namespace Qt::StringLiterals;

namespace {

QDate toDate(std::chrono::year_month_day day)
{
    return {static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
        static_cast<int>(static_cast<unsigned>(day.day()))};
}

/// As a person types a birthday: 4.5.2001, 04052001, 4/5/01 in the order of the locale, or 2001-05-04.
QDate readBirthday(const QString& text, const QLocale& locale, QDate today)
{
    if (const auto iso = QDate::fromString(text, Qt::ISODate); iso.isValid()) return iso;
    QString digits;
    QStringList parts{{}};
    for (const QChar c : text) {
        if (c.isDigit()) {
            digits += c;
            parts.last() += c;
        } else if (!parts.last().isEmpty()) {
            parts << QString{};
        }
    }
    parts.removeAll(QString{});
    if (parts.size() == 1 && (digits.size() == 6 || digits.size() == 8))
        parts = {digits.mid(0, 2), digits.mid(2, 2), digits.mid(4)};
    if (parts.size() != 3) return {};
    const auto order = locale.dateFormat(QLocale::ShortFormat).toLower();
    const bool monthFirst = order.indexOf(u'm') < order.indexOf(u'd');
    int year = parts[2].toInt();
    if (parts[2].size() == 2) {
        year += 2000;
        if (year > today.year()) year -= 100;
    }
    return {year, parts[monthFirst ? 0 : 1].toInt(), parts[monthFirst ? 1 : 0].toInt()};
}

} // namespace

SaleWords::SaleWords(SellDesk& desk)
    : QObject{&desk}
    , m_desk{desk}
{
    connect(&desk, &SellDesk::ageNeeded, this, &SaleWords::askAge);
}

void SaleWords::lineNote()
{
    const auto open = m_desk.goods(SellDesk::Then::SaleStays);
    if (!open) return;
    const auto line = static_cast<int>(m_desk.frame().cart().lines().markedLine());
    askNote(open->cart.find(line) != nullptr ? line : 0);
}

void SaleWords::saleNote()
{
    if (m_desk.goods(SellDesk::Then::SaleStays)) askNote(0);
}

void SaleWords::askNote(int lineNo)
{
    const auto open = m_desk.cart();
    const auto* line = open->cart.find(lineNo);
    auto* page = new ChoicePage{u"notePage"_s, line != nullptr
                                                   ? tr("Note for %1").arg(QString::fromStdString(line->name))
                                                   : tr("Note for the sale")};
    page->setWords(
        tr("On the receipt the customer reads it; a note for the shop is only kept with the sale."));
    auto& field = page->addField(tr("Note"));
    const auto& printed = line != nullptr ? line->note : open->cart.note;
    const auto& internal = line != nullptr ? line->internalNote : open->cart.internalNote;
    const auto typed = m_desk.frame().field().text().trimmed();
    field.setText(!typed.isEmpty() ? typed : QString::fromStdString(printed.empty() ? internal : printed));
    field.selectAll();
    const auto write = [this, page, lineNo, cart = open->cart.id](NoteFor reader) {
        auto& shop = m_desk.shop();
        const auto done =
            shop.carts().setNote(shop.owner(), cart, lineNo, page->typed().toStdString(), reader);
        done ? m_desk.goHome() : page->say(errorText(done.error()));
    };
    auto& receipt = page->addButton(u"noteForReceipt"_s, tr("On the receipt"), Qt::Key_Return);
    receipt.setKind(ButtonKind::Primary);
    auto& shop =
        page->addButton(u"noteForShop"_s, tr("For the shop only"), QKeySequence{Qt::SHIFT | Qt::Key_Return});
    connect(&receipt, &KeyButton::clicked, this, [write] { write(NoteFor::Receipt); });
    connect(page, &ChoicePage::entered, this, [write] { write(NoteFor::Receipt); });
    connect(&shop, &KeyButton::clicked, this, [write] { write(NoteFor::Shop); });
    connect(page, &ChoicePage::enteredOtherwise, this, [write] { write(NoteFor::Shop); });
    if (line != nullptr) {
        auto& whole = page->addButton(u"noteForSale"_s, tr("For the whole sale"), {});
        connect(&whole, &KeyButton::clicked, this, &SaleWords::saleNote);
    }
    connect(page, &ChoicePage::left, &m_desk, &SellDesk::homeRequested);
    m_desk.frame().field().clear();
    m_desk.frame().showPage(page, false);
    page->takeFocus();
}

bool SaleWords::askAge()
{
    const auto open = m_desk.cart();
    const int years = open ? ageToConfirm(open->cart) : 0;
    if (years == 0) return false;
    const auto today = m_desk.shop().now().businessDay.date();
    Moment latest;
    latest.utc = std::chrono::sys_days{latestBirthday(today, years)} + std::chrono::hours{12};
    const auto date = m_desk.formats().date(latest);
    auto* page = new ChoicePage{u"agePage"_s, tr("Is the customer %1?").arg(years)};
    page->setLarge(tr("Born on or before %1").arg(date));
    page->setWords(tr("Look at the date of birth, or type it. Enter confirms."));
    page->addField(tr("Date of birth (may stay empty)"), 20);
    auto& yes = page->addButton(u"ageConfirm"_s, tr("Old enough"), Qt::Key_Return);
    yes.setKind(ButtonKind::Pay);
    auto& no = page->addButton(u"ageRefuse"_s, tr("Refuse: take these goods off"), Qt::Key_Delete);
    no.setKind(ButtonKind::Danger);
    connect(&yes, &KeyButton::clicked, this, [this, page] { confirmAge(page->typed()); });
    connect(page, &ChoicePage::entered, this, &SaleWords::confirmAge);
    connect(&no, &KeyButton::clicked, this, &SaleWords::refuseAge);
    connect(page, &ChoicePage::deleted, this, &SaleWords::refuseAge);
    connect(page, &ChoicePage::left, &m_desk, &SellDesk::homeRequested);
    m_desk.frame().showPage(page, false);
    page->takeFocus();
    return true;
}

void SaleWords::confirmAge(const QString& born)
{
    const auto open = m_desk.cart();
    if (!open) return m_desk.goHome();
    auto& shop = m_desk.shop();
    if (!born.isEmpty()) {
        auto* page = m_desk.frame().findChild<ChoicePage*>(u"agePage"_s);
        const auto today = toDate(shop.now().businessDay.date());
        const auto day = readBirthday(born, m_desk.formats().locale(), today);
        if (!day.isValid() || day > today) {
            if (page != nullptr) page->say(tr("This is no date of birth."));
            return;
        }
        const auto latest = toDate(latestBirthday(shop.now().businessDay.date(), ageToConfirm(open->cart)));
        if (day > latest) {
            if (page != nullptr) page->say(tr("Born on that day the customer is too young. Del refuses."));
            return;
        }
    }
    if (m_desk.attempt([&] { return shop.carts().confirmAge(shop.owner(), open->cart.id); })) m_desk.goHome();
}

void SaleWords::refuseAge()
{
    const auto open = m_desk.cart();
    if (!open) return m_desk.goHome();
    auto& shop = m_desk.shop();
    if (m_desk.attempt([&] { return shop.carts().refuseAge(shop.owner(), open->cart.id); })) m_desk.goHome();
}

} // namespace till
