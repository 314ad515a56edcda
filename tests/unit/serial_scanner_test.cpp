#include "devices/serial_scanner.h"

#include <catch2/catch.hpp>
#include <condition_variable>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <mutex>
#include <unistd.h>

using namespace till;
using namespace std::chrono_literals;

namespace {

/// The scanner's end of a line: a pseudo-terminal under a name that stays.
struct Line {
    explicit Line(const std::filesystem::path& name)
        : end{::posix_openpt(O_RDWR | O_NOCTTY)}
    {
        REQUIRE(::grantpt(end) == 0);
        REQUIRE(::unlockpt(end) == 0);
        std::filesystem::remove(name);
        std::filesystem::create_symlink(::ptsname(end), name);
    }
    ~Line() { ::close(end); }
    Line(const Line&) = delete;
    Line& operator=(const Line&) = delete;
    void send(std::string_view bytes) const
    {
        REQUIRE(::write(end, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()));
    }
    int end;
};

/// What the program heard, and a way to wait for it.
struct Ear {
    SerialScanner::Heard heard()
    {
        return {[this](const std::string& code) { note(code); },
            [this](bool there, const std::string&) { note(there ? "<there>" : "<gone>"); }};
    }
    void note(const std::string& what)
    {
        const std::lock_guard lock{mutex};
        all.push_back(what);
        changed.notify_all();
    }
    bool waitFor(std::size_t count)
    {
        std::unique_lock lock{mutex};
        return changed.wait_for(lock, 20s, [&] { return all.size() >= count; });
    }
    std::mutex mutex;
    std::condition_variable changed;
    std::vector<std::string> all;
};

std::filesystem::path lineName()
{
    return std::filesystem::temp_directory_path() / ("scanner-" + std::to_string(::getpid()));
}

} // namespace

TEST_CASE("codes on a line are cut at their ends, and control characters are no part of them")
{
    ScanFrames frames;
    CHECK(frames.feed("\x02"
                      "40063813\r\n54490") == std::vector<std::string>{"40063813"});
    CHECK(frames.feed("000\x03\t") == std::vector<std::string>{"54490000"});
    CHECK(frames.feed("]C110AB\x1d"
                      "21X\n") == std::vector<std::string>{"]C110AB\x1d"
                                                           "21X"});
    CHECK(frames.feed("\r\n\r\n").empty());
    frames.feed("4711");
    CHECK(frames.rest() == "4711");
    CHECK(frames.rest().empty());
}

TEST_CASE("a line that never ends its code is dropped, and the next code is whole")
{
    ScanFrames frames;
    std::string endless(20'000, '7');
    endless.push_back('\r');
    CHECK(frames.feed(endless).empty());
    CHECK(frames.feed("4711\r") == std::vector<std::string>{"4711"});
}

TEST_CASE("a serial scanner is heard, also one that ends its codes with nothing, and after the cable was out")
{
    const auto name = lineName();
    Ear ear;
    auto line = std::make_unique<Line>(name);
    const SerialScanner scanner{name.string(), 9'600, ear.heard()};
    REQUIRE(ear.waitFor(1));
    line->send("4006381333931\r\n");
    REQUIRE(ear.waitFor(2));
    line->send("30176204"); // no end: over when it rests
    REQUIRE(ear.waitFor(3));
    line.reset();
    REQUIRE(ear.waitFor(4));
    line = std::make_unique<Line>(name);
    REQUIRE(ear.waitFor(5));
    line->send("54490000\r");
    REQUIRE(ear.waitFor(6));
    CHECK(ear.all ==
          std::vector<std::string>{"<there>", "4006381333931", "30176204", "<gone>", "<there>", "54490000"});
    std::filesystem::remove(name);
}

TEST_CASE("a serial scanner that is not there is said once, and closing the program does not wait for it")
{
    Ear ear;
    {
        const SerialScanner scanner{"/dev/no-such-scanner", 9'600, ear.heard()};
        REQUIRE(ear.waitFor(1));
    }
    CHECK(ear.all == std::vector<std::string>{"<gone>"});
}
