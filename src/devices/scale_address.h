#pragma once

#include "base/result.h"

#include <string>
#include <string_view>

namespace till {

/// What a scale says, and how it is asked (devices.md 2.3).
enum class ScaleProtocol {
    Toledo8217, ///< Mettler Toledo 8217, the checkout scale; 9600 7E1
    MtSics,     ///< Mettler Toledo Standard Interface Command Set; 9600 8N1
    Cas,        ///< CAS PD-II and its relatives; 9600 8N1
    Adam,       ///< Adam Equipment; 4800 8N1
};

/// Which scale stands where, as it is kept in the settings: "toledo-8217:/dev/ttyUSB0",
/// "mt-sics:/dev/serial/by-id/...:19200". The speed may be left out: the protocol has a usual one.
struct ScaleAddress {
    ScaleProtocol protocol = ScaleProtocol::Toledo8217;
    std::string file;
    int baud = 9'600;

    /// SettingInvalid, detail = the text.
    static Result<ScaleAddress> read(std::string_view text);
    std::string toText() const;
    friend bool operator==(const ScaleAddress&, const ScaleAddress&) = default;
};

} // namespace till
