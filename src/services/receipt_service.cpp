#include "services/receipt_service.h"

#include "base/decimal.h"
#include "base/text.h"
#include "paper/logo.h"
#include "services/catalog_service.h"
#include "services/journal_writer.h"
#include "services/receipt_design_json.h"
#include "services/session.h"
#include "services/setting_service.h"
#include "storage/read_snapshot.h"
#include "storage/receipt_design_repository.h"
#include "storage/receipt_repository.h"
#include "storage/receipt_search.h"
#include "storage/sale_repository.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <functional>
#include <limits>
#include <map>

namespace till {
namespace {

constexpr int kNewestLookedAt = 5000; // about 30 ms
constexpr int kProductsLookedAt = 50;

/// Every word of the query somewhere in the name; both folded. Names repeat: each is folded once.
class NameMatcher {
public:
    explicit NameMatcher(std::string_view text)
    {
        const auto folded = foldForSearch(text);
        for (std::size_t start = 0; start < folded.size();) {
            const auto end = std::min(folded.find(' ', start), folded.size());
            if (end > start) m_words.push_back(folded.substr(start, end - start));
            start = end + 1;
        }
    }
    bool hasWords() const { return !m_words.empty(); }
    bool operator()(std::string_view name)
    {
        const auto known = m_seen.find(name);
        if (known != m_seen.end()) return known->second;
        const auto folded = foldForSearch(name);
        const bool matches = std::ranges::all_of(
            m_words, [&](const auto& word) { return folded.find(word) != std::string::npos; });
        m_seen.emplace(name, matches);
        return matches;
    }

private:
    std::vector<std::string> m_words;
    std::map<std::string, bool, std::less<>> m_seen;
};

std::string joined(const std::vector<std::string>& parts)
{
    std::string text;
    for (const auto& part : parts) text += (text.empty() ? "" : ", ") + part;
    return text;
}

std::vector<std::string> linesOf(std::string_view text)
{
    std::vector<std::string> lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

ReceiptDesign orStandard(const Result<ReceiptDesign>& design)
{
    return design ? *design : standardDesign();
}

std::optional<Money> amountIn(std::string text, int decimals)
{
    std::ranges::replace(text, ',', '.');
    const auto amount = parseMoney(text, decimals);
    if (!amount || *amount == Money::fromMinor(std::numeric_limits<std::int64_t>::min())) return std::nullopt;
    return amount->isNegative() ? -*amount : *amount;
}

ReceiptScope rangeOf(const ReceiptQuery& query)
{
    using Days = std::numeric_limits<std::int32_t>;
    return {query.from.value_or(BusinessDay{Days::min()}), query.to.value_or(BusinessDay{Days::max()}),
        query.tender, query.user};
}

} // namespace

struct ReceiptService::Storage {
    ReceiptRepository receipts;
    ReceiptSearch search;
    SaleRepository sales;
    ReceiptDesignRepository designs;

