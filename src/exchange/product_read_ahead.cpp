#include "exchange/product_read_ahead.h"

#include <utility>

namespace till {
namespace {

constexpr std::size_t kRowsInChunk = 128;
constexpr std::size_t kChunksAhead = 4;

} // namespace

ProductReadAhead::ProductReadAhead(ProductFile& file)
    : m_file{file}
    , m_thread{[this] { work(); }}
{
}

void ProductReadAhead::work()
{
    for (;;) {
        auto chunk = readChunk();
        const bool isLast = chunk.isLast;
        if (!put(std::move(chunk)) || isLast) return;
    }
}

ProductReadAhead::Chunk ProductReadAhead::readChunk()
{
    Chunk chunk;
    try {
        chunk.entries.reserve(kRowsInChunk);
        while (chunk.entries.size() < kRowsInChunk && !chunk.isLast) {
            auto entry = m_file.next();
            if (!entry) chunk.error = entry.error();
            chunk.isLast = !entry || !*entry;
            if (!chunk.isLast) chunk.entries.push_back(std::move(**entry));
        }
        chunk.position = m_file.position();
    } catch (...) {
        chunk.failure = std::current_exception();
        chunk.isLast = true;
    }
    return chunk;
}

bool ProductReadAhead::put(Chunk chunk)
{
    std::unique_lock lock{m_mutex};
    m_changed.wait(lock, [this] { return m_stopping || m_ready.size() < kChunksAhead; });
    if (m_stopping) return false;
    m_ready.push_back(std::move(chunk));
    m_changed.notify_all();
    return true;
}

void ProductReadAhead::take()
{
    std::unique_lock lock{m_mutex};
    m_changed.wait(lock, [this] { return !m_ready.empty(); });
    m_current = std::move(m_ready.front());
    m_ready.pop_front();
    m_changed.notify_all();
    m_at = 0;
    m_position = m_current.position;
}

Result<std::optional<ProductEntry>> ProductReadAhead::next()
{
    while (m_at == m_current.entries.size() && !m_current.isLast) take();
    if (m_at < m_current.entries.size()) {
        ++m_rows;
        return std::optional<ProductEntry>{std::move(m_current.entries[m_at++])};
    }
    if (m_current.failure) std::rethrow_exception(m_current.failure);
    if (m_current.error) return *m_current.error;
    return std::optional<ProductEntry>{};
}

void ProductReadAhead::stop()
{
    {
        const std::lock_guard lock{m_mutex};
        m_stopping = true;
    }
    m_changed.notify_all();
    if (m_thread.joinable()) m_thread.join();
}

} // namespace till
