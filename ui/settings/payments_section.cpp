#include "ui/settings/payments_section.h"

#include "services/checkout_service.h"
#include "ui/kit/key_button.h"
#include "ui/kit/plain_label.h"
#include "ui/kit/switch_field.h"
#include "ui/kit/theme.h"
#include "ui/settings/settings_desk.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace till {

using namespace Qt::StringLiterals;

PaymentsSection::PaymentsSection(SettingsDesk& desk)
    : SettingsForm{desk, tr("Payments")}
    , m_rates{new QVBoxLayout}
    , m_currency{new QLineEdit}
    , m_rate{new QLineEdit}
{
    addGroup(tr("Ways to pay"),
        tr("Their names stand on buttons and receipts. How cash is rounded: see Selling."));
    for (const auto& type : book().types())
        if (!type.isForeign()) addTender(type);
    addGroup(tr("Cards"));
    addChoice("payment.card_reference", tr("Number of the slip, or last digits"),
        tr("For cards that are booked by hand. It is on the receipt, and finds it again."),
        {{u"off"_s, tr("never")}, {u"optional"_s, tr("may be typed")}, {u"required"_s, tr("must be typed")}});
    addText("payment.card_digits", tr("How long it is"), tr("Such as 4, or 4-12; empty: any."));
    addChoice("terminal.kind", tr("Card terminal"),
        tr("The simulator is for practice: amounts that end in 01 to 06 go wrong on purpose."),
        {{u"none"_s, tr("by hand")}, {u"simulator"_s, tr("simulator")}});
    addGroup(tr("Vouchers"));
    addText("voucher.name", tr("What one is called"), tr("On the line of the sale and on the receipt."));
    addText("voucher.months", tr("Months it is valid"), tr("Of vouchers sold from now on; 0: for ever."));
    addRates();
    addStretch();
    m_bookChanged = book().changed.subscribe([this] { showRates(); });
}

TenderBook& PaymentsSection::book() const
{
    return desk().shop().checkout().tenders();
}

void PaymentsSection::addTender(const TenderType& type)
{
    const auto code = type.code;
    const auto id = QString::fromStdString(code);
    const auto name = QString::fromStdString(type.name);
    auto* edit = new QLineEdit{name};
    edit->setObjectName(u"tenderName_"_s + id);
    edit->setAccessibleName(tr("Name of %1").arg(name));
    auto* both = new QWidget;
    both->setObjectName(u"tender_"_s + id);
    both->setAccessibleName(name);
    auto* row = new QHBoxLayout{both};
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(edit);
    onTheme(edit, [edit, row] {
        edit->setFixedWidth(tokens().px(200));
        row->setSpacing(tokens().px(12));
    });
    connect(edit, &QLineEdit::editingFinished, this, [this, edit, code] {
        const auto* now = book().find(code);
        if (now == nullptr || edit->text().toStdString() == now->name) return;
        desk().attempt(
            [&] { return book().rename(desk().shop().owner(), code, edit->text().toStdString()); });
        if (const auto* after = book().find(code)) edit->setText(QString::fromStdString(after->name));
    });
    if (!type.isCash) {
        auto* offered = new SwitchField{tr("%1 is offered").arg(name)};
        offered->setObjectName(u"tenderOffered_"_s + id);
        offered->setChecked(type.isOffered);
        row->addWidget(offered);
        connect(offered, &SwitchField::clicked, this, [this, offered, code](bool on) {
            if (!desk().attempt([&] { return book().setOffered(desk().shop().owner(), code, on); }))
                offered->setChecked(!on);
        });
    }
    addRow(name, type.isCash ? tr("Always offered.") : QString{}, both);
}

