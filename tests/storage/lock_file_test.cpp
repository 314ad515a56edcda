#include "storage/lock_file.h"
#include "support/scratch_folder.h"

#include <catch2/catch.hpp>

#include <array>
#include <csignal>
#include <fstream>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace till;

namespace {

/// Another process that holds the lock until it is killed.
class OtherProgram {
public:
    explicit OtherProgram(const std::filesystem::path& shop)
    {
        std::array<int, 2> ready{};
        REQUIRE(::pipe(ready.data()) == 0);
        m_pid = ::fork();
        if (m_pid == 0) {
            const auto lock = LockFile::tryLock(shop, "other");
            const char said = lock ? 'y' : 'n';
            if (::write(ready[1], &said, 1) != 1) ::_exit(1);
            for (;;) ::pause();
        }
        char said = 0;
        REQUIRE(::read(ready[0], &said, 1) == 1);
        REQUIRE(said == 'y');
        ::close(ready[0]);
        ::close(ready[1]);
    }
    ~OtherProgram() { kill(); }
    OtherProgram(const OtherProgram&) = delete;
    OtherProgram& operator=(const OtherProgram&) = delete;

    pid_t pid() const { return m_pid; }
    void kill()
    {
        if (m_pid == 0) return;
        ::kill(m_pid, SIGKILL);
        ::waitpid(std::exchange(m_pid, 0), nullptr, 0);
    }

private:
    pid_t m_pid = 0;
};

} // namespace

TEST_CASE("a second program is told who has the shop, and gets it when that one is killed")
{
    const test::ScratchFolder folder;
    OtherProgram other{folder / "shop.db"};

    const auto refused = LockFile::tryLock(folder / "shop.db", "test");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::ShopInUse);
    CHECK(refused.error().detail == std::to_string(other.pid()));

    other.kill();
    CHECK(LockFile::tryLock(folder / "shop.db", "test"));
}

TEST_CASE("two ways to write one path meet at one lock")
{
    const test::ScratchFolder folder;
    std::filesystem::create_directory(folder / "data");
    std::filesystem::create_symlink(folder / "data", folder / "link");
    OtherProgram other{folder / "data/shop.db"};
    CHECK_FALSE(LockFile::tryLock(folder / "link/../data/./shop.db", "test"));
    CHECK_FALSE(LockFile::tryLock(folder / "link/shop.db", "test"));
}

TEST_CASE("a task of the same program shares the lock, and the last one to go frees it")
{
    const test::ScratchFolder folder;
    auto window = std::make_unique<Result<LockFile>>(LockFile::tryLock(folder / "shop.db", "window"));
    REQUIRE(*window);
    {
        const auto task = LockFile::tryLock(folder / "shop.db", "task");
        REQUIRE(task);
        window.reset();
        const auto third = LockFile::tryLock(folder / "shop.db", "third");
        CHECK(third);
    }
    const OtherProgram other{folder / "shop.db"}; // fails its own checks unless the lock is free
}

TEST_CASE("the lock file says who holds it, to its owner alone")
{
    const test::ScratchFolder folder;
    const auto lock = LockFile::tryLock(folder / "shop.db", "tillroll");
    REQUIRE(lock);
    std::ifstream file{folder / "shop.db.lock"};
    std::string line;
    std::getline(file, line);
    CHECK(line == std::to_string(::getpid()) + " tillroll");
    struct stat info {};
    REQUIRE(::stat((folder / "shop.db.lock").c_str(), &info) == 0);
    CHECK((info.st_mode & 0777U) == 0600);
}

TEST_CASE("there is no lock in a folder that is not there")
{
    const test::ScratchFolder folder;
    CHECK(LockFile::tryLock(folder / "none/shop.db", "test").error().code == ErrorCode::FileNotFound);
}
