#include "services/setting_service.h"

#include "base/decimal.h"
#include "base/text.h"
#include "devices/pole_display.h"
#include "devices/printer_address.h"
#include "devices/scale_address.h"
#include "domain/catalog/selling_rules.h"
#include "domain/sales/card_reference.h"
#include "paper/printer_profile.h"
#include "services/journal_writer.h"
#include "services/receipt_design_json.h"
#include "services/session.h"
#include "services/shop_facts.h"
#include "storage/shop_repository.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>

namespace till {
namespace {

enum class Kind {
    Name,
    Text,
    OnOff,
    TaxRounding,
    Design,
    PromotionChoice,
    Step,
    Ties,
    Cutoff,
    Theme,
    Density,
    Percent,
    Printer,
    PrinterKind,
    Drawer,
    CardReference,
    CardDigits,
    Months,
    Terminal,
    ScanGap,
    ScanLength,
    ScanEnd,
    ScanMark,
    SerialLine,
    Volume,
    StockPolicy,
    Cut,
    Table,
    PrintWhen,
    Scale,
    Pole
};

struct Known {
    std::string_view key;
    Kind kind;
    std::string_view fallback;
};

constexpr std::array kKnown{
    Known{"shop.name", Kind::Name, ""},
    Known{"shop.address", Kind::Text, ""},
    Known{"shop.tax_number", Kind::Text, ""},
    Known{"receipt.footer", Kind::Text, ""},
    Known{"receipt.design", Kind::Design, ""},
    Known{"sale.tax_rounding", Kind::TaxRounding, ""},
    Known{"sale.cash_rounding", Kind::Step, ""},
    Known{"sale.cash_ties", Kind::Ties, ""},
    Known{"sale.merge_lines", Kind::OnOff, "on"},
    Known{"sell.now_page", Kind::OnOff, "on"},
    Known{"sell.hide_sold_out", Kind::OnOff, "off"},
    Known{"sale.promotion_choice", Kind::PromotionChoice, "best"},
    Known{"sale.stock_policy", Kind::StockPolicy, "warn"},
    Known{"sale.price_reason", Kind::OnOff, "off"},
    Known{"sale.price_reasons", Kind::Text, "Damaged\nShort of its date\nPrice promised\nWrong on the shelf"},
    Known{"sale.abandon_reasons", Kind::Text, "Changed their mind\nCould not pay\nRung up wrongly\nTraining"},
    Known{"day.cutoff", Kind::Cutoff, ""},
    Known{"barcode.rules", Kind::Text, ""},
    Known{"printer.address", Kind::Printer, ""},
    Known{"printer.profile", Kind::PrinterKind, "generic-80"},
    Known{"printer.drawer", Kind::Drawer, "pin2"},
    Known{"payment.card_reference", Kind::CardReference, "off"},
    Known{"payment.card_digits", Kind::CardDigits, ""},
    Known{"terminal.kind", Kind::Terminal, "none"},
    Known{"voucher.name", Kind::Name, "Gift voucher"},
    Known{"voucher.months", Kind::Months, "0"},
    Known{"printer.cut", Kind::Cut, "auto"},
    Known{"printer.table", Kind::Table, "auto"},
    Known{"receipt.print", Kind::PrintWhen, "always"},
    Known{"drawer.reasons", Kind::Text, ""},
    Known{"scale.address", Kind::Scale, ""},
    Known{"display.screen", Kind::OnOff, "on"},
    Known{"display.words", Kind::Text, ""},
    Known{"display.pole", Kind::Pole, ""},
    Known{"look.theme", Kind::Theme, "light"},
    Known{"look.density", Kind::Density, "standard"},
    Known{"look.zoom", Kind::Percent, "100"},
    Known{"look.show_keys", Kind::OnOff, "on"},
    Known{"keys.map", Kind::Text, ""},
    Known{"sale.cents_entry", Kind::OnOff, "off"},
    Known{"scanner.gap", Kind::ScanGap, "30"},
    Known{"scanner.shortest", Kind::ScanLength, "4"},
    Known{"scanner.end", Kind::ScanEnd, "any"},
    Known{"scanner.prefix", Kind::ScanMark, ""},
    Known{"scanner.suffix", Kind::ScanMark, ""},
    Known{"scanner.serial", Kind::SerialLine, ""},
    Known{"sound.on", Kind::OnOff, "on"},
    Known{"sound.volume", Kind::Volume, "60"},
    Known{"till.full_screen", Kind::OnOff, "off"},
    Known{"till.keep_awake", Kind::OnOff, "on"},
    Known{"till.number_pad", Kind::OnOff, "off"},
};

const Known* findKnown(std::string_view key)
{
    const auto found =
        std::find_if(kKnown.begin(), kKnown.end(), [key](const Known& known) { return known.key == key; });
    return found == kKnown.end() ? nullptr : &*found;
}

template <typename... Options>
bool isOneOf(std::string_view value, Options... options)
{
    return ((value == options) || ...);
}

bool isBetween(std::string_view value, int low, int high)
{
    const auto number = parseScaled(value, 0);
    return number && *number >= low && *number <= high;
}

std::string cutoffText(int minutes)
{
    const auto two = [](int value) { return (value < 10 ? "0" : "") + std::to_string(value); };
    return two(minutes / 60) + ":" + two(minutes % 60);
}

/// The value as it will be stored, or why not.
Result<std::string> checkedValue(const Known& known, const std::string& value, int decimals)
{
    const Error invalid{ErrorCode::SettingInvalid, std::string{known.key}};
    switch (known.kind) {
    case Kind::Name: return cleanName(value);
    case Kind::Text: return cleanNote(value, 2000);
    case Kind::OnOff: return isOneOf(value, "on", "off") ? Result<std::string>{value} : invalid;
    case Kind::TaxRounding: return isOneOf(value, "line", "receipt") ? Result<std::string>{value} : invalid;
    case Kind::PromotionChoice: return isOneOf(value, "best", "first") ? Result<std::string>{value} : invalid;
    case Kind::Ties: return isOneOf(value, "away", "toward") ? Result<std::string>{value} : invalid;
    case Kind::Theme: return isOneOf(value, "light", "dark", "system") ? Result<std::string>{value} : invalid;
    case Kind::Printer: {
        if (value.empty()) return value; // there is none
        const auto address = PrinterAddress::read(value);
        return address ? Result<std::string>{address->toText()} : invalid;
    }
    case Kind::Scale: {
        if (value.empty()) return value;
        const auto address = ScaleAddress::read(value);
        return address ? Result<std::string>{address->toText()} : invalid;
    }
    case Kind::Pole: {
        if (value.empty()) return value;
        const auto address = PoleAddress::read(value);
        return address ? Result<std::string>{address->toText()} : invalid;
    }
    case Kind::PrinterKind: return printerProfile(value) != nullptr ? Result<std::string>{value} : invalid;
    case Kind::Drawer: return isOneOf(value, "none", "pin2", "pin5") ? Result<std::string>{value} : invalid;
    case Kind::Design: {
        if (value.empty()) return value; // the standard one
        const auto design = readDesign(value);
        return design ? Result<std::string>{designJson(*design)} : design.error();
    }
    case Kind::CardReference: return readCardReferenceRule(value, {}) ? Result<std::string>{value} : invalid;
    case Kind::CardDigits:
        return readCardReferenceRule("optional", value) ? Result<std::string>{value} : invalid;
    case Kind::Terminal: return isOneOf(value, "none", "simulator") ? Result<std::string>{value} : invalid;
    case Kind::Months: {
        const auto months = parseScaled(value, 0);
        return months && *months >= 0 && *months <= 600 ? Result<std::string>{std::to_string(*months)}
                                                        : invalid;
    }
    case Kind::StockPolicy: return stockPolicyFrom(value) ? Result<std::string>{value} : invalid;
    case Kind::Cut: return isOneOf(value, "auto", "on", "off") ? Result<std::string>{value} : invalid;
    case Kind::Table: {
        const bool isTable =
            std::ranges::any_of(euroTables(), [&](const auto& table) { return table.encoding == value; });
        return isTable || isOneOf(value, "auto", "none") ? Result<std::string>{value} : invalid;
    }
    case Kind::PrintWhen:
        return isOneOf(value, "always", "ask", "never") ? Result<std::string>{value} : invalid;
    case Kind::Density:
        return isOneOf(value, "compact", "standard", "touch") ? Result<std::string>{value} : invalid;
    case Kind::Percent: {
        const auto number = parseScaled(value, 0);
        return number && *number >= 80 && *number <= 160 ? Result<std::string>{value} : invalid;
    }
    case Kind::ScanGap: return isBetween(value, 5, 200) ? Result<std::string>{value} : invalid;
    case Kind::ScanLength: return isBetween(value, 2, 40) ? Result<std::string>{value} : invalid;
    case Kind::Volume: return isBetween(value, 0, 100) ? Result<std::string>{value} : invalid;
    case Kind::ScanEnd:
        return isOneOf(value, "any", "enter", "tab", "none") ? Result<std::string>{value} : invalid;
    case Kind::ScanMark: return value.empty() ? Result<std::string>{value} : cleanNote(value, 8);
    case Kind::SerialLine: {
        if (value.empty()) return value; // the scanner types
        const auto address = PrinterAddress::read(value);
        const bool serial = address && address->kind == PrinterAddress::Kind::Serial;
        return serial ? Result<std::string>{address->toText()} : invalid;
    }
    case Kind::Step: {
        const auto step = parseMoney(value, decimals);
        return step && !step->isNegative() ? Result<std::string>{formatMoney(*step, decimals)} : invalid;
    }
    case Kind::Cutoff: {
        const auto minutes = parseCutoff(value);
        return minutes ? Result<std::string>{cutoffText(static_cast<int>(minutes->count()))} : invalid;
    }
    }
    return invalid;
}

/// Settings that are columns of the shop: read into `row`'s text, or written from it.
std::optional<std::string> ofShop(std::string_view key, const ShopRow& row)
{
    if (key == "shop.name") return row.name;
    if (key == "sale.tax_rounding") return row.taxRounding;
    if (key == "sale.cash_rounding") return formatMoney(row.cashStep, row.decimals);
    if (key == "sale.cash_ties") return row.cashTies;
    if (key == "day.cutoff") return cutoffText(row.dayCutoffMinutes);
    return std::nullopt;
}

bool setInShop(std::string_view key, const std::string& value, ShopRow& row)
{
    if (!ofShop(key, row)) return false;
    if (key == "shop.name") row.name = value;
    if (key == "sale.tax_rounding") row.taxRounding = value;
    if (key == "sale.cash_rounding") row.cashStep = *parseMoney(value, row.decimals);
    if (key == "sale.cash_ties") row.cashTies = value;
    if (key == "day.cutoff") row.dayCutoffMinutes = static_cast<int>(parseCutoff(value)->count());
    return true;
}

} // namespace

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

SettingService::SettingService(Session& session)
    : m_session{session}
{
    read();
}

void SettingService::read()
{
    ShopRepository repository{m_session.db};
    const auto shop = repository.shop();
    for (const auto& known : kKnown) {
        m_values.insert_or_assign(
            std::string{known.key}, ofShop(known.key, shop).value_or(std::string{known.fallback}));
    }
    for (auto& row : repository.settings()) {
        if (findKnown(row.key)) m_values.insert_or_assign(row.key, std::move(row.value));
    }
}

std::vector<Setting> SettingService::all() const
{
    std::vector<Setting> settings;
    settings.reserve(kKnown.size());
    for (const auto& known : kKnown) {
        settings.push_back({std::string{known.key}, value(known.key), std::string{known.fallback}});
    }
    return settings;
}

Result<std::string> SettingService::get(std::string_view key) const
{
    if (!findKnown(key)) return Error{ErrorCode::SettingUnknown, std::string{key.substr(0, 60)}};
    return value(key);
}

const std::string& SettingService::value(std::string_view key) const
{
    return m_values.find(key)->second;
}

bool SettingService::isOn(std::string_view key) const
{
    return value(key) == "on";
}

Result<> SettingService::set(const Actor& actor, std::string_view key, const std::string& value)
{
    const auto* known = findKnown(key);
    if (!known) return Error{ErrorCode::SettingUnknown, std::string{key.substr(0, 60)}};
    auto clean = checkedValue(*known, value, m_session.facts.decimals);
    if (!clean) return clean.error();
    if (auto allowed = m_session.require(actor, Permission::Settings); !allowed) return allowed;
    const auto old = this->value(key);
    if (old == *clean) return {};

    const auto now = m_session.now();
    ShopRepository repository{m_session.db};
    Transaction tx{m_session.db};
    auto shop = repository.shop();
    if (setInShop(key, *clean, shop)) {
        repository.updateShop(shop);
    } else {
        repository.set(key, *clean, now.utc, actor.user);
    }
    m_session.journal->append(
        JournalType::SettingChange, actor, now, {{"key", std::string{key}}, {"old", old}, {"new", *clean}});
    tx.commit();
    read();
    readFacts(m_session);
    changed.emit();
    return {};
}

} // namespace till