    std::vector<FoundReceipt> byText(const Session& session, const ReceiptQuery& query, int limit);
    std::vector<FoundReceipt> byCode(const Session& session, const ReceiptQuery& query, int limit);
};

ReceiptService::ReceiptService(Session& session)
    : m_session{session}
    , m_storage{std::make_unique<Storage>(Storage{ReceiptRepository{session.db}, ReceiptSearch{session.db},
          SaleRepository{session.db}, ReceiptDesignRepository{session.db}})}
{
}

ReceiptService::~ReceiptService() = default;

Result<DocumentId> ReceiptService::documentOf(std::string_view number) const
{
    const auto found = m_storage->search.byNumber(number, m_session.facts.till);
    if (!found) return Error{ErrorCode::SaleNotFound, clipped(number, 40)};
    return found->document;
}

Result<Receipt> ReceiptService::byNumber(std::string_view number) const
{
    const auto document = documentOf(number);
    if (!document) return document.error();
    return load(*document);
}

Result<Receipt> ReceiptService::load(DocumentId document) const
{
    ReadSnapshot snapshot{m_session.db};
    auto receipt = m_storage->receipts.find(document);
    if (!receipt) return Error{ErrorCode::SaleNotFound};
    receipt->currency = m_session.facts.currency;
    receipt->currencyDecimals = m_session.facts.decimals;
    receipt->isTraining = receipt->isTraining || m_session.facts.practice;
    // A design no longer understood, of a newer program say, must not hide what was sold.
    receipt->design = orStandard(readDesign(m_storage->designs.designOf(document)));
    readLogo(*receipt);
    if (const auto place = m_storage->receipts.journalPlace(document)) {
        receipt->journalFoot = "J" + std::to_string(place->seq) + " · " + shortHead(place->hash);
    }
    return std::move(*receipt);
}

std::vector<FoundReceipt> ReceiptService::Storage::byCode(
    const Session& session, const ReceiptQuery& query, int limit)
{
    const std::string code{trimmed(query.text)};
    const auto range = rangeOf(query);
    const auto wasSoldAs = [&code](std::string_view, std::string_view soldCode) { return soldCode == code; };
    auto found = search.bySoldLine(wasSoldAs, range, kNewestLookedAt, limit);
    if (const auto product = session.catalog->findByCode(code)) {
        const auto more = search.byProduct(product->id, range, limit);
        found.insert(found.end(), more.begin(), more.end());
    }
    return found;
}

std::vector<FoundReceipt> ReceiptService::Storage::byText(
    const Session& session, const ReceiptQuery& query, int limit)
{
    const auto range = rangeOf(query);
    std::vector<FoundReceipt> found;
    const auto add = [&found](const std::vector<FoundReceipt>& more) {
        found.insert(found.end(), more.begin(), more.end());
    };
    const auto numbered = search.byNumber(query.text, session.facts.till);
    const bool isNumber = numbered && numbered->day >= range.from && numbered->day <= range.to &&
                          search.isIn(numbered->document, range);
    if (isNumber) found.push_back(*numbered);
    // A shop with codes like "12" would not see its twelfth receipt for the goods.
    const auto code = isNumber ? std::string{} : std::string{trimmed(query.text)};
    if (const auto product = session.catalog->findByCode(code)) {
        add(search.byProduct(product->id, range, limit));
    }
    add(search.byReference(trimmed(query.text), range, limit));
    add(search.byCustomer(trimmed(query.text), range, limit));
    if (const auto amount = amountIn(trimmed(query.text), session.facts.decimals)) {
        add(search.byAmount(*amount, range, limit));
    }
    NameMatcher matcher{query.text};
    if (!matcher.hasWords()) return found;
    for (const auto& product : session.catalog->search(query.text, kProductsLookedAt)) {
        if (matcher(product.name)) add(search.byProduct(product.id, range, limit));
    }
    const auto wasSoldAs = [&](std::string_view name, std::string_view soldCode) {
        return matcher(name) || (!code.empty() && soldCode == code);
    };
    add(search.bySoldLine(wasSoldAs, range, kNewestLookedAt, limit));
    return found;
}

std::vector<ReceiptSummary> ReceiptService::find(const ReceiptQuery& query) const
{
    ReadSnapshot snapshot{m_session.db};
    const auto wanted = query.limit + query.offset;
    const auto look = [&] {
        if (trimmed(query.text).empty()) return m_storage->search.newest(rangeOf(query), wanted);
        return query.reading == ReceiptQuery::Reading::Goods ? m_storage->byCode(m_session, query, wanted)
                                                             : m_storage->byText(m_session, query, wanted);
    };
    auto found = look();
    std::ranges::sort(found, std::ranges::greater{});
    found.erase(std::unique(found.begin(), found.end()), found.end());
    std::vector<ReceiptSummary> summaries;
    for (auto i = static_cast<std::size_t>(query.offset); i < found.size(); ++i) {
        if (summaries.size() == static_cast<std::size_t>(query.limit)) break;
        const auto seen = m_storage->search.overview(found[i].document);
        summaries.push_back({seen.document, seen.number, seen.at, joined(seen.names), seen.lines,
            joined(seen.tenders), seen.total, seen.isReturn});
    }
    return summaries;
}

void ReceiptService::readLogo(Receipt& receipt) const
{
    if (receipt.design.logo.empty()) return;
    receipt.logo = m_storage->designs.logo(receipt.design.logo).value_or(ReceiptLogo{});
}

ReceiptDesign ReceiptService::design() const
{
    return orStandard(readDesign(m_session.settings->value("receipt.design")));
}

Result<> ReceiptService::setDesign(const Actor& actor, const ReceiptDesign& design)
{
    const auto checked = checkedDesign(design);
    if (!checked) return checked.error();
    const auto text = *checked == standardDesign() ? std::string{} : designJson(*checked);
    return m_session.settings->set(actor, "receipt.design", text);
}

Result<ReceiptDesign> ReceiptService::withLogo(const Actor& actor, ReceiptDesign design, std::string_view png)
{
    if (auto allowed = m_session.require(actor, Permission::Settings); !allowed) return allowed.error();
    const auto logo = till::readLogo(png);
    if (!logo) return logo.error();
    design.logo = hashOf(*logo);
    auto checked = checkedDesign(std::move(design));
    if (!checked) return checked;
    blockOf(*checked, ReceiptBlockKind::Logo).isOn = true;
    Transaction tx{m_session.db};
    m_storage->designs.addLogo(checked->logo, *logo);
    tx.commit();
    return checked;
}

Receipt ReceiptService::blank(const ReceiptDesign& design) const
{
    const auto& settings = *m_session.settings;
    Receipt receipt;
    receipt.shopName = settings.value("shop.name");
    receipt.addressLines = linesOf(settings.value("shop.address"));
    receipt.taxNumber = settings.value("shop.tax_number");
    receipt.footer = settings.value("receipt.footer");
    receipt.time = m_session.now();
    receipt.currency = m_session.facts.currency;
    receipt.currencyDecimals = m_session.facts.decimals;
    receipt.pricesIncludeTax = m_session.facts.pricesIncludeTax;
    receipt.isTraining = m_session.facts.practice;
    receipt.design = orStandard(checkedDesign(design));
    readLogo(receipt);
    return receipt;
}

Result<> ReceiptService::noteMailed(const Actor& actor, DocumentId document)
{
    if (m_session.readOnly) return Error{ErrorCode::ShopReadOnly};
    const auto receipt = load(document);
    if (!receipt) return receipt.error();
    Transaction tx{m_session.db};
    m_session.journal->append(
        JournalType::EmailReceipt, actor, m_session.now(), {{"no", receipt->number}}, document);
    tx.commit();
    return {};
}

Result<Receipt> ReceiptService::copy(const Actor& actor, DocumentId document)
{
    if (m_session.readOnly) return Error{ErrorCode::ShopReadOnly};
    Transaction tx{m_session.db};
    auto receipt = load(document);
    if (!receipt) return receipt;
    const int copy = m_storage->receipts.lastCopy(document) + 1;
    if (auto allowed = m_session.require(actor, Permission::ReceiptReprint, {copy}); !allowed) {
        return allowed.error();
    }
    const auto now = m_session.now();
    m_storage->sales.insertPrintOrder(document, "screen", "none", copy, now.utc);
    m_session.journal->append(
        JournalType::Reprint, actor, now, {{"no", receipt->number}, {"copy", copy}}, document);
    tx.commit();
    receipt->copyNumber = copy;
    return receipt;
}

} // namespace till
