#include "ui/promotions/offer_limits.h"

#include "services/promotion_service.h"
#include "ui/app/action_guard.h"
#include "ui/kit/check_field.h"
#include "ui/kit/combo_field.h"
#include "ui/kit/filter_chip.h"
#include "ui/kit/key_button.h"
#include "ui/kit/plain_label.h"
#include "ui/kit/scan_receiver.h"
#include "ui/kit/theme.h"
#include "ui/wizard/form_field.h"

#include <QDateEdit>
#include <QHBoxLayout>
#include <QIntValidator>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QTimeEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace till {

using namespace Qt::StringLiterals;

namespace {

const QDate kNoDay{2000, 1, 1}; // shown as a word: no day was chosen
constexpr int kMostCodes = 1'000;

QDateEdit* dayField(const QString& name, const QString& none)
{
    auto* field = new QDateEdit{kNoDay};
    field->setObjectName(name);
    field->setMinimumDate(kNoDay);
    field->setMaximumDate(QDate{2999, 12, 31});
    field->setSpecialValueText(none);
    field->setButtonSymbols(QAbstractSpinBox::NoButtons);
    return field;
}

QTimeEdit* timeField(const QString& name)
{
    auto* field = new QTimeEdit{QTime{0, 0}};
    field->setObjectName(name);
    field->setDisplayFormat(u"HH:mm"_s);
    field->setButtonSymbols(QAbstractSpinBox::NoButtons);
    return field;
}

QLineEdit* countField(const QString& name, const QString& hint, int most)
{
    auto* field = new QLineEdit;
    field->setObjectName(name);
    field->setAlignment(Qt::AlignRight);
    field->setPlaceholderText(hint);
    field->setValidator(new QIntValidator{1, most, field});
    return field;
}

QDate dateOf(const std::optional<BusinessDay>& day)
{
    return day ? QDate{1970, 1, 1}.addDays(day->days) : kNoDay;
}

std::optional<BusinessDay> dayOf(const QDate& date)
{
    if (date == kNoDay) return std::nullopt;
    return BusinessDay{static_cast<std::int32_t>(QDate{1970, 1, 1}.daysTo(date))};
}

QTime timeOf(const std::optional<int>& minute)
{
    return QTime{0, 0}.addSecs(minute.value_or(0) % (24 * 60) * 60);
}

int minuteOf(const QTime& time)
{
    return time.hour() * 60 + time.minute();
}

} // namespace

