#include "storage/cart_repository.h"
#include "storage/day_sum_rebuild.h"
#include "storage/migrator.h"
#include "storage/receipt_repository.h"
#include "storage/receipt_search.h"
#include "storage/report_repository.h"
#include "storage/sale_repository.h"
#include "storage/shift_report_repository.h"
#include "storage/shift_repository.h"
#include "storage/sold_sale_repository.h"
#include "storage/stock_ledger.h"

#include <catch2/catch.hpp>

#include <sqlite3.h>

#include <limits>
#include <set>

using namespace till;

namespace {

int remember(unsigned, void* seen, void* statement, void*)
{
    static_cast<std::set<std::string>*>(seen)->insert(sqlite3_sql(static_cast<sqlite3_stmt*>(statement)));
    return 0;
}

/// What ANALYZE says of a file with ten million lines: without figures the planner takes other ways.
void pretendManyRows(Connection& db)
{
    db.execute(R"(
        ANALYZE;
        DELETE FROM sqlite_stat1;
        INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
            ('document', 'document_day', '2000000 2700'), ('document', 'document_shift', '2000000 2700'),
            ('document', 'sqlite_autoindex_document_1', '2000000 1'),
            ('document', 'sqlite_autoindex_document_2', '2000000 700000 1'),
            ('sale', 'sale_total', '2000000 400'), ('sale', 'sale_rounded', '20000 10'),
            ('sale_line', 'sale_line', '10000000 5 1'), ('sale_line', 'sale_line_product', '10000000 100 1 1'),
            ('sale_line_tax', 'sale_line_tax', '10000000 5 1 1'),
            ('sale_line_adjustment', 'sale_line_adjustment', '100000 2 1 1'),
            ('sale_tax', 'sale_tax', '4000000 2 1'), ('tender', 'tender', '2100000 2 1'),
            ('stock_movement', 'stock_movement_product', '10000000 100'),
            ('journal', 'sqlite_autoindex_journal_1', '3000000 3000000 1'),
            ('journal', 'journal_document', '2100000 1'),
            ('day_sum', 'day_sum', '3000000 300000 400 2 1 1');
        ANALYZE sqlite_schema;)");
}

/// One of everything that a report or a receipt follows from one statement to the next.
void addOneSale(Connection& db)
{
    db.execute(R"(
        PRAGMA foreign_keys = OFF;
        INSERT INTO till (id, uid, code, name, location_id) VALUES (1, randomblob(16), 'A', 'Till 1', 1);
        INSERT INTO user (id, uid, name, role_id, created_at) VALUES (1, randomblob(16), 'Owner', 1, 0);
        INSERT INTO series (id, till_id, epoch, document_kind_id, last_number) VALUES (1, 1, 1, 1, 1);
        INSERT INTO document (id, uid, kind_id, series_id, number, till_id, shift_id, business_day, utc_ms,
                              utc_offset_minutes, started_ms, user_id)
        VALUES (1, randomblob(16), 1, 1, 1, 1, 1, 20000, 0, 0, 0, 1);
        INSERT INTO receipt_head (id, shop_name, address, tax_number, footer) VALUES (1, '', '', '', '');
        INSERT INTO sale (document_id, receipt_head_id, prices_include_tax, gross, discount, net, tax, total, rounding,
                          paid, change_given, cost, line_count)
        VALUES (1, 1, 1, 100, 0, 100, 0, 100, 0, 100, 0, 0, 1);
        INSERT INTO sale_line (document_id, line_no, kind_id, name, unit, quantity, unit_price, gross, discount, net,
                               tax, total, cost)
        VALUES (1, 1, 1, 'Bread', 'pc', 1000, 10000, 100, 0, 100, 0, 100, 0);
        INSERT INTO journal_chain (id, uid, till_id, epoch, journal_key_id, genesis)
        VALUES (1, randomblob(16), 1, 1, 1, randomblob(32));
        INSERT INTO journal (journal_chain_id, seq, type_id, utc_ms, utc_offset_minutes, user_id, payload, hash)
        VALUES (1, 1, 3, 0, 0, 1, x'00', randomblob(32));)");
}

/// Every statement that ran while `act` did, with the way SQLite takes for it.
template <typename Act>
std::vector<std::pair<std::string, std::string>> plansOf(Act act)
{
    Connection db{{{}, OpenOptions::Mode::Memory}};
    REQUIRE(migrate(db));
    addOneSale(db);
    pretendManyRows(db);
    std::set<std::string> statements;
    sqlite3_trace_v2(db.handle(), SQLITE_TRACE_STMT, remember, &statements);
    act(db);
    sqlite3_trace_v2(db.handle(), 0, nullptr, nullptr);
    std::vector<std::pair<std::string, std::string>> plans;
    for (const auto& sql : statements) {
        auto row = db.prepareOnce("EXPLAIN QUERY PLAN " + sql);
        while (row.step()) plans.emplace_back(sql, row.text(3));
    }
    REQUIRE(plans.size() > statements.size() / 2);
    return plans;
}

/// Tables that grow with every sale, by the names they have in our statements.
bool readsAllOf(const std::string& step, const std::set<std::string>& tables)
{
    if (step.rfind("SCAN ", 0) != 0) return false;
    const auto end = step.find(' ', 5);
    return tables.contains(step.substr(5, end == std::string::npos ? end : end - 5));
}

const std::set<std::string> kGrowing{"d", "document", "f", "sale", "l", "sale_line", "x", "sale_tax",
    "sale_line_tax", "t", "tender", "a", "sale_line_adjustment", "m", "stock_movement", "j", "journal",
    "day_sum", "print_outbox"};

template <typename Act>
void checkNothingIsScanned(Act act)
{
    for (const auto& [sql, step] : plansOf(act)) {
        INFO(sql << "\n" << step);
        CHECK_FALSE(readsAllOf(step, kGrowing));
        CHECK(
            step.find("ANY(") == std::string::npos); // the whole index in leaps, 17 times slower for one day
    }
}

constexpr BusinessDay kFrom{20'000};
constexpr BusinessDay kTo{20'030};
constexpr ReceiptScope kEver{
    {std::numeric_limits<std::int32_t>::min()}, {std::numeric_limits<std::int32_t>::max()}};

} // namespace

TEST_CASE("what the till does between two scans reads nothing from end to end, and sorts nothing")
{
    const auto everyScan = [](Connection& db) {
        CartRepository carts{db};
        carts.openCart(TillId{1});
        carts.find(CartId{1});
        carts.findByUid(Uid{});
        SaleRepository sales{db};
        sales.findByUid(Uid{});
        REQUIRE(sales.last(TillId{1}));
        sales.findByTicket(TillId{1}, "1", kFrom);
        ShiftRepository{db}.open(TillId{1});
        StockRepository{db}.level(ProductId{1}, LocationId{1});
    };
    checkNothingIsScanned(everyScan);
    for (const auto& [sql, step] : plansOf(everyScan)) {
        INFO(sql << "\n" << step);
        CHECK(step.find("TEMP B-TREE") == std::string::npos);
    }
}

TEST_CASE("no report reads more than the days it is about")
{
    checkNothingIsScanned([](Connection& db) {
        ReportRepository reports{db};
        reports.days(kFrom, kTo);
        for (int dimension = 1; dimension <= 9; ++dimension) {
            reports.sums(static_cast<DaySumDimension>(dimension), kFrom, kTo);
            reports.label(static_cast<DaySumDimension>(dimension), 1);
        }
        reports.perpetual(TillId{1});
    });
}

TEST_CASE("an X report reads the documents of its shift and nothing else")
{
    checkNothingIsScanned([](Connection& db) {
        ShiftReportRepository shifts{db};
        shifts.figures(ShiftId{1});
        shifts.departments(ShiftId{1});
        shifts.taxes(ShiftId{1});
        shifts.tenders(ShiftId{1});
        shifts.cashiers(ShiftId{1});
        shifts.discounts(ShiftId{1});
        shifts.cashierTenders(ShiftId{1});
        shifts.journalCounts(TillId{1});
    });
}

TEST_CASE("a receipt is found and read without looking through all of them")
{
    checkNothingIsScanned([](Connection& db) {
        ReceiptSearch search{db};
        search.byNumber("A-1", TillId{1});
        search.newest({kFrom, kTo}, 50);
        search.newest({kFrom, kTo, TenderTypeId{1}, UserId{1}}, 50);
        search.byAmount(Money::fromMinor(100), {kFrom, kTo}, 50);
        search.byProduct(ProductId{1}, {kFrom, kTo}, 50);
        search.byAmount(Money::fromMinor(100), kEver, 50);
        search.byProduct(ProductId{1}, kEver, 50);
        search.byReference("4711", kEver, 50);
        search.byCustomer("C-1", kEver, 50);
        search.bySoldLine([](std::string_view, std::string_view) { return true; }, {kFrom, kTo}, 50, 50);
        search.overview(DocumentId{1});
        ReceiptRepository receipts{db};
        receipts.find(DocumentId{1});
        receipts.journalPlace(DocumentId{1});
        receipts.lastCopy(DocumentId{1});
    });
}

TEST_CASE("what comes back of a sale is found without looking through all of them")
{
    checkNothingIsScanned([](Connection& db) {
        SoldSaleRepository sold{db};
        sold.find(Uid{});
        sold.uidOf(DocumentId{1});
        sold.byTicket("4711");
        sold.inOtherCarts(Uid{}, 1, CartId{1});
        sold.returned(Uid{}, 1);
        sold.refundedBy(UserId{1}, kFrom);
    });
}

TEST_CASE("movements of one product and the levels of all are read without the ledger of the others")
{
    checkNothingIsScanned([](Connection& db) {
        StockLedger ledger{db};
        ledger.now(kTo);
        ledger.entries(ProductId{1});
        ledger.product(ProductId{1});
    });
}

TEST_CASE("sums are compared day by day through the indexes")
{
    checkNothingIsScanned([](Connection& db) { daySumDifferences(db); });
}

TEST_CASE("a statement that reads every document is seen as one")
{
    const auto plans =
        plansOf([](Connection& db) { db.prepare("SELECT sum(d.number) FROM document d").step(); });
    REQUIRE(plans.size() == 1);
    CHECK(readsAllOf(plans[0].second, kGrowing));
}
