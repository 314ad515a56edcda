#pragma once

#include "domain/catalog/catalogue.h"
#include "services/shop.h"
#include "ui/kit/format.h"

#include <QStringList>
#include <QWidget>

namespace till {

class KeyButton;
class NameCard;
class NoteBar;
class PageHead;
class PlainLabel;
class PriceCard;
class PriceHistory;
class StockCard;

/// All of one product on one page. Nothing is written before Save; Esc asks only when something was changed.
class ProductEditor : public QWidget {
    Q_OBJECT

public:
    ProductEditor(Shop& shop, const Formats& formats, QWidget* parent = nullptr);
    ~ProductEditor() override;

    void openNew(const QString& code); ///< with a barcode that nobody knew, or none
    void open(ProductId id);
    bool isChanged() const { return !m_changes.isEmpty(); }
    void addBarcode(const QString& code);
    void takeFocus();
    void leave(); ///< asks first when something was changed

Q_SIGNALS:
    void left();
    void saved(qint64 productId);
    void archived(const QString& name);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* makeBody();
    QWidget* makeFooter();
    void connectCards();
    QString ownerOf(const QString& code) const;
    void show(const ProductDetails& product);
    void noteChange(const QString& field);
    void showChanges();
    Result<ProductDraft> draft() const;
    void save();
    void archive();
    void choosePicture();
    void refuse(const Error& error);

    Shop& m_shop;
    Formats m_formats;
    ProductDetails m_product; ///< as it was read; id none: a new one
    QStringList m_changes;    ///< names of the fields that differ
    PageHead* m_head;
    NoteBar* m_note;
    NameCard* m_name;
    PriceCard* m_price;
    StockCard* m_stock;
    PriceHistory* m_history;
    PlainLabel* m_unsaved;
    KeyButton* m_archive;
    KeyButton* m_picture;
    KeyButton* m_save;
};

} // namespace till
