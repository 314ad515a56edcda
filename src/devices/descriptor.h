#pragma once

#include <atomic>
#include <chrono>
#include <string>
#include <string_view>

namespace till {

/// An open file, socket or line of the system, closed with its owner (private to src/devices).
class Descriptor {
public:
    Descriptor() = default;
    explicit Descriptor(int descriptor)
        : m_descriptor{descriptor}
    {
    }
    Descriptor(Descriptor&& other) noexcept;
    Descriptor& operator=(Descriptor&& other) noexcept;
    ~Descriptor();

    /// What waits here waits no longer once `givenUp` is true; it must live as long as this does.
    void heed(const std::atomic<bool>& givenUp) { m_givenUp = &givenUp; }

    int get() const { return m_descriptor; }
    bool isOpen() const { return m_descriptor >= 0; }

    /// Writes until all is out or nothing has moved for `patience`; the bytes that went.
    std::size_t write(std::string_view bytes, std::chrono::milliseconds patience);
    /// Up to `wanted` bytes, fewer when they do not come in time.
    std::string read(std::size_t wanted, std::chrono::milliseconds patience);
    std::string readSome(
        std::size_t most); ///< what is there; empty at the end, on an error and when there is nothing
    bool waitUntilReadable(std::chrono::milliseconds patience) const;
    bool waitUntilWritable(std::chrono::milliseconds patience) const;
    void discardInput(); ///< what came without being asked for

private:
    bool wait(short events, std::chrono::milliseconds patience) const;

    int m_descriptor = -1;
    const std::atomic<bool>* m_givenUp = nullptr;
};

/// strerror() of a value of errno, safe between threads.
std::string systemWords(int error);

} // namespace till
