#pragma once

#include "small_shop.h"
#include "support/power_cut.h"

#include <functional>
#include <string>
#include <vector>

namespace till::test {

/// What became of the promises in the images of one replay.
struct Verdict {
    std::int64_t images = 0;
    std::int64_t sure = 0; ///< images of everything that was written, and of only what was synced
    int damaged = 0;       ///< cannot be opened, or fails the integrity check
    int broken = 0;        ///< opens, but an invariant of the shop does not hold
    int half = 0;          ///< a state the shop was never in: part of a sale, of an edit, of an import
    int forgotten = 0;     ///< a state of before something that had been acknowledged
    std::string first;     ///< the first image that went wrong, and how

    bool isClean() const { return damaged + broken + half + forgotten == 0; }
    void print(const std::string& name) const;
};

/// A stretch of work at the till during which the power may go at any moment. Every step is a promise: when
/// it has been acknowledged its outcome must be found again, and while it runs either nothing of it or all.
class Rehearsal {
public:
    explicit Rehearsal(SmallShop& shop, bool backgroundWork = false);

    Shop& shop() { return *m_shop; }
    /// Acts, acknowledges, and keeps what the shop looks like.
    void step(const std::function<void()>& act);
    /// A mutant: acknowledges, and only then acts.
    void stepTooEarly(const std::function<void()>& act);
    void close();

    /// Of an image in the middle of a step: is this a state one may be left in?
    using Between = std::function<bool(Shop&)>;
    /// Opens every image as the program would, verifies it, and compares it with what was promised.
    Verdict replay(const ReplayOptions& options, const Between& between = {});

private:
    void judge(const CrashImage& image, const Between& between, Verdict& verdict) const;

    SmallShop& m_small;
    std::vector<std::string> m_promises; ///< [n]: the shop when n had been acknowledged
    PowerCut m_cut;
    std::unique_ptr<Shop> m_shop;
};

} // namespace till::test