void PaymentsSection::addRates()
{
    const auto& facts = desk().shop().facts();
    const auto own = QString::fromStdString(facts.currency);
    addGroup(tr("Foreign cash"), tr("What 1 %1 is worth, as banks write it. A rate counts from today on; "
                                    "what was taken keeps its own. "
                                    "The value is rounded to the nearest cent, change is given in %1.")
                                     .arg(own));
    auto* list = new QWidget;
    list->setLayout(m_rates);
    m_rates->setContentsMargins(0, 0, 0, 0);
    addWide(list);
    m_currency->setObjectName(u"newCurrency"_s);
    m_currency->setAccessibleName(tr("Currency"));
    m_currency->setPlaceholderText(u"USD"_s);
    m_currency->setMaxLength(3);
    m_rate->setObjectName(u"newRate"_s);
    m_rate->setAccessibleName(tr("Rate"));
    auto* add = new KeyButton{tr("Take it from today on")};
    add->setObjectName(u"addRate"_s);
    auto* fields = new QWidget;
    auto* row = new QHBoxLayout{fields};
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_currency);
    row->addWidget(m_rate);
    row->addWidget(add);
    onTheme(fields, [this, row] {
        m_currency->setFixedWidth(tokens().px(72));
        m_rate->setFixedWidth(tokens().px(120));
        row->setSpacing(tokens().px(8));
    });
    fields->setAccessibleName(tr("Another currency"));
    addRow(tr("Another currency"), tr("Its three letters, and what 1 %1 is worth in it.").arg(own), fields);
    const auto take = [this] { setRate(m_currency->text(), m_rate->text()); };
    connect(add, &KeyButton::clicked, this, take);
    connect(m_rate, &QLineEdit::returnPressed, this, take);
    showRates();
}

QWidget* PaymentsSection::rateRow(const DatedRate& rate)
{
    const auto currency = QString::fromStdString(rate.currency);
    auto* line = new QWidget;
    auto* row = new QHBoxLayout{line};
    row->setContentsMargins(0, 0, 0, 0);
    auto figure = QString::fromStdString(formatExchangeRate(*rate.rate));
    figure.replace(u'.', desk().formats().decimalSign());
    auto* edit = new QLineEdit{figure};
    edit->setObjectName(u"rate_"_s + currency);
    edit->setAccessibleName(tr("Rate of %1").arg(currency));
    edit->setAlignment(Qt::AlignTrailing);
    auto* stop = new KeyButton{tr("Take no more")};
    stop->setObjectName(u"stopRate_"_s + currency);
    stop->setAccessibleName(tr("Take no more %1").arg(currency));
    row->addWidget(new PlainLabel{
        u"1 %1 ="_s.arg(QString::fromStdString(desk().shop().facts().currency)), 14, QFont::Normal});
    row->addWidget(edit);
    row->addWidget(new PlainLabel{currency, 14, QFont::DemiBold});
    row->addWidget(new PlainLabel{
        tr("since %1").arg(QString::fromStdString(rate.since.toText())), 13, QFont::Normal, Ink::Secondary});
    row->addStretch(1);
    row->addWidget(stop);
    row->setSpacing(tokens().px(8));
    edit->setFixedWidth(tokens().px(120));
    connect(edit, &QLineEdit::editingFinished, this, [this, edit, currency, figure] {
        if (edit->text() != figure) setRate(currency, edit->text());
    });
    connect(stop, &KeyButton::clicked, this, [this, currency] {
        desk().attempt(
            [&] { return book().setRate(desk().shop().owner(), currency.toStdString(), std::nullopt); });
    });
    return line;
}

void PaymentsSection::showRates()
{
    while (QLayoutItem* item = m_rates->takeAt(0)) {
        if (item->widget() != nullptr) {
            item->widget()->hide();
            item->widget()->deleteLater(); // it may be what asked for the change
        }
        delete item;
    }
    for (const auto& rate : book().rates())
        if (rate.rate) m_rates->addWidget(rateRow(rate));
}

void PaymentsSection::setRate(const QString& currency, const QString& text)
{
    auto plain = text.trimmed();
    plain.replace(u',', u'.');
    const auto rate = parseExchangeRate(plain.toStdString());
    if (!rate) return desk().refuse(rate.error());
    const bool done = desk().attempt(
        [&] { return book().setRate(desk().shop().owner(), currency.trimmed().toStdString(), *rate); });
    if (!done) return;
    m_currency->clear();
    m_rate->clear();
    desk().tell(currency.toUpper(), tr("counts from today on."));
}

} // namespace till
