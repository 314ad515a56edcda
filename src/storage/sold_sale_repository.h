#pragma once

#include "domain/catalog/product.h"
#include "storage/sale_repository.h"

namespace till {

/// A line of a sale on record, with all that its return is made of.
struct SoldSaleLine {
    int lineNo = 0;
    ProductId product;
    ItemKind kind = ItemKind::Goods;
    std::string name;
    std::string unit;
    int unitDecimals = 0; ///< of the product today; three of what is no product
    DepartmentId department;
    SupplierId supplier;
    TaxClassId taxClass;
    Quantity quantity;
    UnitPrice unitPrice;
    std::string code;
    bool tracksStock = false;
    Money gross;
    Money net;
    Money tax;
    Money total;
    Money cost;
    std::vector<SaleLineTax> taxes;              ///< in their order
    std::vector<SaleLineAdjustment> adjustments; ///< those that are part of the discount, in their order
    Quantity returned;                           ///< what came back on record, positive
};

struct SoldSale {
    DocumentId document;
    Uid uid;
    std::string number; ///< as printed
    Moment at;
    Money total;
    std::string customer; ///< code
    struct Paid {
        TenderTypeId type;
        Money kept;     ///< less the change
        Money givenOut; ///< by later documents with goods of this sale; positive
    };
    std::vector<Paid> tenders; ///< each type once, in the order of the receipt
    std::vector<SoldSaleLine> lines;

    const SoldSaleLine* find(int lineNo) const;
};

/// Sales on record as those see them who take goods back. Only reads.
class SoldSaleRepository {
public:
    explicit SoldSaleRepository(Connection& db)
        : m_db{db}
    {
    }

    std::optional<SoldSale> find(const Uid& sale);
    std::optional<Uid> uidOf(DocumentId document); ///< none: it is no sale
    /// The sale another system's ticket became; none where several have that number.
    std::optional<Uid> byTicket(std::string_view ticket);
    /// How much of a line comes back with other carts, open or waiting; positive.
    Quantity inOtherCarts(const Uid& sale, int line, CartId except);
    Quantity returned(const Uid& sale, int line); ///< on record; positive
    /// What somebody gave back on receipts that day; positive.
    Money refundedBy(UserId user, BusinessDay day);

private:
    void readTenders(SoldSale& sale);
    void readLines(SoldSale& sale);
    void readTaxes(SoldSale& sale);
    void readAdjustments(SoldSale& sale);
    void readReturned(SoldSale& sale);

    Connection& m_db;
};

/// What else is known of a line that came back, in the transaction of its sale.
void insertLineReturn(
    Connection& db, DocumentId document, int lineNo, int condition, std::string_view reason);

} // namespace till
