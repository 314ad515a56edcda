#pragma once

#include "base/result.h"
#include "domain/sales/scale_reading.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace till {

class PoleDisplay;
class SerialScanner;

// The scale and the display at the counter, by the addresses kept in the settings scale.address and
// display.pole. All of it may be called from any thread; none needs the shop.

/// One look. Errors: ScaleNotSet (no address), SettingInvalid, ScaleNotReached.
Result<ScaleReading> lookAtScale(std::string_view address);
/// Asks until the scale is at rest, for four seconds at most. Errors beside those: ScaleMoving, ScaleEmpty,
/// ScaleBelowZero, ScaleOverloaded; Cancelled when `isOver` says so.
Result<Quantity> weigh(std::string_view address, const std::function<bool()>& isOver = {});

/// Serial lines of this machine, best first.
std::vector<std::string> devicePorts();

/// The scanner on a serial line (setting scanner.serial).
class CounterScanner {
public:
    /// Both are called in the scanner's thread.
    struct Heard {
        std::function<void(const std::string& code)> code;
        /// Whether the line is there; `why` in the system's words when it is not. At each change.
        std::function<void(bool there, const std::string& why)> line;
    };
    /// Null: no address of a serial line.
    static std::unique_ptr<CounterScanner> at(std::string_view address, Heard heard);
    ~CounterScanner(); ///< waits for the thread, a fifth of a second at most

private:
    explicit CounterScanner(std::unique_ptr<SerialScanner> scanner);
    std::unique_ptr<SerialScanner> m_scanner;
};

/// The customer's display of two lines. show() returns at once; a display that is slow or gone holds up
/// nobody.
class CustomerPole {
public:
    struct Line {
        std::string words;
        std::string amount; ///< at the end, never cut
    };
    static Result<std::unique_ptr<CustomerPole>> at(std::string_view address); ///< SettingInvalid
    ~CustomerPole();

    void show(const Line& upper, const Line& lower);
    Result<> settle(); ///< until it is shown; DisplayNotReached

private:
    explicit CustomerPole(std::unique_ptr<PoleDisplay> display);
    std::unique_ptr<PoleDisplay> m_display;
};

} // namespace till
