#include "rehearsal.h"

#include "storage/storage_error.h"

#include <algorithm>
#include <iostream>
#include <sstream>
#include <thread>

namespace till::test {
namespace {

std::string today(SmallShop& shop)
{
    const auto open = shop.open();
    return describe(*open);
}

std::string where(const CrashImage& image)
{
    std::ostringstream out;
    out << "image after " << image.step << " operations, kind " << static_cast<int>(image.kind) << ", "
        << image.acknowledged << " acknowledged: ";
    return out.str();
}

} // namespace

void Verdict::print(const std::string& name) const
{
    std::cout << name << ": " << images << " images, " << damaged << " corrupt, " << broken << " broken, "
              << half << " half done, " << forgotten << " forgotten" << std::endl;
}

Rehearsal::Rehearsal(SmallShop& shop, bool backgroundWork)
    : m_small{shop}
    , m_promises{today(shop)}
    , m_cut{shop.file()}
    , m_shop{shop.open(FaultVfs::kName, backgroundWork)}
{
}

void Rehearsal::step(const std::function<void()>& act)
{
    m_small.clock.advance(std::chrono::seconds{3});
    {
        const std::jthread hurry{
            [this] { m_shop->waitForBackgroundWork(); }}; // the worker is at it meanwhile
        act();
    }
    m_cut.acknowledge(static_cast<std::int64_t>(m_promises.size()));
    m_promises.push_back(describe(*m_shop));
}

void Rehearsal::stepTooEarly(const std::function<void()>& act)
{
    m_cut.acknowledge(static_cast<std::int64_t>(m_promises.size()));
    act();
    m_promises.push_back(describe(*m_shop));
}

void Rehearsal::close()
{
    m_shop.reset();
    m_cut.stop();
}

Verdict Rehearsal::replay(const ReplayOptions& options, const Between& between)
{
    close();
    Verdict verdict;
    verdict.images =
        m_cut.replay(options, [&](const CrashImage& image) { judge(image, between, verdict); }).images;
    return verdict;
}

void Rehearsal::judge(const CrashImage& image, const Between& between, Verdict& verdict) const
{
    if (image.kind != CrashImage::Kind::Some) ++verdict.sure;
    const auto blame = [&](int& count, const std::string& what) {
        ++count;
        if (verdict.first.empty()) verdict.first = where(image) + what;
    };
    try {
        const auto opened = Shop::open(m_small.options(image.shop), m_small.clock);
        if (!opened) {
            blame(verdict.damaged, std::string{toText(opened.error().code)} + " " + opened.error().detail);
            return;
        }
        if (const auto findings = findingsOf(**opened); !findings.empty()) {
            blame(findings.starts_with("SQLITE") ? verdict.damaged : verdict.broken, findings);
            return;
        }
        const auto seen = describe(**opened);
        const auto promised = m_promises.begin() + image.acknowledged;
        if (seen == *promised) return;
        if (promised + 1 != m_promises.end() && (seen == promised[1] || (between && between(**opened))))
            return;
        const bool before = std::find(m_promises.begin(), promised, seen) != promised;
        blame(before ? verdict.forgotten : verdict.half, "\n" + seen + "instead of\n" + *promised);
    } catch (const StorageError& error) {
        blame(verdict.damaged, error.what());
    }
}

} // namespace till::test
