#pragma once

#include "domain/sales/receipt.h"
#include "services/shop.h"
#include "ui/kit/format.h"

#include <QWidget>

#include <optional>

namespace till {

class KeyButton;
class NoteBar;

/// What can be done with the receipt that is shown: print it again, mail it, make a gift receipt of it. The
/// note says how it went.
class HandOver : public QWidget {
    Q_OBJECT

public:
    HandOver(Shop& shop, const Formats& formats, NoteBar& note, QWidget* parent = nullptr);

    void setReceipt(DocumentId document, const Receipt& receipt);
    void clear(); ///< nothing is shown

    void printAgain();
    void mail();
    void gift();

Q_SIGNALS:
    void giftMade(); ///< to be shown in place of the receipt

private:
    void refuse(const Error& error);
    void tell(const QString& words);

    Shop& m_shop;
    Formats m_formats;
    NoteBar& m_note;
    KeyButton* m_print;
    KeyButton* m_mail;
    KeyButton* m_gift;
    DocumentId m_document;
    std::optional<Receipt> m_receipt;
};

} // namespace till
