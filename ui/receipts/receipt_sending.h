#pragma once

#include "domain/sales/receipt.h"
#include "services/shop.h"
#include "ui/kit/format.h"

#include <QWidget>

namespace till {

/// Sends a receipt that was issued: its PDF to the mail program, a gift receipt without prices to the
/// printer. What became of it is told, later where a program had to be started first.
class ReceiptSending : public QObject {
    Q_OBJECT

public:
    ReceiptSending(Shop& shop, const Formats& formats, QWidget* parent);

    void mail(DocumentId document, const Receipt& receipt);
    void gift(const Receipt& receipt); ///< without a printer it is only said that there is none

Q_SIGNALS:
    void told(const QString& number, const QString& words);
    void refused(const Error& error);

private:
    QWidget* m_window; ///< where a failing disk is told
    Shop& m_shop;
    Formats m_formats;
};

} // namespace till
