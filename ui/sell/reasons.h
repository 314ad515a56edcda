#pragma once

#include <QString>

#include <functional>

namespace till {

class SellDesk;

/// What somebody has to answer for: the shop's own reasons (a setting, one a line), picked by a digit or a
/// touch, or another in words.
struct ReasonQuestion {
    QString page; ///< the name of its page
    QString title;
    const char* setting; ///< the list
    std::function<void(const std::string& reason)> take;
};

void askReason(SellDesk& desk, const ReasonQuestion& question);

} // namespace till
