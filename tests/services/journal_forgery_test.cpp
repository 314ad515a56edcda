#include "services/health_report.h"
#include "storage/connection.h"
#include "storage/invariants.h"
#include "support/shop_fixture.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>

using namespace till;
using namespace till::test;

namespace {

using Bytes = std::span<const std::uint8_t>;

/// Takes the triggers away for a while, as somebody with the sqlite3 program would.
class WithoutTriggers {
public:
    explicit WithoutTriggers(Connection& db)
        : m_db{db}
    {
        std::vector<std::string> names;
        auto row = db.prepareOnce("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name");
        while (row.step()) {
            names.push_back(row.text(0));
            m_triggers.push_back(row.text(1));
        }
        row.rewind();
        for (const auto& name : names) m_db.execute("DROP TRIGGER " + name);
    }
    ~WithoutTriggers()
    {
        for (const auto& sql : m_triggers) m_db.execute(sql);
    }
    WithoutTriggers(const WithoutTriggers&) = delete;
    WithoutTriggers& operator=(const WithoutTriggers&) = delete;

private:
    Connection& m_db;
    std::vector<std::string> m_triggers;
};

void putForgersKey(Connection& db, const KeyPair& forger)
{
    db.run("UPDATE journal_key SET public_key = ?1", Bytes{forger.publicKey});
}

/// Every chain from its genesis anew, signed by `forger`: within the file nothing contradicts anything.
void signAllAnew(Connection& db, const KeyPair& forger)
{
    std::map<std::int64_t, JournalHash> heads;
    for (const auto& chain : journalChains(db)) {
        heads[chain.id] = genesisOf(chain.shop, chain.till, chain.epoch, forger.publicKey);
        db.run("UPDATE journal_chain SET genesis = ?2 WHERE id = ?1", chain.id, Bytes{heads[chain.id]});
    }
    std::vector<StoredRecord> records;
    readJournal(db, [&](const StoredRecord& record) {
        records.push_back(record);
        return true;
    });
    for (const auto& record : records) {
        auto& head = heads[record.chainId];
        head =
            hashOf({record.chain, record.seq, record.utcMs, static_cast<std::int16_t>(record.offsetMinutes),
                       record.type, record.actor, record.approver, record.payload},
                head);
        db.run("UPDATE journal SET hash = ?2, signature = ?3 WHERE id = ?1", record.id, Bytes{head},
            Bytes{sign(head, forger.secretKey)});
    }
}

/// A journal that says something happened an hour later than it did.
void forge(const std::filesystem::path& file)
{
    Connection db{{file, OpenOptions::Mode::ReadWrite, {}}};
    const WithoutTriggers noTriggers{db};
    const auto forger = makeKeyPair();
    putForgersKey(db, forger);
    db.execute("UPDATE journal SET utc_ms = utc_ms + 3600000 WHERE seq = 1");
    signAllAnew(db, forger);
}

ShopOptions copyOn(const ShopFixture& till, const std::string& keys)
{
    auto options = till.options();
    options.access = Access::Read;
    options.keyFolder = till.folder.path() / keys;
    return options;
}

std::vector<Finding> findingsOf(const ShopOptions& options, const Clock& clock)
{
    const auto shop = Shop::open(options, clock);
    REQUIRE(shop);
    return (*shop)->verifier().run().findings;
}

std::vector<Finding> doctorsFindings(const ShopOptions& options)
{
    const auto health = healthOf(options);
    REQUIRE(health);
    return health->findings;
}

bool namesTheKey(const std::vector<Finding>& findings)
{
    return std::any_of(findings.begin(), findings.end(),
        [](const auto& each) { return each.code == "JOURNAL" && each.table == "journal_key"; });
}

} // namespace

TEST_CASE("a journal written anew with another key is seen by the machine that holds the shop's key")
{
    ShopFixture till;
    till.addProduct("Bread", 120, "1");
    till.verify();
    forge(till.options().file);

    const auto findings = findingsOf(copyOn(till, "keys"), till.clock);
    for (const auto& each : findings) UNSCOPED_INFO(each.table << " " << each.row << ": " << each.text);
    CHECK(findings.size() == 1); // the forgery is otherwise without a flaw
    CHECK(namesTheKey(findings));
    CHECK(namesTheKey(doctorsFindings(copyOn(till, "keys"))));

    SECTION("and still when the till has signed more with its own key after it")
    {
        till.reopen();
        till.openShift();
        CHECK(namesTheKey(findingsOf(copyOn(till, "keys"), till.clock)));
        CHECK(namesTheKey(doctorsFindings(copyOn(till, "keys"))));
    }
    SECTION("while a machine without the key has nothing to compare it with")
    {
        CHECK(findingsOf(copyOn(till, "none"), till.clock).empty());
        CHECK(doctorsFindings(copyOn(till, "none")).empty());
    }
}

TEST_CASE("a copy of a sound shop verifies on its own machine and on any other")
{
    ShopFixture till;
    till.openShift();
    till.addProduct("Bread", 120, "1");
    const auto file = till.folder.path() / "copy.db";
    REQUIRE(till.shop().backup(file));
    for (const auto* keys : {"keys", "none"}) {
        auto copy = copyOn(till, keys);
        copy.file = file;
        CHECK(findingsOf(copy, till.clock).empty());
        CHECK(doctorsFindings(copy).empty());
    }
}

TEST_CASE("a shop whose first record could not be signed is not called a forgery when it has its key again")
{
    ShopFixture till;
    {
        Connection db{{till.options().file, OpenOptions::Mode::ReadWrite, {}}};
        const WithoutTriggers noTriggers{db};
        db.execute("UPDATE journal_key SET public_key = zeroblob(32);"
                   "UPDATE journal SET signature = NULL, journal_key_id = NULL");
    }
    till.reopen();
    till.openShift();
    CHECK_FALSE(namesTheKey(findingsOf(copyOn(till, "keys"), till.clock)));
}
