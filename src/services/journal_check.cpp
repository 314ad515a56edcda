#include "services/journal_check.h"

#include "services/sale_journal.h"
#include "storage/invariants.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

namespace till {
namespace {

/// Follows the chains record by record.
class ChainCheck {
public:
    ChainCheck(Connection& db, VerifyReport& report)
        : m_db{db}
        , m_report{report}
    {
        for (const auto& chain : journalChains(db)) {
            PublicKey key{};
            std::copy_n(chain.key.begin(), std::min(chain.key.size(), key.size()), key.begin());
            const auto genesis = genesisOf(chain.shop, chain.till, chain.epoch, key);
            if (!std::equal(genesis.begin(), genesis.end(), chain.genesis.begin(), chain.genesis.end())) {
                m_report.findings.push_back({"JOURNAL", "journal_chain", std::to_string(chain.id),
                    "its beginning does not fit the shop"});
            }
            m_heads[chain.id] = {0, genesis};
        }
    }

    void check(const StoredRecord& record)
    {
        auto& head = m_heads[record.chainId];
        if (record.seq != head.seq + 1) find(record, "follows " + std::to_string(head.seq));
        const auto hash =
            hashOf({record.chain, record.seq, record.utcMs, static_cast<std::int16_t>(record.offsetMinutes),
                       record.type, record.actor, record.approver, record.payload},
                head.hash);
        if (hash != record.hash) find(record, "its hash does not fit its content or the record before");
        if (record.signature.empty()) {
            find(record, "is not signed");
        } else if (!isSigned(record.hash, record.signature, record.key)) {
            find(record, "its signature is not by the shop's key");
        }
        head = {record.seq, record.hash};
        if (record.type == "SALE") checkSale(record);
    }

private:
    struct Head {
        std::uint64_t seq = 0;
        JournalHash hash{};
    };

    void checkSale(const StoredRecord& record)
    {
        const auto sale = loadSaleRecord(m_db, record.document);
        if (!sale) return find(record, "its sale is gone");
        auto said = nlohmann::json::parse(record.payload, nullptr, false);
        if (!said.is_object()) return find(record, "cannot be read");
        said.erase("v");
        const auto rows = saleJson(*sale);
        if (said == rows) return;
        std::string where;
        for (const auto& [key, value] : rows.items()) {
            if (!said.contains(key) || said[key] != value) where += (where.empty() ? "" : ", ") + key;
        }
        m_report.findings.push_back({"I-16", "sale", sale->number, "differs from what was signed: " + where});
    }

    void find(const StoredRecord& record, std::string text)
    {
        m_report.findings.push_back({"JOURNAL", "journal", std::to_string(record.id), std::move(text)});
    }

    Connection& m_db;
    VerifyReport& m_report;
    std::map<std::int64_t, Head> m_heads;
};

} // namespace

void checkJournal(Connection& db, VerifyReport& report, const std::function<bool(int)>& progress)
{
    ChainCheck chain{db, report};
    std::int64_t count = 0;
    readJournal(db, [&](const StoredRecord& record) {
        chain.check(record);
        return ++count % 1000 != 0 || !progress || progress(-1);
    });
}

} // namespace till
