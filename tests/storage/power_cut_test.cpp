#include "storage/checkpointer.h"
#include "storage/connection.h"
#include "storage/integrity.h"
#include "storage/transaction.h"
#include "support/power_cut.h"
#include "support/scratch_folder.h"

#include <catch2/catch.hpp>

#include <set>

using namespace till;
using test::CrashImage;
using Mode = OpenOptions::Mode;

// The harness itself is on trial here, with a shop small enough to see through: a sale and its two lines.

namespace {

struct Findings {
    std::int64_t images = 0;
    int damaged = 0;        ///< cannot be read, or fails the integrity check
    int half = 0;           ///< a sale without its lines
    int forgotten = 0;      ///< an acknowledged sale is gone
    std::int64_t worst = 0; ///< most acknowledged sales gone at once
};

class ToyShop {
public:
    ToyShop()
    {
        Connection db{{m_file, Mode::Create}};
        db.execute("CREATE TABLE sale(id INTEGER PRIMARY KEY, total INTEGER NOT NULL) STRICT;"
                   "CREATE TABLE line(sale_id INTEGER NOT NULL, amount INTEGER NOT NULL, note TEXT) STRICT;"
                   "CREATE INDEX line_sale ON line(sale_id);");
    }

    static void insertSale(Connection& db, int id)
    {
        db.run("INSERT INTO sale VALUES (?, ?)", id, 30 * id);
        db.run("INSERT INTO line VALUES (?, ?, ?)", id, 10 * id, std::string(700, 'a'));
        db.run("INSERT INTO line VALUES (?, ?, ?)", id, 20 * id, std::string(700, 'b'));
    }

    /// A shop as it should be: acknowledged after COMMIT, a checkpoint now and then.
    static void sellProperly(Connection& db, test::PowerCut& cut)
    {
        for (int id = 1; id <= 15; ++id) {
            Transaction tx{db};
            insertSale(db, id);
            tx.commit();
            cut.acknowledge(id);
            if (id % 4 == 0) checkpoint(db, CheckpointMode::Passive);
        }
    }

    Findings cutPowerDuring(const std::function<void(Connection&, test::PowerCut&)>& selling) const
    {
        test::PowerCut cut{m_file};
        {
            Connection db{{m_file, Mode::ReadWrite, test::FaultVfs::kName}};
            selling(db, cut);
        }
        cut.stop();
        Findings findings;
        findings.images = cut.replay({}, [&](const CrashImage& image) { look(image, findings); }).images;
        return findings;
    }

    static void look(const CrashImage& image, Findings& findings)
    {
        try {
            Connection db{{image.shop, Mode::ReadWrite}};
            if (!checkIntegrity(db, IntegrityDepth::Full).value().empty()) {
                ++findings.damaged;
                return;
            }
            if (answer(db, kHalfSales) > 0) ++findings.half;
            const auto missing = image.acknowledged - answer(db, "SELECT coalesce(max(id), 0) FROM sale");
            if (missing > 0) ++findings.forgotten;
            findings.worst = std::max(findings.worst, missing);
        } catch (const StorageError&) {
            ++findings.damaged;
        }
    }

    const std::filesystem::path& file() const { return m_file; }

private:
    static constexpr std::string_view kHalfSales =
        "SELECT count(*) FROM (SELECT s.id FROM sale s LEFT JOIN line l ON l.sale_id = s.id"
        " GROUP BY s.id HAVING count(l.sale_id) <> 2 OR sum(l.amount) <> s.total)";
    static std::int64_t answer(Connection& db, std::string_view sql)
    {
        auto query = db.prepareOnce(sql);
        query.step();
        return query.integer(0);
    }

    test::ScratchFolder m_folder;
    std::filesystem::path m_file = m_folder / "shop.db";
};

} // namespace

TEST_CASE("after a power cut at any moment the file is whole and every acknowledged sale is in it")
{
    const auto found = ToyShop{}.cutPowerDuring(ToyShop::sellProperly);
    CHECK(found.images > 500);
    CHECK(found.damaged == 0);
    CHECK(found.half == 0);
    CHECK(found.forgotten == 0);
}

