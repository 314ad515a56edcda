#pragma once

#include "base/event.h"
#include "base/result.h"
#include "services/actor.h"

#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace till {

class Session;

struct Setting {
    std::string key;
    std::string value;
    std::string fallback; ///< what counts when nothing is set
};

/// What a shop may choose. Keys are known by name; unknown ones are refused.
class SettingService {
public:
    explicit SettingService(Session& session);

    /// Every key with its value, in order: shop.name, shop.address, shop.tax_number, receipt.footer,
    /// sale.tax_rounding, sale.cash_rounding, sale.merge_lines, look.theme, barcode.rules, printer.address,
    /// printer.profile, printer.drawer ...
    std::vector<Setting> all() const;
    Result<std::string> get(std::string_view key) const; ///< SettingUnknown
    Result<> set(const Actor& actor, std::string_view key,
        const std::string& value); ///< SettingUnknown, SettingInvalid

    /// Of a known key, from memory: asked at every sale.
    const std::string& value(std::string_view key) const;
    bool isOn(std::string_view key) const; ///< of a key that is "on" or "off"; quick: asked at every scan

    Event<> changed;

private:
    void read();
    Session& m_session;
    std::map<std::string, std::string, std::less<>> m_values;
};

} // namespace till
