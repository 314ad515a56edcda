#include "services/file_hash.h"

#include "exchange/file_bytes.h"

#include <sodium.h>

#include <array>
#include <vector>

namespace till {

Result<std::string> sha256OfFile(const std::filesystem::path& path, const std::stop_token& stop)
{
    auto bytes = FileBytes::openFile(path);
    if (!bytes) return bytes.error();
    crypto_hash_sha256_state state;
    crypto_hash_sha256_init(&state);
    std::vector<char> buffer(256 * 1024);
    for (;;) {
        if (stop.stop_requested()) return Error{ErrorCode::Cancelled};
        const auto count = (*bytes)->read(buffer);
        if (!count) return count.error();
        if (*count == 0) break;
        crypto_hash_sha256_update(&state, reinterpret_cast<const unsigned char*>(buffer.data()), *count);
    }
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
    crypto_hash_sha256_final(&state, hash.data());
    std::array<char, crypto_hash_sha256_BYTES * 2 + 1> text{};
    return std::string{sodium_bin2hex(text.data(), text.size(), hash.data(), hash.size())};
}

FileHashing::FileHashing(const std::filesystem::path& path)
    : m_hash{std::async(
          std::launch::async, [path, stop = m_stop.get_token()] { return sha256OfFile(path, stop); })}
{
}

} // namespace till
