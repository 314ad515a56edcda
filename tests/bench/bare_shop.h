#pragma once

#include <sqlite3.h>

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace till::bench {

/// The limit: the very rows a scan and a sale leave in the file, written by prepared statements of the C API
/// and nothing else. No prices are worked out, nobody is asked for permission; journal record, hash and
/// signature are made and written, because the real ones are.
class BareShop {
public:
    explicit BareShop(const std::filesystem::path& file);
    ~BareShop();
    BareShop(const BareShop&) = delete;
    BareShop& operator=(const BareShop&) = delete;

    /// Looks the code up, and commits the line to the open cart.
    void scan(const std::string& code);
    void emptyCart();
    /// Commits a sale of these products, and drops the open cart with it.
    void sell(const std::vector<std::int64_t>& products);
    void checkpoint(); ///< passive, as the worker does, outside what is measured

private:
    sqlite3_stmt* prepare(const char* sql);
    sqlite3* m_db = nullptr;
    std::vector<sqlite3_stmt*> m_all;
    struct Statements;
    Statements* m_sql;
    std::int64_t m_cart = 0;
    std::int64_t m_edit = 0;
    std::array<unsigned char, 32> m_head{};
    std::array<unsigned char, 64> m_secret{};
    std::int64_t m_seq = 0;
    std::int64_t m_receiptHead = 0;
};

} // namespace till::bench
