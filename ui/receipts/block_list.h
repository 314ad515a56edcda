#pragma once

#include "domain/sales/receipt_design.h"

#include <QListWidget>

#include <vector>

namespace till {

/// The blocks of a receipt from top to bottom, each with its switch: dragged, or moved with Alt+Up and
/// Alt+Down; Space switches the marked one.
class BlockList : public QListWidget {
    Q_OBJECT

public:
    explicit BlockList(QWidget* parent = nullptr);

    void show(const std::vector<ReceiptBlock>& blocks); ///< the marked one stays marked
    void mark(ReceiptBlockKind kind);
    ReceiptBlockKind marked() const;

Q_SIGNALS:
    void markedChanged();
    void reordered(const std::vector<till::ReceiptBlockKind>& kinds); ///< by a person
    void switched(till::ReceiptBlockKind kind, bool isOn);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    std::vector<ReceiptBlockKind> order() const;
    void moveMarked(int rows);
    void toggle(QListWidgetItem* item);
    bool m_isShowing = false;
};

QString blockWord(ReceiptBlockKind kind); ///< "Opening hours"

} // namespace till
