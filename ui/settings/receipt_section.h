#pragma once

#include "base/event.h"
#include "domain/sales/receipt_design.h"

#include <QWidget>

namespace till {

class BlockFields;
class BlockList;
class KeyButton;
class PlainLabel;
class ReceiptPreview;
class Segments;
class SettingsDesk;
class SwitchField;

/// How receipts look: their blocks, what stands in the one that is marked, and beside them the receipt as it
/// will be printed. Changes count at once, for receipts from now on.
class ReceiptSection : public QWidget {
    Q_OBJECT

public:
    explicit ReceiptSection(SettingsDesk& desk, QWidget* parent = nullptr);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeControls();
    QWidget* makePreview();
    void connectAll();
    void refresh();   ///< everything, from what is set
    void showPaper(); ///< with what is being typed
    void keep(const ReceiptDesign& design, const QString& what);
    void printTest();
    int columns() const;

    SettingsDesk& m_desk;
    ReceiptDesign m_design;
    Segments* m_paperKinds;
    SwitchField* m_saving;
    PlainLabel* m_savingHint;
    BlockList* m_blocks;
    BlockFields* m_fields;
    ReceiptPreview* m_preview;
    QWidget* m_previewCard = nullptr;
    KeyButton* m_print;
    Subscription m_changed;
};

} // namespace till
