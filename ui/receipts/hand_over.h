#pragma once

#include "domain/sales/receipt.h"
#include "services/shop.h"
#include "ui/kit/format.h"

#include <QWidget>

#include <optional>

class QGridLayout;

namespace till {

class KeyButton;
class NoteBar;
class ReceiptSending;

/// What can be done with the receipt that is shown: print it again, mail it, make a gift receipt of it, take
/// its goods back. The note says how it went.
class HandOver : public QWidget {
    Q_OBJECT

public:
    HandOver(Shop& shop, const Formats& formats, NoteBar& note, QWidget* parent = nullptr);

    void setReceipt(DocumentId document, const Receipt& receipt);
    void clear(); ///< nothing is shown

    void printAgain();
    void mail();
    void gift();
    void takeBack();

Q_SIGNALS:
    void giftMade(); ///< to be shown in place of the receipt
    void takeBackRequested(qint64 documentId);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void adapt(); ///< side by side, or two by two where there is less room
    void refuse(const Error& error);
    void tell(const QString& words);

    Shop& m_shop;
    NoteBar& m_note;
    KeyButton* m_print;
    KeyButton* m_mail;
    KeyButton* m_gift;
    KeyButton* m_takeBack;
    QGridLayout* m_grid;
    ReceiptSending* m_sending;
    int m_columns = 0;
    DocumentId m_document;
    std::optional<Receipt> m_receipt;
};

} // namespace till
