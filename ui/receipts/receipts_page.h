#pragma once

#include "base/event.h"
#include "services/receipt_service.h"
#include "services/shop.h"
#include "ui/kit/format.h"
#include "ui/receipts/receipt_paper.h"

#include <QWidget>

#include <functional>
#include <memory>
#include <optional>

namespace till {

class ChipRow;
class ComboField;
class HandOver;
class ItemField;
class ListTable;
class NoteBar;
class PlainLabel;
class ReceiptsModel;
class ReceiptView;
struct Receipt;

/// Receipts as they were issued: found by number, amount, product, payment or person, shown as paper, saved
/// as PDF, mailed, copied, without prices for a gift.
class ReceiptsPage : public QWidget {
    Q_OBJECT

public:
    ReceiptsPage(Shop& shop, const Formats& formats, QWidget* parent = nullptr);
    ~ReceiptsPage() override;

    void showReceipt(qint64 documentId); ///< marked in the list, whatever day it is of
    void takeFocus();                    ///< to the search field
    /// Finds the receipt of this number, or those with these goods, of the chosen days or else of all. Digits
    /// alone are goods first. Says so when there is none.
    void takeScan(const QString& code);

Q_SIGNALS:
    void backRequested();
    void takeBackRequested(qint64 documentId); ///< goods of the receipt that is shown

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeList();
    void connectAll();
    void addKey(const QKeySequence& key, const std::function<void()>& action);
    void reload();                               ///< the list again; the marked receipt stays marked
    bool lookFor(ReceiptQuery::Reading reading); ///< of the chosen days, or else of all
    void clearPaper();
    void showCount();
    void load(DocumentId document);
    void show(const Receipt& receipt);
    void fillFilters();
    bool isNarrowed() const;
    void showGift();
    void savePdf();
    void copy();
    void refuse(const Error& error);

    Shop& m_shop;
    Formats m_formats;
    ReceiptView* m_view;
    ItemField* m_field;
    ChipRow* m_period;
    ComboField* m_tender;
    ComboField* m_person;
    PlainLabel* m_count;
    ListTable* m_table;
    ReceiptsModel* m_model;
    NoteBar* m_note;
    HandOver* m_handOver;
    ReceiptQuery::Reading m_reading = ReceiptQuery::Reading::Any; ///< of what stands in the search field
    std::optional<DocumentId> m_document;
    std::unique_ptr<Receipt> m_shown; ///< as it is on the paper, a copy as a copy
    ReceiptPaper::For m_kind = ReceiptPaper::For::Customer;
};

} // namespace till
