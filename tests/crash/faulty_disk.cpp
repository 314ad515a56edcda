#include "faulty_disk.h"

#include "storage/storage_error.h"

#include <catch2/catch.hpp>

namespace till::test {
namespace {

enum class Answer { Done, Refused, Unknown };

Answer answerOf(const Request& request, Shop& shop)
{
    try {
        const auto said = request.ask(shop);
        if (said) return Answer::Done;
        return said.error().code == ErrorCode::SaleOutcomeUnknown ? Answer::Unknown : Answer::Refused;
    } catch (const CommitUnknown&) {
        return Answer::Unknown;
    } catch (const StorageError&) {
        return Answer::Refused;
    }
}

class Attempt {
public:
    Attempt(const SmallShop& small, const Request& request)
        : m_small{small}
        , m_request{request}
        , m_file{small.folder / "attempt.db"}
        , m_crashed{small.folder / "crashed.db"}
    {
    }

    void prepare()
    {
        copy(m_small.file(), m_file);
        m_shop = open(m_file, FaultVfs::kName);
        m_request.prepare(*m_shop);
    }
    /// How the shop looks before and after the request, when nothing fails.
    void learn()
    {
        prepare();
        m_before = describe(*m_shop);
        REQUIRE(m_request.ask(*m_shop));
        m_after = describe(*m_shop);
        REQUIRE(m_before != m_after);
        close();
    }
    Answer ask() { return answerOf(m_request, *m_shop); }

    void verify(Answer answer)
    {
        copy(m_file, m_crashed); // as if the program had ended here
        const auto crashed = open(m_crashed, {});
        CHECK(findingsOf(*crashed).empty());
        checkHolds(answer, *crashed);
        checkHolds(answer, *m_shop);
        const bool again = m_request.repeatable ? answer != Answer::Done : describe(*m_shop) != m_after;
        if (again) REQUIRE(answerOf(m_request, *m_shop) == Answer::Done);
        CHECK(describe(*m_shop) == m_after);
        sellOn();
    }
    void close() { m_shop.reset(); }
    void verifyClosed()
    {
        const auto last = describe(*m_shop);
        close();
        const auto again = open(m_file, {});
        CHECK(findingsOf(*again).empty());
        CHECK(describe(*again) == last);
    }

private:
    void checkHolds(Answer answer, Shop& shop)
    {
        const auto seen = describe(shop);
        const bool between = answer != Answer::Done && m_request.between && m_request.between(shop);
        INFO("answer " << static_cast<int>(answer) << ", seen\n"
                       << seen << "before\n"
                       << m_before << "after\n"
                       << m_after);
        if (answer == Answer::Done) CHECK(seen == m_after);
        if (answer == Answer::Refused) CHECK((seen == m_before || between));
        if (answer == Answer::Unknown) CHECK((seen == m_before || seen == m_after || between));
    }
    void sellOn()
    {
        Cashier cashier{*m_shop};
        cashier.scan("COF");
        cashier.mustPay();
    }
    std::unique_ptr<Shop> open(const std::filesystem::path& file, const std::string& vfs) const
    {
        auto opened = Shop::open(m_small.options(file, vfs), m_small.clock);
        INFO((
            opened ? std::string{} : std::string{toText(opened.error().code)} + " " + opened.error().detail));
        REQUIRE(opened);
        return std::move(*opened);
    }
    static void copy(const std::filesystem::path& from, const std::filesystem::path& to)
    {
        for (const auto* suffix : {"-shm", "-wal", ""}) {
            const auto source = from.string() + suffix;
            const auto target = to.string() + suffix;
            std::filesystem::remove(target);
            const bool lives = std::string_view{suffix} != "-shm" && std::filesystem::exists(source);
            if (lives) std::filesystem::copy_file(source, target);
        }
    }

    const SmallShop& m_small;
    const Request& m_request;
    std::filesystem::path m_file;
    std::filesystem::path m_crashed;
    std::string m_before;
    std::string m_after;
    std::unique_ptr<Shop> m_shop;
};

} // namespace

FaultCounts failEachOperation(
    const SmallShop& small, const Request& request, Fault::Kind kind, bool persistent, int stride)
{
    auto& vfs = FaultVfs::instance();
    FaultCounts counts;
    Attempt attempt{small, request};
    attempt.learn();
    for (int at = 1;; at += stride) {
        INFO("operation " << at << ", fault kind " << static_cast<int>(kind)
                          << (persistent ? ", for good" : ""));
        attempt.prepare();
        vfs.arm({kind, at, persistent});
        const auto answer = attempt.ask();
        vfs.disarm();
        attempt.verify(answer);
        attempt.verifyClosed();
        if (!vfs.fired()) return counts;
        ++counts.points;
        counts.absorbed += answer == Answer::Done ? 1 : 0;
        counts.refused += answer == Answer::Refused ? 1 : 0;
        counts.unknown += answer == Answer::Unknown ? 1 : 0;
    }
}

} // namespace till::test