OfferLimits::OfferLimits(Shop& shop, QWidget* parent)
    : Surface{Fill::Card, Edge::All, 10, parent}
    , m_shop{shop}
    , m_from{dayField(u"offerFrom"_s, tr("any day"))}
    , m_to{dayField(u"offerTo"_s, tr("open end"))}
    , m_fromTime{timeField(u"offerFromTime"_s)}
    , m_toTime{timeField(u"offerToTime"_s)}
    , m_group{new ComboField}
    , m_needsCoupon{new CheckField{tr("Only with a coupon")}}
    , m_codes{new QPlainTextEdit}
    , m_howMany{countField(u"offerCodeCount"_s, u"20"_s, kMostCodes)}
    , m_uses{countField(u"offerUses"_s, tr("any number"), 1'000'000)}
    , m_usesPerCustomer{countField(u"offerUsesPerCustomer"_s, tr("any number"), 1'000)}
{
    for (std::size_t i = 0; i < m_weekdays.size(); ++i) {
        const int day = static_cast<int>(i) + 1;
        auto* chip = new FilterChip{QLocale{}.standaloneDayName(day, QLocale::ShortFormat)};
        chip->setObjectName(u"offerWeekday%1"_s.arg(day));
        chip->setAccessibleName(QLocale{}.standaloneDayName(day));
        connect(chip, &FilterChip::toggled, this, &OfferLimits::edited);
        m_weekdays[i] = chip;
    }
    m_group->setObjectName(u"offerGroup"_s);
    m_group->setEditable(true);
    m_group->setInsertPolicy(QComboBox::NoInsert);
    m_group->lineEdit()->setProperty("bare", true);
    m_group->lineEdit()->setPlaceholderText(tr("Everybody; or type a new group"));
    m_needsCoupon->setObjectName(u"offerNeedsCoupon"_s);
    m_needsCoupon->setAccessibleName(m_needsCoupon->text());
    auto* column = new QVBoxLayout{this};
    column->addWidget(makeTimes());
    column->addWidget(new FormField{tr("For customers of the group"), m_group});
    column->addWidget(m_needsCoupon);
    m_couponBox = makeCoupons();
    column->addWidget(m_couponBox);
    m_group->lineEdit()->setAccessibleName(m_group->accessibleName());
    onTheme(this, [column] {
        const Tokens& t = tokens();
        column->setContentsMargins(t.px(16), t.px(16), t.px(16), t.px(16));
        column->setSpacing(t.px(12));
    });
    for (auto* day : {m_from, m_to}) connect(day, &QDateEdit::dateChanged, this, &OfferLimits::edited);
    for (auto* time : {m_fromTime, m_toTime})
        connect(time, &QTimeEdit::timeChanged, this, &OfferLimits::edited);
    connect(m_group, &QComboBox::currentTextChanged, this, &OfferLimits::edited);
    connect(m_needsCoupon, &CheckField::toggled, this, [this] {
        adapt();
        Q_EMIT edited();
    });
    connect(m_codes, &QPlainTextEdit::textChanged, this, &OfferLimits::edited);
    for (auto* count : {m_uses, m_usesPerCustomer})
        connect(count, &QLineEdit::textEdited, this, &OfferLimits::edited);
}

QWidget* OfferLimits::makeTimes()
{
    auto* box = new QWidget;
    auto* dates = new QHBoxLayout;
    dates->addWidget(new FormField{tr("First day"), m_from}, 3);
    dates->addWidget(new FormField{tr("Last day"), m_to}, 3);
    dates->addWidget(new FormField{tr("From"), m_fromTime}, 2);
    dates->addWidget(new FormField{tr("To"), m_toTime}, 2);
    auto* days = new QHBoxLayout;
    for (auto* chip : m_weekdays) days->addWidget(chip);
    days->addStretch(1);
    auto* column = new QVBoxLayout{box};
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(dates);
    column->addWidget(
        new PlainLabel{tr("00:00 to 00:00 is the whole day; 22:00 to 02:00 goes past midnight."), 12,
            QFont::Normal, Ink::Secondary});
    column->addLayout(days);
    onTheme(box, [column, dates, days] {
        const Tokens& t = tokens();
        column->setSpacing(t.px(8));
        dates->setSpacing(t.px(12));
        days->setSpacing(t.px(6));
    });
    return box;
}

QWidget* OfferLimits::makeCoupons()
{
    auto* box = new QWidget;
    m_codes->setObjectName(u"offerCodes"_s);
    m_codes->setPlaceholderText(tr("One code in each line, like SAVE5"));
    m_codes->setTabChangesFocus(true);
    keepScans(*m_codes);
    auto* make = new KeyButton{tr("Make codes")};
    make->setObjectName(u"offerMakeCodes"_s);
    make->setAccessibleName(make->text());
    make->setHeights(36, 56);
    connect(make, &KeyButton::clicked, this, &OfferLimits::makeCodes);
    auto* limits = new QHBoxLayout;
    limits->addWidget(new FormField{tr("Each counts in so many sales"), m_uses}, 1);
    limits->addWidget(new FormField{tr("and of each customer in"), m_usesPerCustomer}, 1);
    auto* making = new QHBoxLayout;
    making->addWidget(new FormField{tr("So many new codes"), m_howMany}, 1);
    making->addWidget(make, 1, Qt::AlignBottom);
    auto* column = new QVBoxLayout{box};
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(new FormField{tr("Codes"), m_codes});
    column->addLayout(making);
    column->addLayout(limits);
    onTheme(box, [this, column, limits, making] {
        const Tokens& t = tokens();
        m_codes->setFixedHeight(t.px(96));
        column->setSpacing(t.px(8));
        limits->setSpacing(t.px(12));
        making->setSpacing(t.px(12));
    });
    return box;
}

void OfferLimits::adapt()
{
    m_couponBox->setVisible(m_needsCoupon->isChecked());
}

void OfferLimits::makeCodes()
{
    guarded(this, [this] {
        const int typed = m_howMany->text().toInt();
        const int count = std::clamp(typed == 0 ? 20 : typed, 1, kMostCodes);
        QStringList codes;
        const auto known = m_codes->toPlainText().trimmed();
        if (!known.isEmpty()) codes << known;
        for (const auto& code : m_shop.promotions().newCouponCodes(count))
            codes << QString::fromStdString(code);
        m_codes->setPlainText(codes.join(u'\n'));
    });
}

void OfferLimits::show(const PromotionDraft& draft)
{
    const QSignalBlocker quiet{this};
    const auto& times = draft.times;
    m_from->setDate(dateOf(times.from));
    m_to->setDate(dateOf(times.to));
    m_fromTime->setTime(timeOf(times.fromMinute));
    m_toTime->setTime(timeOf(times.toMinute));
    for (std::size_t i = 0; i < m_weekdays.size(); ++i)
        m_weekdays[i]->setChecked((times.weekdays >> i & 1) != 0);
    m_group->clear();
    int current = -1;
    for (const auto& group : m_shop.promotions().groups()) {
        if (group.id == draft.group) current = m_group->count();
        m_group->addItem(QString::fromStdString(group.name));
    }
    m_group->setCurrentIndex(current);
    if (current < 0) m_group->setEditText({});
    m_needsCoupon->setChecked(draft.needsCoupon);
    m_coupons = draft.coupons;
    QStringList codes;
    for (const auto& coupon : m_coupons) codes << QString::fromStdString(coupon.code);
    m_codes->setPlainText(codes.join(u'\n'));
    const auto first = m_coupons.empty() ? CouponDraft{} : m_coupons.front();
    const auto text = [](int count) { return count > 0 ? QString::number(count) : QString{}; };
    m_uses->setText(text(first.uses));
    m_usesPerCustomer->setText(text(first.usesPerCustomer));
    adapt();
}

QString OfferLimits::group() const
{
    return m_group->currentText().trimmed();
}

void OfferLimits::read(PromotionDraft& draft) const
{
    auto& times = draft.times;
    times = {};
    times.from = dayOf(m_from->date());
    times.to = dayOf(m_to->date());
    times.weekdays = 0;
    for (std::size_t i = 0; i < m_weekdays.size(); ++i) {
        if (m_weekdays[i]->isChecked()) times.weekdays = static_cast<std::uint8_t>(times.weekdays | 1U << i);
    }
    const int from = minuteOf(m_fromTime->time());
    const int to = minuteOf(m_toTime->time());
    if (from != 0 || to != 0) {
        times.fromMinute = from;
        times.toMinute = to == 0 ? 24 * 60 : to;
    }
    draft.group = {};
    for (const auto& group : m_shop.promotions().groups()) {
        if (QString::fromStdString(group.name) == this->group()) draft.group = group.id;
    }
    draft.needsCoupon = m_needsCoupon->isChecked();
    draft.coupons.clear();
    if (!draft.needsCoupon) return;
    const auto lines = m_codes->toPlainText().split(u'\n', Qt::SkipEmptyParts);
    for (const auto& line : lines) {
        const auto code = line.trimmed().toStdString();
        if (code.empty()) continue;
        const auto known = std::find_if(m_coupons.begin(), m_coupons.end(),
            [&](const CouponDraft& coupon) { return coupon.code == code; });
        CouponDraft coupon = known == m_coupons.end() ? CouponDraft{code} : *known;
        coupon.uses = m_uses->text().toInt();
        coupon.usesPerCustomer = m_usesPerCustomer->text().toInt();
        draft.coupons.push_back(std::move(coupon));
    }
}

} // namespace till
