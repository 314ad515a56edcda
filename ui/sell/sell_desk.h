#pragma once

#include "domain/cash/currency.h"
#include "services/cart_service.h"
#include "services/shop.h"
#include "ui/kit/format.h"
#include "ui/sell/number_entry.h"

#include <QObject>

#include <functional>
#include <optional>

namespace till {

class LineQuestion;
class SellFrame;

/// What the parts of the Sell page share: the shop, how it writes numbers, where things are shown, and one
/// way to do what a person asked for and to say why it was refused.
class SellDesk : public QObject {
    Q_OBJECT

public:
    SellDesk(Shop& shop, const Formats& formats, SellFrame& frame);

    Shop& shop() const { return m_shop; }
    const Formats& formats() const { return m_formats; }
    const Currency& currency() const { return m_currency; }
    SellFrame& frame() const { return m_frame; }

    std::optional<PricedCart> cart() const; ///< the open sale; none while nothing was rung up
    std::optional<PricedCart> goods();      ///< the open sale when it has lines; says so when it has none
    /// The amount in the item field, or in the amount box while parts are paid; nothing in it where nothing
    /// is typed. What is typed and no amount is an error, which it says.
    Result<std::optional<Money>> typedAmount();

    /// Runs it, and says what stopped it: a refusal in the note bar, a failing disk in a box. True: done.
    bool attempt(const std::function<Result<>()>& action);
    void refuse(const Error& error, const QString& subject = {});
    void refuse(const QString& subject, const QString& words);
    void tell(const QString& subject, const QString& words);
    LineQuestion& question() const { return *m_question; }
    FigureEntry figures() const; ///< how a figure without a decimal sign is meant
    void takeFocus();            ///< to the item field
    /// Asked before the sale as a whole is touched: true while a form holds what was typed, and says so.
    void setForm(std::function<bool()> keepsForm) { m_keepsForm = std::move(keepsForm); }
    bool keepsForm() const { return m_keepsForm && m_keepsForm(); }
    /// Parts are paid, or a form is filled in: a scan adds its line, or is refused, and leaves the hands
    /// where they are.
    bool isBusyElsewhere() const;
    void goHome() { Q_EMIT homeRequested(); }

Q_SIGNALS:
    void homeRequested(); ///< the tiles, an empty field, no note
    void ageNeeded();     ///< goods in the sale ask how old the customer is

private:
    Error asWrittenHere(Error error) const;

    Shop& m_shop;
    Formats m_formats;
    Currency m_currency;
    SellFrame& m_frame;
    LineQuestion* m_question;
    std::function<bool()> m_keepsForm;
};

} // namespace till
