#pragma once

#include "domain/sales/receipt.h"

#include <QWidget>

#include <functional>

class QLineEdit;

namespace till {

class ComboField;
class KeyButton;
class LinesField;
class PlainLabel;
class SettingsDesk;

/// What can be set in one block of the receipt: its words, their size and place, the logo's picture.
class BlockFields : public QWidget {
    Q_OBJECT

public:
    explicit BlockFields(SettingsDesk& desk, QWidget* parent = nullptr);

    void show(const ReceiptDesign& design, ReceiptBlockKind kind);
    void putInto(Receipt& receipt) const; ///< what stands in the fields, kept or not yet

Q_SIGNALS:
    void typed();                                     ///< nothing is kept yet
    void designed(const till::ReceiptDesign& design); ///< to be kept

private:
    void connectAll();
    void changeBlock(const std::function<void(ReceiptBlock&)>& change);
    void keepLine();
    void keepLines();
    void chooseLogo();

    SettingsDesk& m_desk;
    ReceiptDesign m_design = standardDesign();
    ReceiptBlockKind m_kind = ReceiptBlockKind::ShopHead;
    PlainLabel* m_title;
    PlainLabel* m_lineName;
    QLineEdit* m_line;
    PlainLabel* m_linesName;
    LinesField* m_lines;
    ComboField* m_size;
    ComboField* m_align;
    KeyButton* m_choose;
    KeyButton* m_remove;
    PlainLabel* m_nothing;
};

} // namespace till