TEST_CASE("the harness sees that synchronous NORMAL forgets sales a customer has paid")
{
    const auto found = ToyShop{}.cutPowerDuring([](Connection& db, test::PowerCut& cut) {
        db.execute("PRAGMA synchronous = NORMAL");
        ToyShop::sellProperly(db, cut);
    });
    CHECK(found.damaged == 0);
    CHECK(found.forgotten > 0);
    CHECK(found.worst > 1);
}

TEST_CASE("the harness sees an acknowledgement given before the COMMIT")
{
    const auto found = ToyShop{}.cutPowerDuring([](Connection& db, test::PowerCut& cut) {
        for (int id = 1; id <= 5; ++id) {
            Transaction tx{db};
            ToyShop::insertSale(db, id);
            cut.acknowledge(id);
            tx.commit();
        }
    });
    CHECK(found.damaged == 0);
    CHECK(found.forgotten > 0);
}

TEST_CASE("the harness sees a COMMIT that was forgotten")
{
    const auto found = ToyShop{}.cutPowerDuring([](Connection& db, test::PowerCut& cut) {
        for (int id = 1; id <= 5; ++id) {
            Transaction tx{db};
            ToyShop::insertSale(db, id);
            if (id != 5) tx.commit();
            cut.acknowledge(id);
        }
    });
    CHECK(found.forgotten > 0);
    CHECK(found.worst == 1);
}

TEST_CASE("the harness sees a sale written in two transactions")
{
    const auto found = ToyShop{}.cutPowerDuring([](Connection& db, test::PowerCut&) {
        db.run("INSERT INTO sale VALUES (1, 30)");
        db.run("INSERT INTO line VALUES (1, 30, NULL)");
    });
    CHECK(found.half > 0);
}

TEST_CASE("the harness sees a disk that lies about having written")
{
    const auto found = ToyShop{}.cutPowerDuring([](Connection& db, test::PowerCut& cut) {
        test::FaultVfs::instance().setLying(true);
        ToyShop::sellProperly(db, cut);
        test::FaultVfs::instance().setLying(false);
    });
    CHECK(found.damaged > 0);
    CHECK(found.forgotten > 0);
}

TEST_CASE("an unlinked journal is another file than the next one: DELETE mode is whole, and forgets at most "
          "the last sale")
{
    const auto found = ToyShop{}.cutPowerDuring([](Connection& db, test::PowerCut& cut) {
        db.execute("PRAGMA journal_mode = DELETE");
        ToyShop::sellProperly(db, cut);
    });
    CHECK(found.damaged == 0);
    CHECK(found.half == 0);
    CHECK(found.forgotten > 0); // the unlink that commits is not synced: why we use WAL
    CHECK(found.worst == 1);
}

TEST_CASE("a second power cut during the recovery from the first loses nothing more")
{
    const ToyShop shop;
    test::PowerCut first{shop.file()};
    {
        Connection db{{shop.file(), Mode::ReadWrite, test::FaultVfs::kName}};
        ToyShop::sellProperly(db, first);
    }
    first.stop();
    Findings findings;
    std::int64_t seconds = 0;
    first.replay({1, 7}, [&](const CrashImage& image) {
        if (image.step % 23 != 0) return;
        test::PowerCut second{image.shop};
        {
            Connection recovering{{image.shop, Mode::ReadWrite, test::FaultVfs::kName}};
            checkpoint(recovering, CheckpointMode::Truncate);
        }
        second.stop();
        second.replay({1, 9}, [&](CrashImage again) {
            again.acknowledged = image.acknowledged;
            ToyShop::look(again, findings);
            ++seconds;
        });
    });
    CHECK(seconds > 100);
    CHECK(findings.damaged == 0);
    CHECK(findings.half == 0);
    CHECK(findings.forgotten == 0);
}
