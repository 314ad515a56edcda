#pragma once

#include "base/event.h"
#include "services/shop.h"
#include "ui/kit/format.h"

#include <QWidget>

#include <optional>

class QStackedWidget;
class QTimer;

namespace till {

class ChipRow;
class ImportPage;
class ItemField;
class ListTable;
class NoteBar;
class PageHead;
class PlainLabel;
class ProductEditor;
class ProductRowsModel;

/// All products of the shop: found, added, edited, imported, received and set right.
class ProductsListPage : public QWidget {
    Q_OBJECT

public:
    ProductsListPage(Shop& shop, const Formats& formats, QWidget* parent = nullptr);
    ~ProductsListPage() override;

    void newProduct(const QString& code = {}); ///< opens the editor, with the barcode that nobody knew
    void editProduct(qint64 productId);
    void takeFocus(); ///< to the search field, or into the editor while it is open
    /// Finds the product, or gives the code to the one that is being edited. False during an import.
    bool takeScan(const QString& code);

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeList();
    QWidget* makeHead();
    void connectAll();
    void readDepartments();
    void markStale(); ///< the list is read again before anybody sees it
    void reload();
    void openMarked();
    void backToList();
    void chooseImport();
    void undoImport();

    Shop& m_shop;
    Formats m_formats;
    QStackedWidget* m_stack;
    PageHead* m_head;
    NoteBar* m_note;
    ItemField* m_field;
    ChipRow* m_departments;
    PlainLabel* m_count;
    ListTable* m_table;
    ProductRowsModel* m_model;
    ProductEditor* m_editor;
    ImportPage* m_import;
    QTimer* m_refresh;
    ProductId m_marked;
    std::optional<qint64> m_undoable; ///< the import that the note offers to take back
    Subscription m_catalogChanged;
    Subscription m_stockChanged;
};

} // namespace till
