#include "bare_shop.h"

#include "big_shop.h"

#include <sodium.h>

#include <stdexcept>

namespace till::bench {
namespace {

constexpr std::int64_t kNow = 1'773'500'000'000;
constexpr std::int64_t kDay = 20'526;

void ok(int rc, sqlite3* db)
{
    if (rc != SQLITE_OK && rc != SQLITE_DONE && rc != SQLITE_ROW)
        throw std::runtime_error{sqlite3_errmsg(db)};
}

void bind(sqlite3_stmt* s, int i, std::int64_t value)
{
    sqlite3_bind_int64(s, i, value);
}
void bind(sqlite3_stmt* s, int i, const std::string& text)
{
    sqlite3_bind_text(s, i, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
}
template <std::size_t N>
void bind(sqlite3_stmt* s, int i, const std::array<unsigned char, N>& bytes)
{
    sqlite3_bind_blob(s, i, bytes.data(), static_cast<int>(N), SQLITE_STATIC);
}

void bind(sqlite3_stmt* s, int i, const std::vector<unsigned char>& bytes)
{
    sqlite3_bind_blob(s, i, bytes.data(), static_cast<int>(bytes.size()), SQLITE_STATIC);
}

template <typename... Values>
int step(sqlite3_stmt* s, const Values&... values)
{
    int i = 0;
    (bind(s, ++i, values), ...);
    const int rc = sqlite3_step(s);
    ok(rc, sqlite3_db_handle(s));
    return rc;
}

template <typename... Values>
void run(sqlite3_stmt* s, const Values&... values)
{
    step(s, values...);
    sqlite3_reset(s);
}

std::array<unsigned char, 16> someUid()
{
    std::array<unsigned char, 16> uid;
    randombytes_buf(uid.data(), uid.size());
    return uid;
}

} // namespace

struct BareShop::Statements {
    sqlite3_stmt *begin, *commit, *find, *price, *cart, *edit, *cartUpdate, *cartLine, *dropCart, *series,
        *document, *level, *movement, *levelUp, *activity, *sale, *line, *lineTax, *tax, *tender, *sum,
        *outbox, *journal;
};

BareShop::BareShop(const std::filesystem::path& file)
    : m_sql{new Statements{}}
{
    ok(sqlite3_open_v2(file.c_str(), &m_db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr), m_db);
    ok(sqlite3_exec(m_db,
           "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA "
           "recursive_triggers=ON; PRAGMA wal_autocheckpoint=0; PRAGMA cache_size=-32768; PRAGMA "
           "temp_store=MEMORY;",
           nullptr, nullptr, nullptr),
        m_db);
    auto& q = *m_sql;
    q.begin = prepare("BEGIN IMMEDIATE");
    q.commit = prepare("COMMIT");
    q.find =
        prepare("SELECT p.id, p.name, u.code, p.department_id, p.tax_class_id, p.open_price, p.tracks_stock, "
                "p.discountable FROM product_code c JOIN product p ON p.id = c.product_id JOIN unit u ON "
                "u.id = p.unit_id "
                "WHERE c.code = ?1");
    q.price = prepare("SELECT unit_price FROM price WHERE product_id = ?1 AND price_list_id = 1 ORDER BY "
                      "minimum_quantity DESC, "
                      "valid_from DESC, version DESC LIMIT 1");
    q.cart = prepare(
        "INSERT INTO cart(uid,till_id,user_id,state,opened_at,changed_at) VALUES(?1,1,1,'open',?2,?2)");
    q.edit = prepare("INSERT INTO cart_edit VALUES(?1,?2,'ring_up',1,?3)");
    q.cartUpdate = prepare("UPDATE cart SET edit_no=?2,last_edit=?2,changed_at=?3 WHERE id=?1");
    q.cartLine =
        prepare("INSERT INTO cart_line(cart_id,line_no,from_edit,product_id,kind_id,name,unit,unit_decimals,"
                "department_id,tax_class_id,quantity,unit_price,list_price,code,tracks_stock,discountable) "
                "VALUES(?1,?2,?3,?4,1,?5,'pc',0,?6,1,1000,?7,?7,?8,1,1)");
    q.dropCart = prepare("DELETE FROM cart WHERE id=?1");
    q.series = prepare(
        "UPDATE series SET last_number=last_number+1 WHERE till_id=1 AND epoch=1 AND document_kind_id=1 "
        "RETURNING id,last_number");
    q.document =
        prepare("INSERT INTO document(uid,kind_id,series_id,number,till_id,shift_id,business_day,utc_ms,"
                "utc_offset_minutes,started_ms,user_id) VALUES(?1,1,?2,?3,1,?4,?5,?6,60,?6,1)");
    q.level = prepare(
        "SELECT l.quantity,l.value,p.cost,p.name,p.department_id FROM product p LEFT JOIN stock_level l ON "
        "l.product_id=p.id AND l.location_id=1 WHERE p.id=?1");
    q.movement = prepare(
        "INSERT INTO stock_movement(product_id,location_id,kind_id,quantity,cost,document_id,line_no) "
        "VALUES(?1,1,1,-1000,-40,?2,?3)");
    q.levelUp = prepare(
        "INSERT INTO stock_level(product_id,location_id,quantity,value,counted) VALUES(?1,1,-1000,-40,0) ON "
        "CONFLICT(product_id,location_id) DO UPDATE SET quantity=quantity+excluded.quantity,"
        "value=value+excluded.value");
    q.activity = prepare(
        "INSERT INTO product_activity(product_id,sold_lines,last_sold_at,rise_at) VALUES(?1,1,?2,1) ON "
        "CONFLICT(product_id) DO UPDATE SET sold_lines=sold_lines+1,last_sold_at=excluded.last_sold_at");
    q.sale = prepare("INSERT INTO sale VALUES(?1,?2,1,?3,0,?4,?5,?3,0,?3,0,200,5,NULL)");
    q.line = prepare("INSERT INTO sale_line "
                     "VALUES(?1,?2,?3,1,?4,'pc',?5,NULL,1,1000,?6,?7,0,?8,?9,?7,40,?10,NULL,NULL,NULL)");
    q.lineTax = prepare("INSERT INTO sale_line_tax VALUES(?1,?2,0,1,?3,?4)");
    q.tax = prepare("INSERT INTO sale_tax VALUES(?1,1,?2,?3,?4)");
    q.tender = prepare("INSERT INTO tender(document_id,position,tender_type_id,amount) VALUES(?1,0,1,?2)");
    q.sum = prepare("INSERT INTO day_sum VALUES(?1,?2,?3,1,0,1,1,1000,0,?4,?5,?6,40) ON "
                    "CONFLICT(dimension_id,business_day,key,"
                    "till_id,returned) DO UPDATE SET "
                    "tickets=tickets+1,lines=lines+1,quantity=quantity+1000,net=net+excluded.net,"
                    "tax=tax+excluded.tax,gross=gross+excluded.gross,cost=cost+40");
    q.outbox = prepare("INSERT INTO print_outbox(document_id,channel,copy,state,created_at,changed_at) "
                       "VALUES(?1,'screen',0,'none',?2,?2)");
    q.journal =
        prepare("INSERT INTO "
                "journal(journal_chain_id,seq,type_id,utc_ms,utc_offset_minutes,user_id,document_id,payload,"
                "hash,signature,journal_key_id) VALUES(1,?1,5,?2,60,1,?3,?4,?5,?6,1)");
    std::array<unsigned char, 32> publicKey;
    crypto_sign_keypair(publicKey.data(), m_secret.data());
    auto* last = prepare("SELECT max(seq) FROM journal WHERE journal_chain_id=1");
    step(last);
    m_seq = sqlite3_column_int64(last, 0);
    sqlite3_reset(last);
    auto* head = prepare("SELECT max(id) FROM receipt_head");
    step(head);
    m_receiptHead = sqlite3_column_int64(head, 0);
    sqlite3_reset(head);
}

BareShop::~BareShop()
{
    for (auto* statement : m_all) sqlite3_finalize(statement);
    sqlite3_close(m_db);
    delete m_sql;
}

sqlite3_stmt* BareShop::prepare(const char* sql)
{
    sqlite3_stmt* statement = nullptr;
    ok(sqlite3_prepare_v3(m_db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr), m_db);
    m_all.push_back(statement);
    return statement;
}

void BareShop::scan(const std::string& code)
{
    auto& q = *m_sql;
    if (step(q.find, code) != SQLITE_ROW) throw std::runtime_error{"bare: unknown code"};
    const auto product = sqlite3_column_int64(q.find, 0);
    const std::string name{reinterpret_cast<const char*>(sqlite3_column_text(q.find, 1))};
    const auto department = sqlite3_column_int64(q.find, 3);
    sqlite3_reset(q.find);
    step(q.price, product);
    const auto price = sqlite3_column_int64(q.price, 0);
    sqlite3_reset(q.price);
    run(q.begin);
    if (m_cart == 0) {
        run(q.cart, someUid(), kNow);
        m_cart = sqlite3_last_insert_rowid(m_db);
        m_edit = 0;
    }
    ++m_edit;
    run(q.edit, m_cart, m_edit, kNow);
    run(q.cartUpdate, m_cart, m_edit, kNow);
    run(q.cartLine, m_cart, m_edit, m_edit, product, name, department, price, code);
    run(q.commit);
}

void BareShop::emptyCart()
{
    if (m_cart == 0) return;
    run(m_sql->dropCart, m_cart);
    m_cart = 0;
}

void BareShop::sell(const std::vector<std::int64_t>& products)
{
    auto& q = *m_sql;
    run(q.begin);
    step(q.series);
    const auto series = sqlite3_column_int64(q.series, 0);
    const auto number = sqlite3_column_int64(q.series, 1);
    sqlite3_reset(q.series);
    sqlite3_bind_null(q.document, 4);
    const auto uid = someUid();
    bind(q.document, 1, uid);
    bind(q.document, 2, series);
    bind(q.document, 3, number);
    bind(q.document, 5, kDay);
    bind(q.document, 6, kNow);
    ok(sqlite3_step(q.document), m_db);
    sqlite3_reset(q.document);
    const auto document = sqlite3_last_insert_rowid(m_db);
    std::int64_t gross = 0;
    std::int64_t tax = 0;
    std::int64_t n = 0;
    for (const auto product : products) {
        ++n;
        step(q.level, product);
        const std::string name{reinterpret_cast<const char*>(sqlite3_column_text(q.level, 3))};
        const auto department = sqlite3_column_int64(q.level, 4);
        sqlite3_reset(q.level);
        const auto price = productPrice(product);
        const auto lineTax = price / 6;
        const auto code = productCode(product);
        run(q.movement, product, document, n);
        run(q.levelUp, product);
        run(q.activity, product, kNow);
        run(q.line, document, n, product, name, department, price * 100, price, price - lineTax, lineTax,
            code);
        run(q.lineTax, document, n, price - lineTax, lineTax);
        run(q.sum, std::int64_t{4}, kDay, product, price - lineTax, lineTax, price);
        run(q.sum, std::int64_t{3}, kDay, department, price - lineTax, lineTax, price);
        gross += price;
        tax += lineTax;
    }
    run(q.sale, document, m_receiptHead, gross, gross - tax, tax);
    run(q.tax, document, gross - tax, tax, gross);
    run(q.tender, document, gross);
    for (const std::int64_t dimension : {1, 2, 5, 6, 7, 9})
        run(q.sum, dimension, kDay, std::int64_t{1}, gross - tax, tax, gross);
    run(q.outbox, document, kNow);
    const std::vector<unsigned char> payload(900, 'x');
    crypto_hash_sha256_state state;
    crypto_hash_sha256_init(&state);
    crypto_hash_sha256_update(&state, payload.data(), payload.size());
    crypto_hash_sha256_update(&state, m_head.data(), m_head.size());
    crypto_hash_sha256_final(&state, m_head.data());
    std::array<unsigned char, 64> signature;
    crypto_sign_detached(signature.data(), nullptr, m_head.data(), m_head.size(), m_secret.data());
    run(q.journal, ++m_seq, kNow, document, payload, m_head, signature);
    emptyCart();
    run(q.commit);
}

void BareShop::checkpoint()
{
    sqlite3_wal_checkpoint_v2(m_db, nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
}

} // namespace till::bench
