#pragma once

#include "base/result.h"
#include "domain/sales/receipt.h"
#include "services/actor.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace till {

class Session;

struct ReceiptSummary {
    DocumentId document;
    std::string number;
    Moment at;
    std::string what; ///< the first item names
    int lines = 0;
    std::string paidBy; ///< names of the tenders
    Money total;
    bool isReturn = false;
};

/// A text is read in every way it can be: as a number with or without its zeros, as an amount ("12.30" or
/// "12,30", sold or given back), as the slip of a card, the number of a voucher, a customer's code or name,
/// as words of a product's name, accents and case apart, and, where it is no receipt's number, as a product's
/// whole code. Names and codes are looked up in today's catalogue for all of history, and as sold in the
/// newest 5000 receipts, where renamed goods and open items are found too.
struct ReceiptQuery {
    enum class Reading { Any, Goods };
    std::string text; ///< empty = all
    std::optional<BusinessDay> from;
    std::optional<BusinessDay> to;
    int limit = 50;
    int offset = 0;
    Reading reading = Reading::Any; ///< Goods: the text is a product's whole code, and nothing else
    TenderTypeId tender{};          ///< paid with it, alone or beside others; none: any
    UserId user{};                  ///< who rang it up; none: anybody. Both: among the newest 20,000
};

/// Receipts as they were issued: read from what was stored with the sale, never from today's catalogue.
class ReceiptService {
public:
    explicit ReceiptService(Session& session);
    ~ReceiptService();

    /// By number as printed, in any letter case and with or without leading zeros: "A-000123", "a-123";
    /// digits alone are of this machine's till. SaleNotFound.
    Result<Receipt> byNumber(std::string_view number) const;
    Result<DocumentId> documentOf(
        std::string_view number) const;              ///< the same, for those who go on with the id
    Result<Receipt> load(DocumentId document) const; ///< SaleNotFound
    std::vector<ReceiptSummary> find(const ReceiptQuery& query) const; ///< newest first
    /// How receipts look from now on; receipts that were issued stay as they are.
    ReceiptDesign design() const;
    /// SettingInvalid; NotAllowed, NeedsApproval (settings).
    Result<> setDesign(const Actor& actor, const ReceiptDesign& design);
    /// Keeps a PNG file's picture in black and white and gives the design that shows it: PictureNotReadable,
    /// PictureTooLarge; NotAllowed, NeedsApproval (settings).
    Result<ReceiptDesign> withLogo(const Actor& actor, ReceiptDesign design, std::string_view png);
    /// A receipt of this shop and day with nothing on it yet: for a preview of `design`.
    Receipt blank(const ReceiptDesign& design) const;

    /// A receipt's PDF was handed to a mail program: the journal keeps that it was. SaleNotFound.
    Result<> noteMailed(const Actor& actor, DocumentId document);

    /// Counts a copy: the receipt comes back marked COPY n, and the journal says who asked. SaleNotFound,
    /// NotAllowed, NeedsApproval (the permission's limit is a number of copies).
    Result<Receipt> copy(const Actor& actor, DocumentId document);

private:
    void readLogo(Receipt& receipt) const;

    Session& m_session;
    struct Storage;
    std::unique_ptr<Storage> m_storage;
};

} // namespace till
