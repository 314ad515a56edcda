#include "services/setting_list.h"

#include "base/decimal.h"
#include "base/text.h"
#include "devices/pole_display.h"
#include "devices/printer_address.h"
#include "devices/scale_address.h"
#include "domain/catalog/selling_rules.h"
#include "domain/sales/card_reference.h"
#include "domain/sales/taking_back.h"
#include "paper/printer_profile.h"
#include "services/receipt_design_json.h"

#include <algorithm>
#include <charconv>

namespace till {
namespace {

// What a value may be. A check that says no gives SettingInvalid; the service adds the key.

const Error kInvalid{ErrorCode::SettingInvalid};

Result<std::string> validIf(bool valid, const std::string& value)
{
    return valid ? Result<std::string>{value} : kInvalid;
}

auto oneOf(std::vector<std::string_view> options)
{
    return [options = std::move(options)](const std::string& value, int) {
        return validIf(std::ranges::find(options, value) != options.end(), value);
    };
}

auto between(int low, int high)
{
    return [low, high](const std::string& value, int) -> Result<std::string> {
        const auto number = parseScaled(value, 0);
        return number && *number >= low && *number <= high ? Result<std::string>{std::to_string(*number)}
                                                           : kInvalid;
    };
}

Result<std::string> name(const std::string& value, int)
{
    return cleanName(value);
}

Result<std::string> words(const std::string& value, int)
{
    return cleanNote(value, 2000);
}

Result<std::string> onOff(const std::string& value, int)
{
    return validIf(value == "on" || value == "off", value);
}

Result<std::string> money(const std::string& value, int decimals)
{
    const auto amount = parseMoney(value, decimals);
    return amount && !amount->isNegative() ? Result<std::string>{formatMoney(*amount, decimals)} : kInvalid;
}

Result<std::string> days(const std::string& value, int decimals)
{
    return value.empty() ? Result<std::string>{value} : between(0, kLongestReturn)(value, decimals);
}

Result<std::string> cutoff(const std::string& value, int)
{
    const auto minutes = parseCutoff(value);
    return minutes ? Result<std::string>{cutoffText(static_cast<int>(minutes->count()))} : kInvalid;
}

/// Of a device; empty: there is none.
template <typename Address>
Result<std::string> address(const std::string& value, int)
{
    if (value.empty()) return value;
    const auto read = Address::read(value);
    return read ? Result<std::string>{read->toText()} : kInvalid;
}

/// Empty: the scanner types.
Result<std::string> serialLine(const std::string& value, int)
{
    if (value.empty()) return value;
    const auto read = PrinterAddress::read(value);
    return read && read->kind == PrinterAddress::Kind::Serial ? Result<std::string>{read->toText()}
                                                              : kInvalid;
}

Result<std::string> scanMark(const std::string& value, int)
{
    return value.empty() ? Result<std::string>{value} : cleanNote(value, 8);
}

Result<std::string> printerKind(const std::string& value, int)
{
    return validIf(printerProfile(value) != nullptr, value);
}

Result<std::string> codeTable(const std::string& value, int)
{
    const bool isTable =
        std::ranges::any_of(euroTables(), [&](const auto& table) { return table.encoding == value; });
    return validIf(isTable || value == "auto" || value == "none", value);
}

Result<std::string> cardReference(const std::string& value, int)
{
    return validIf(readCardReferenceRule(value, {}).hasValue(), value);
}

Result<std::string> cardDigits(const std::string& value, int)
{
    return validIf(readCardReferenceRule("optional", value).hasValue(), value);
}

/// Empty: the standard one.
Result<std::string> design(const std::string& value, int)
{
    if (value.empty()) return value;
    const auto read = readDesign(value);
    return read ? Result<std::string>{designJson(*read)} : read.error();
}

} // namespace

const std::vector<KnownSetting>& knownSettings()
{
    static const std::vector<KnownSetting> all{
        {"shop.name", "", name},
        {"shop.address", "", words},
        {"shop.tax_number", "", words},
        {"receipt.footer", "", words},
        {"receipt.design", "", design},
        {"sale.tax_rounding", "", oneOf({"line", "receipt"})},
        {"sale.cash_rounding", "", money},
        {"sale.cash_ties", "", oneOf({"away", "toward"})},
        {"sale.merge_lines", "on", onOff},
        {"sell.now_page", "on", onOff},
        {"sell.hide_sold_out", "off", onOff},
        {"sale.promotion_choice", "best", oneOf({"best", "first"})},
        {"sale.stock_policy", "warn", oneOf({"ignore", "warn", "block"})},
        {"sale.return_days", "", days},
        {"sale.price_reason", "off", onOff},
        {"sale.price_reasons", "Damaged\nShort of its date\nPrice promised\nWrong on the shelf", words},
        {"sale.abandon_reasons", "Changed their mind\nCould not pay\nRung up wrongly\nTraining", words},
        {"day.cutoff", "", cutoff},
        {"barcode.rules", "", words},
        {"printer.address", "", address<PrinterAddress>},
        {"printer.profile", "generic-80", printerKind},
        {"printer.drawer", "pin2", oneOf({"none", "pin2", "pin5"})},
        {"payment.card_reference", "off", cardReference},
        {"payment.card_digits", "", cardDigits},
        {"terminal.kind", "none", oneOf({"none", "simulator"})},
        {"voucher.name", "Gift voucher", name},
        {"voucher.months", "0", between(0, 600)},
        {"printer.cut", "auto", oneOf({"auto", "on", "off"})},
        {"printer.table", "auto", codeTable},
        {"receipt.print", "always", oneOf({"always", "ask", "never"})},
        {"drawer.reasons", "", words},
        {"scale.address", "", address<ScaleAddress>},
        {"display.screen", "on", onOff},
        {"display.words", "", words},
        {"display.pole", "", address<PoleAddress>},
        {"look.theme", "light", oneOf({"light", "dark", "system"})},
        {"look.density", "standard", oneOf({"compact", "standard", "touch"})},
        {"look.zoom", "100", between(80, 160)},
        {"look.show_keys", "on", onOff},
        {"keys.map", "", words},
        {"sale.cents_entry", "off", onOff},
        {"scanner.gap", "30", between(5, 200)},
        {"scanner.shortest", "4", between(2, 40)},
        {"scanner.end", "any", oneOf({"any", "enter", "tab", "none"})},
        {"scanner.prefix", "", scanMark},
        {"scanner.suffix", "", scanMark},
        {"scanner.serial", "", serialLine},
        {"sound.on", "on", onOff},
        {"sound.volume", "60", between(0, 100)},
        {"till.full_screen", "off", onOff},
        {"till.keep_awake", "on", onOff},
        {"till.number_pad", "off", onOff},
    };
    return all;
}

const KnownSetting* knownSetting(std::string_view key)
{
    const auto& all = knownSettings();
    const auto found = std::ranges::find(all, key, &KnownSetting::key);
    return found == all.end() ? nullptr : &*found;
}

std::string cutoffText(int minutes)
{
    const auto two = [](int value) { return (value < 10 ? "0" : "") + std::to_string(value); };
    return two(minutes / 60) + ":" + two(minutes % 60);
}

Result<std::chrono::minutes> parseCutoff(std::string_view text)
{
    const Error invalid{ErrorCode::SettingInvalid, "day.cutoff"};
    if (text.size() != 5 || text[2] != ':') return invalid;
    int hours = 0;
    int minutes = 0;
    const auto [hourEnd, hourError] = std::from_chars(text.data(), text.data() + 2, hours);
    const auto [minuteEnd, minuteError] = std::from_chars(text.data() + 3, text.data() + 5, minutes);
    const bool digits = hourError == std::errc{} && minuteError == std::errc{} &&
                        hourEnd == text.data() + 2 && minuteEnd == text.data() + 5;
    if (!digits || hours < 0 || hours > 23 || minutes < 0 || minutes > 59) return invalid;
    return std::chrono::minutes{hours * 60 + minutes};
}

} // namespace till
