#include "exchange/sales_columns.h"

#include <algorithm>
#include <span>

namespace till {
namespace {

constexpr std::array<std::string_view, kSalesFieldCount> kNames{
    "date", "time", "ticket", "item", "name", "quantity", "price", "tender"};

// Headers in English, German, French, Spanish and Italian, folded, the surest first.
constexpr std::array<std::string_view, 24> kDate{"date", "invoicedate", "invoice date", "datetime",
    "date time", "date and time", "timestamp", "sold at", "created at", "sale date", "transaction date",
    "order date", "datum", "datum uhrzeit", "zeitstempel", "belegdatum", "verkaufsdatum", "date heure",
    "date de vente", "fecha", "fecha hora", "fecha de venta", "data", "data ora"};
constexpr std::array<std::string_view, 8> kTime{
    "time", "sale time", "uhrzeit", "zeit", "heure", "hora", "ora", "transaction time"};
constexpr std::array<std::string_view, 40> kTicket{"ticket", "ticket number", "ticket no", "ticket id",
    "invoiceno", "invoice no", "invoice number", "invoice", "receipt", "receipt number", "receipt no",
    "receipt id", "transaction id", "transaction", "order id", "order number", "order", "sale id", "bill",
    "bill number", "bon", "bon nr", "bonnr", "bonnummer", "beleg", "beleg nr", "belegnummer", "rechnung",
    "rechnungsnummer", "transaktion", "numero de ticket", "numero ticket", "n ticket", "no ticket", "facture",
    "numero de factura", "factura", "scontrino", "numero scontrino", "documento"};
constexpr std::array<std::string_view, 27> kItem{"item", "stockcode", "stock code", "sku", "item code",
    "item number", "product code", "product id", "article code", "code", "barcode", "ean", "gtin", "plu",
    "artikelnummer", "artikel nr", "artikelnr", "code article", "code produit", "reference", "codigo",
    "referencia", "codice", "article", "artikel", "articulo", "articolo"};
constexpr std::array<std::string_view, 16> kName{"name", "description", "item name", "product name",
    "product", "article name", "title", "bezeichnung", "artikelbezeichnung", "designation", "libelle",
    "produit", "descripcion", "nombre", "descrizione", "nome"};
constexpr std::array<std::string_view, 13> kQuantity{"quantity", "qty", "quantity sold", "units", "count",
    "menge", "anzahl", "stuck", "quantite", "qte", "cantidad", "quantita", "pieces"};
constexpr std::array<std::string_view, 21> kPrice{"price", "unitprice", "unit price", "price each",
    "item price", "selling price", "gross price", "einzelpreis", "preis", "vk", "vk brutto", "stuckpreis",
    "prix unitaire", "prix", "prix ttc", "precio unitario", "precio", "pvp", "prezzo unitario", "prezzo",
    "unit price incl tax"};
constexpr std::array<std::string_view, 17> kTender{"tender", "tender type", "payment", "payment method",
    "payment type", "paid by", "zahlart", "zahlungsart", "bezahlart", "zahlungsmittel", "paiement",
    "moyen de paiement", "mode de paiement", "forma de pago", "metodo de pago", "pagamento",
    "metodo di pagamento"};

std::span<const std::string_view> synonymsOf(SalesField field)
{
    switch (field) {
    case SalesField::Date: return kDate;
    case SalesField::Time: return kTime;
    case SalesField::Ticket: return kTicket;
    case SalesField::Item: return kItem;
    case SalesField::Name: return kName;
    case SalesField::Quantity: return kQuantity;
    case SalesField::Price: return kPrice;
    case SalesField::Tender: return kTender;
    }
    return {};
}

} // namespace

Result<SalesColumns> SalesColumns::choose(HeaderRow header, const SalesFileOptions& options)
{
    SalesColumns columns;
    columns.m_header = std::move(header);
    std::array<bool, kSalesFieldCount> isFixed{};
    for (const auto& [fieldName, columnName] : options.map) {
        const auto* const name = std::find(kNames.begin(), kNames.end(), fieldName);
        if (name == kNames.end()) return Error{ErrorCode::ImportFieldUnknown, fieldName};
        const auto field = static_cast<std::size_t>(name - kNames.begin());
        isFixed[field] = true;
        if (columnName.empty()) continue;
        columns.m_columns[field] = columns.m_header.find(columnName);
        if (!columns.m_columns[field]) return Error{ErrorCode::ImportColumnUnknown, columnName};
    }
    for (std::size_t i = 0; i < kSalesFieldCount; ++i) {
        if (!isFixed[i]) columns.guess(static_cast<SalesField>(i));
    }
    for (const auto field :
        {SalesField::Date, SalesField::Ticket, SalesField::Item, SalesField::Quantity, SalesField::Price}) {
        if (!columns.of(field)) {
            return Error{
                ErrorCode::ImportColumnMissing, std::string{kNames[static_cast<std::size_t>(field)]}};
        }
    }
    return columns;
}

void SalesColumns::guess(SalesField field)
{
    for (const auto synonym : synonymsOf(field)) {
        const auto column = m_header.findFolded(synonym);
        if (!column || std::find(m_columns.begin(), m_columns.end(), column) != m_columns.end()) continue;
        m_columns[static_cast<std::size_t>(field)] = column;
        return;
    }
}

std::string_view SalesColumns::headerOf(SalesField field) const
{
    const auto column = of(field);
    return column ? std::string_view{m_header.name(*column)} : std::string_view{};
}

} // namespace till
