#pragma once

#include "services/shop.h"
#include "ui/kit/format.h"

#include <QWidget>

namespace till {

/// Receipts as they were issued: found by number, amount or product, shown as paper, saved as PDF, copied.
class ReceiptsPage : public QWidget {
    Q_OBJECT

public:
    ReceiptsPage(Shop& shop, const Formats& formats, QWidget* parent = nullptr);

    void showReceipt(qint64 documentId); ///< marked in the list, whatever day it is of
    void takeFocus();                    ///< to the search field

Q_SIGNALS:
    void backRequested();
};

} // namespace till
