#pragma once

#include "domain/catalog/catalogue.h"
#include "services/shop.h"
#include "ui/kit/surface.h"
#include "ui/products/codes_edit.h"

class QComboBox;
class QLineEdit;

namespace till {

/// What a product is called, where it belongs and by which codes it is found.
class NameCard : public Surface {
    Q_OBJECT

public:
    NameCard(Shop& shop, const Formats& formats, CodesEdit::OwnerOf ownerOf, QWidget* parent = nullptr);

    void show(const ProductDraft& fields);
    /// Writes what stands here into `draft`, but for department and supplier, which may have to be made
    /// first.
    Result<> read(ProductDraft& draft) const;
    /// Finds or makes what is typed as department and supplier. Their names' errors; NotAllowed.
    Result<> place(const Actor& actor, ProductDraft& draft) const;
    void addBarcode(const QString& code) { m_codes->addBarcode(code); }
    void takeFocus();

Q_SIGNALS:
    void edited(const QString& field);

private:
    void fillLists();
    Shop& m_shop;
    QLineEdit* m_name;
    QComboBox* m_department;
    QComboBox* m_supplier;
    CodesEdit* m_codes;
};

} // namespace till
