#pragma once

#include "cli/frame.h"

#include <functional>
#include <string>

namespace till {

/// Work that may take its time: Ctrl-C stops it between two steps instead of ending the program, and a bar
/// shows how far it is when somebody looks on (standard error is a terminal, and not --quiet). One at a time.
class LongWork {
public:
    LongWork(const Frame& frame, std::string label);
    ~LongWork();
    LongWork(const LongWork&) = delete;
    LongWork& operator=(const LongWork&) = delete;

    /// For a service: 0..100, or -1 when the length is unknown; false asks it to stop. Not to outlive this.
    std::function<bool(int)> progress();
    bool isCancelled() const;

private:
    void show(int percent);

    std::string m_label;
    bool m_shows;
    int m_shown = -2;
};

} // namespace till
