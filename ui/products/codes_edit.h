#pragma once

#include "domain/catalog/product.h"
#include "ui/kit/format.h"

#include <QWidget>

#include <functional>
#include <vector>

class QLineEdit;
class QVBoxLayout;

namespace till {

class KeyButton;
class PlainLabel;

/// The number and the barcodes of a product, each barcode with what one scan of it means. An empty row waits
/// at the end for the next scan.
class CodesEdit : public QWidget {
    Q_OBJECT

public:
    /// The name of another product that has this code already; empty when it is free.
    using OwnerOf = std::function<QString(const QString& code)>;
    CodesEdit(const Formats& formats, OwnerOf ownerOf, QWidget* parent = nullptr);

    void setCodes(const std::vector<ProductCode>& codes);
    /// QuantityInvalid, NumberInvalid: a pack quantity that is none.
    Result<std::vector<ProductCode>> codes() const;
    void addBarcode(const QString& code); ///< as if it had been scanned into the empty row

Q_SIGNALS:
    void edited();

private:
    struct Row {
        QWidget* box;
        QLineEdit* code;
        QLineEdit* pack;
        KeyButton* remove;
        ProductCode before;
    };
    void addRow(const ProductCode& code);
    void removeRow(const QWidget* box);
    void keepEmptyRow();
    void look();

    Formats m_formats;
    OwnerOf m_ownerOf;
    QLineEdit* m_number;
    ProductCode m_numberBefore;
    QVBoxLayout* m_rowBox;
    PlainLabel* m_problem;
    std::vector<Row> m_rows;
};

} // namespace till
