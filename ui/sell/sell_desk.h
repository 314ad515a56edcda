#pragma once

#include "domain/cash/currency.h"
#include "services/cart_service.h"
#include "services/shop.h"
#include "ui/kit/format.h"
#include "ui/kit/note_bar.h"
#include "ui/sell/number_entry.h"

#include <QObject>

#include <functional>
#include <optional>
#include <vector>

namespace till {

class LineQuestion;
class SecondStroke;
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
    enum class Then { SaleIsLeft, SaleStays };
    /// The open sale when it has lines; says so when it has none, or what would be lost with it.
    std::optional<PricedCart> goods(Then then = Then::SaleIsLeft);
    /// The amount in the item field, or in the amount box while parts are paid; nothing in it where nothing
    /// is typed. What is typed and no amount is an error, which it says.
    Result<std::optional<Money>> typedAmount();

    /// Runs it, and says what stopped it: a refusal in the note bar, a failing disk in a box. True: done.
    bool attempt(const std::function<Result<>()>& action);
    void refuse(const Error& error, const QString& subject = {});
    void refuse(const QString& subject, const QString& words);
    void tell(const QString& subject, const QString& words);
    /// Aloud, and behind whatever shows the sale that is there now; what stops the person meanwhile goes
    /// first.
    void sayLeftOut(const QString& subject, const QString& words);
    LineQuestion& question() const { return *m_question; }
    FigureEntry figures() const; ///< how a figure without a decimal sign is meant
    void takeFocus();            ///< to the item field
    /// Asked before the sale as a whole is touched: true while a form holds what was typed, and says so.
    void setForm(std::function<bool()> keepsForm) { m_keepsForm = std::move(keepsForm); }
    bool keepsForm() const { return m_keepsForm && m_keepsForm(); }
    /// Asked before the sale is paid, put aside or given up, and before another one comes to the front: true
    /// while something belongs to it that would be lost, and says so.
    void askBeforeLeaving(std::function<bool()> keepsSale) { m_keepsSale.push_back(std::move(keepsSale)); }
    bool keepsSale() const;
    /// Asks in the note bar. True: the key, or the button, that brought the question has come once more.
    bool isMeant(const NoteBar::Note& question) const;
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
    SecondStroke* m_second;
    std::function<bool()> m_keepsForm;
    std::vector<std::function<bool()>> m_keepsSale;
};

} // namespace till
