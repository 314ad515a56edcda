#pragma once

#include "exchange/product_file.h"

#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace till {

/// Reads a product list on a thread of its own, some hundred rows ahead of whoever takes them: an import
/// spends a sixth of its time reading. The file is the thread's as long as this lives.
class ProductReadAhead {
public:
    explicit ProductReadAhead(ProductFile& file);
    ~ProductReadAhead() { stop(); }
    ProductReadAhead(const ProductReadAhead&) = delete;
    ProductReadAhead& operator=(const ProductReadAhead&) = delete;

    /// As ProductFile::next, which also says what happens at the end and after an error.
    Result<std::optional<ProductEntry>> next();
    std::int64_t rows() const { return m_rows; }          ///< taken so far, as ProductFile::rows
    std::uint64_t position() const { return m_position; } ///< about there, as ProductFile::position

private:
    struct Chunk {
        std::vector<ProductEntry> entries;
        std::uint64_t position = 0; ///< behind them
        bool isLast = false;
        std::optional<Error> error; ///< that ended the file
        std::exception_ptr failure;
    };
    void work();
    void stop();
    Chunk readChunk();
    bool put(Chunk chunk); ///< false when nobody wants more
    void take();

    ProductFile& m_file;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Chunk> m_ready;
    bool m_stopping = false;

    Chunk m_current; ///< of the taking thread, from here on
    std::size_t m_at = 0;
    std::int64_t m_rows = 0;
    std::uint64_t m_position = 0;

    std::thread m_thread;
};

} // namespace till
