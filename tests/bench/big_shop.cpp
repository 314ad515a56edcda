#include "big_shop.h"

#include "domain/catalog/gtin.h"
#include "services/import_service.h"

#include <sodium.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <map>
#include <stdexcept>
#include <unistd.h>
#include <vector>

namespace till::bench {
namespace {

constexpr std::array kMakers{"Acorn", "Birch", "Cedar", "Dover", "Elm", "Fjord", "Grove", "Haven", "Island",
    "Juniper", "Kestrel", "Linden", "Meadow", "Nord", "Orchard", "Pine", "Quarry", "Ridge", "Stone",
    "Thistle", "Upland", "Vale", "Willow", "Yarrow", "Zephyr", "Ember", "Harbour", "Marsh", "Sable", "Tern"};
constexpr std::array kKinds{"classic", "light", "organic", "double", "salted", "unsalted", "smoked",
    "roasted", "fresh", "mild", "strong", "family", "mini", "whole", "soft", "crunchy", "sweet", "sour",
    "dark", "white", "green", "red", "golden", "winter", "summer", "vegan"};
constexpr std::array kGoods{"milk", "yoghurt", "butter", "cheese", "bread", "rolls", "crackers", "biscuits",
    "coffee", "tea", "juice", "water", "lemonade", "beer", "wine", "chocolate", "sweets", "crisps", "nuts",
    "muesli", "rice", "pasta", "sauce", "oil", "vinegar", "salt", "pepper", "honey", "jam", "tuna", "soup",
    "pizza", "soap", "shampoo", "towel", "candle", "bulb", "battery", "screws", "brush", "paint", "notebook",
    "pencil", "glue", "tape", "card", "socks", "gloves", "cable", "toy"};
constexpr std::array kSizes{"100 g", "200 g", "250 g", "330 ml", "400 g", "500 g", "500 ml", "750 ml", "1 kg",
    "1 l", "1.5 l", "2 kg", "6 pack", "12 pack", "S", "M", "L", "XL", "3 m", "10 pcs"};

class FixedClock final : public Clock {
public:
    explicit FixedClock(Timestamp now)
        : m_now{now}
    {
    }
    Timestamp now() const override { return m_now; }

private:
    Timestamp m_now;
};

Timestamp someMorning()
{
    return Timestamp{std::chrono::sys_days{std::chrono::year{2026} / 3 / 14} + std::chrono::hours{9}};
}

void check(int rc, sqlite3* db)
{
    if (rc != SQLITE_OK && rc != SQLITE_DONE && rc != SQLITE_ROW)
        throw std::runtime_error{sqlite3_errmsg(db)};
}

/// A bare prepared statement whose values are whole numbers but for the ones bound by hand.
class Insert {
public:
    Insert(sqlite3* db, const char* sql)
        : m_db{db}
    {
        check(sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, &m_statement, nullptr), db);
    }
    ~Insert() { sqlite3_finalize(m_statement); }
    Insert(const Insert&) = delete;
    Insert& operator=(const Insert&) = delete;
    template <typename... Values>
    void run(Values... values)
    {
        int index = 0;
        (bind(++index, values), ...);
        check(sqlite3_step(m_statement), m_db);
        sqlite3_reset(m_statement);
    }

private:
    void bind(int index, std::int64_t value) { sqlite3_bind_int64(m_statement, index, value); }
    void bind(int index, const std::string& text)
    {
        sqlite3_bind_text(m_statement, index, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
    }
    void bind(int index, const std::vector<unsigned char>& blob)
    {
        sqlite3_bind_blob(m_statement, index, blob.data(), static_cast<int>(blob.size()), SQLITE_TRANSIENT);
    }
    sqlite3* m_db;
    sqlite3_stmt* m_statement = nullptr;
};

void writeProducts(const std::filesystem::path& csv, std::int64_t products)
{
    std::ofstream file{csv};
    file << "sku,barcode,name,price,cost,stock,category,tax\n";
    for (std::int64_t n = 1; n <= products; ++n) {
        const auto price = productPrice(n);
        file << "P" << n << ',' << productCode(n) << ',' << productName(n) << ',' << price / 100 << '.'
             << (price % 100 < 10 ? "0" : "") << price % 100 << ",0.40,1000,"
             << "Department " << n % 40 << ",A\n";
    }
}

ShopSetup benchSetup()
{
    ShopSetup setup;
    setup.name = "Bench";
    setup.country = "FR";
    setup.currency = "EUR";
    setup.timeZone = "Europe/Paris";
    setup.taxes = {
        {"A", "A", Rate::fromPercent(20), false}, {"B", "B", Rate::fromPartsPerMillion(55'000), false}};
    return setup;
}

void makeCatalogue(const std::filesystem::path& file, std::int64_t products)
{
    const FixedClock clock{someMorning() - std::chrono::days{4000}};
    auto shop = Shop::create(optionsFor(file), benchSetup(), clock);
    if (!shop) throw std::runtime_error{"bench shop: " + std::string{toText(shop.error().code)}};
    auto csv = file;
    csv += ".csv";
    writeProducts(csv, products);
    ProductImportOptions import;
    import.file = csv;
    const auto report = (*shop)->imports().products((*shop)->owner(), import);
    std::filesystem::remove(csv);
    if (!report || report->added != products) throw std::runtime_error{"bench catalogue"};
}

struct DayTotals {
    std::int64_t lines = 0;
    std::int64_t quantity = 0;
    std::int64_t net = 0;
    std::int64_t tax = 0;
    std::int64_t gross = 0;
};

/// What years of selling leave behind: documents, sales, lines, taxes, tenders, movements, journal and day
/// sums.
class Years {
public:
    Years(sqlite3* db, std::int64_t products)
        : m_db{db}
        , m_products{products}
        , m_shift{db, "INSERT INTO "
                      "shift(id,uid,till_id,user_id,business_day,opened_at,utc_offset_minutes,opening_float) "
                      "VALUES(?1,?2,1,1,?3,?4,60,0)"}
        , m_close{db,
              "INSERT INTO "
              "shift_close(shift_id,user_id,closed_at,utc_offset_minutes,expected,counted,left_in_drawer) "
              "VALUES(?1,1,?2,60,0,0,0)"}
        , m_document{db,
              "INSERT INTO document(id,uid,kind_id,series_id,number,till_id,shift_id,business_day,utc_ms,"
              "utc_offset_minutes,started_ms,user_id) VALUES(?1,?2,1,?3,?4,1,?5,?6,?7,60,?7,1)"}
        , m_sale{db, "INSERT INTO sale VALUES(?1,?2,1,?3,0,?4,?5,?3,0,?3,0,?6,5,NULL)"}
        , m_line{db, "INSERT INTO sale_line "
                     "VALUES(?1,?2,?3,1,?4,'pc',?5,NULL,1,?6,?7,?8,0,?9,?10,?8,?11,?12,NULL,NULL,NULL)"}
        , m_lineTax{db, "INSERT INTO sale_line_tax VALUES(?1,?2,0,1,?3,?4)"}
        , m_tax{db, "INSERT INTO sale_tax VALUES(?1,1,?2,?3,?4)"}
        , m_tender{db, "INSERT INTO tender(document_id,position,tender_type_id,amount) VALUES(?1,0,1,?2)"}
        , m_move{db,
              "INSERT INTO stock_movement(product_id,location_id,kind_id,quantity,cost,document_id,line_no) "
              "VALUES(?1,1,1,?2,?3,?4,?5)"}
        , m_journal{db, "INSERT INTO "
                        "journal(journal_chain_id,seq,type_id,utc_ms,utc_offset_minutes,user_id,document_id,"
                        "payload,hash,signature,journal_key_id) VALUES(1,?1,5,?2,60,1,?3,?4,?5,?6,1)"}
        , m_outbox{db, "INSERT INTO print_outbox(document_id,channel,copy,state,created_at,changed_at) "
                       "VALUES(?1,'screen',0,'none',?2,?2)"}
        , m_sum{db, "INSERT INTO day_sum VALUES(?1,?2,?3,1,0,1,?4,?5,0,?6,?7,?8,0)"}
    {
    }

    void write(std::int64_t sales, std::int64_t firstDocument, std::int64_t series, std::int64_t head,
        std::int64_t firstSeq)
    {
        std::int64_t day = 0;
        for (std::int64_t s = 0; s < sales; ++s) {
            if (s % 667 == 0) {
                if (day) endDay(day);
                day = 16'500 + s / 667;
                beginDay(s / 667 + 1, day);
            }
            sale(s, firstDocument + s, day, series, head, firstSeq + s);
        }
        if (day) endDay(day);
    }

private:
    static std::vector<unsigned char> random(std::size_t size)
    {
        std::vector<unsigned char> bytes(size);
        randombytes_buf(bytes.data(), size);
        return bytes;
    }
    void beginDay(std::int64_t shift, std::int64_t day)
    {
        m_openShift = shift;
        m_shift.run(shift, random(16), day, day * 86'400'000);
        m_sums.clear();
        m_total = {};
    }
    void endDay(std::int64_t day)
    {
        m_close.run(m_openShift, day * 86'400'000 + 80'000'000);
        m_sum.run(std::int64_t{1}, day, std::int64_t{0}, m_total.lines, m_total.quantity, m_total.net,
            m_total.tax, m_total.gross);
        for (const auto& [product, sum] : m_sums) {
            m_sum.run(std::int64_t{4}, day, product, sum.lines, sum.quantity, sum.net, sum.tax, sum.gross);
        }
    }
    void sale(std::int64_t s, std::int64_t id, std::int64_t day, std::int64_t series, std::int64_t head,
        std::int64_t seq)
    {
        const auto at = day * 86'400'000 + (s % 667) * 60'000 + 25'000'000;
        m_document.run(id, random(16), series, s + 1, m_openShift, day, at);
        std::int64_t gross = 0;
        std::int64_t tax = 0;
        for (std::int64_t n = 1; n <= 5; ++n) {
            const auto product = m_draw.product(m_products);
            const auto price = productPrice(product);
            const auto lineTax = price / 6;
            m_line.run(id, n, product, productName(product), product % 40 + 1, std::int64_t{1000},
                price * 100, price, price - lineTax, lineTax, std::int64_t{40}, productCode(product));
            m_lineTax.run(id, n, price - lineTax, lineTax);
            m_move.run(product, std::int64_t{-1000}, std::int64_t{-40}, id, n);
            for (auto* sum : {&m_sums[product], &m_total}) {
                sum->lines += 1;
                sum->quantity += 1000;
                sum->net += price - lineTax;
                sum->tax += lineTax;
                sum->gross += price;
            }
            gross += price;
            tax += lineTax;
        }
        m_sale.run(id, head, gross, gross - tax, tax, std::int64_t{200});
        m_tax.run(id, gross - tax, tax, gross);
        m_tender.run(id, gross);
        m_outbox.run(id, at);
        m_journal.run(seq, at, id, std::vector<unsigned char>(900, 'x'), random(32), random(64));
    }

    sqlite3* m_db;
    std::int64_t m_products;
    Draw m_draw{42};
    Insert m_shift, m_close, m_document, m_sale, m_line, m_lineTax, m_tax, m_tender, m_move, m_journal,
        m_outbox, m_sum;
    std::int64_t m_openShift = 0;
    std::map<std::int64_t, DayTotals> m_sums;
    DayTotals m_total;
};

std::int64_t one(sqlite3* db, const char* sql)
{
    sqlite3_stmt* statement = nullptr;
    check(sqlite3_prepare_v2(db, sql, -1, &statement, nullptr), db);
    check(sqlite3_step(statement), db);
    const auto value = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return value;
}

void run(sqlite3* db, const char* sql)
{
    check(sqlite3_exec(db, sql, nullptr, nullptr, nullptr), db);
}

void addYears(const std::filesystem::path& file, std::int64_t products, std::int64_t lines)
{
    sqlite3* db = nullptr;
    check(sqlite3_open(file.c_str(), &db), db);
    run(db, "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-400000; PRAGMA "
            "foreign_keys=OFF; BEGIN");
    run(db, "INSERT INTO series(till_id,epoch,document_kind_id,last_number) VALUES(1,1,1,0)");
    run(db, "INSERT INTO receipt_head(shop_name,address,tax_number,footer) VALUES('Bench','','','')");
    const auto sales = lines / 5;
    {
        Years years{db, products};
        years.write(sales, one(db, "SELECT coalesce(max(id),0)+1 FROM document"),
            one(db, "SELECT max(id) FROM series"), one(db, "SELECT max(id) FROM receipt_head"),
            one(db, "SELECT max(seq)+1 FROM journal"));
    }
    run(db, ("UPDATE series SET last_number=" + std::to_string(sales) + " WHERE document_kind_id=1").c_str());
    run(db, "COMMIT; PRAGMA journal_mode=WAL");
    sqlite3_close(db);
}

} // namespace

std::uint64_t Draw::next()
{
    auto z = m_state += 0x9E3779B97F4A7C15ULL;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
}

std::int64_t Draw::product(std::int64_t products)
{
    const double share = static_cast<double>(next() >> 11) / 9007199254740992.0;
    const auto rank = static_cast<std::int64_t>(std::pow(static_cast<double>(products), share));
    // The best sellers are spread over the ids, as they are in a real catalogue.
    return rank * 2'654'435'761LL % products + 1;
}

std::string productName(std::int64_t n)
{
    Draw draw{static_cast<std::uint64_t>(n) * 7919};
    const auto pick = [&](const auto& words) { return std::string{words[draw.next() % words.size()]}; };
    return pick(kMakers) + " " + pick(kKinds) + " " + pick(kGoods) + " " + pick(kSizes);
}

std::string productCode(std::int64_t n)
{
    char digits[16];
    std::snprintf(digits, sizeof digits, "40%010lld", static_cast<long long>(n));
    int sum = 0;
    for (int i = 0; i < 12; ++i) sum += (digits[i] - '0') * (i % 2 ? 3 : 1);
    return std::string{digits} + static_cast<char>('0' + (10 - sum % 10) % 10);
}

std::int64_t productPrice(std::int64_t n)
{
    return 49 + static_cast<std::int64_t>(Draw{static_cast<std::uint64_t>(n)}.next() % 5000);
}

std::filesystem::path keyFolder()
{
    return std::filesystem::path{TILL_BENCH_DATA} / "keys";
}

ShopOptions optionsFor(const std::filesystem::path& file)
{
    ShopOptions options;
    options.file = file;
    options.keyFolder = keyFolder();
    return options;
}

void removeShop(const std::filesystem::path& file)
{
    for (const char* suffix : {"", "-wal", "-shm", ".lock"}) {
        std::error_code ignored;
        std::filesystem::remove(file.string() + suffix, ignored);
    }
}

std::filesystem::path bigShop(std::int64_t products, std::int64_t lines)
{
    const std::filesystem::path folder{TILL_BENCH_DATA};
    std::filesystem::create_directories(folder);
    const auto file = folder / ("shop-" + std::to_string(products) + "-" + std::to_string(lines) + ".db");
    if (std::filesystem::exists(file)) return file;
    std::fprintf(stderr, "making %s\n", file.c_str());
    const auto part = file.string() + ".part";
    removeShop(part);
    makeCatalogue(part, products);
    if (lines > 0) addYears(part, products, lines);
    std::filesystem::rename(part, file);
    return file;
}

template <typename Use>
static void onOpened(const std::filesystem::path& file, Use use)
{
    const int fd = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0) return;
    use(fd);
    ::close(fd);
}

std::filesystem::path copyOfBigShop(std::int64_t products, std::int64_t lines)
{
    const auto original = bigShop(products, lines);
    auto copy = original;
    copy += ".work";
    removeShop(copy);
    std::filesystem::copy_file(original, copy);
    // A shop's file is not gigabytes of unwritten pages, behind which every commit would wait.
    onOpened(copy, [](int fd) { ::fdatasync(fd); });
    return copy;
}

void evict(const std::filesystem::path& file)
{
    onOpened(file, [](int fd) {
        ::fdatasync(fd);
        ::posix_fadvise(fd, 0, 0, POSIX_FADV_DONTNEED);
    });
}

} // namespace till::bench
