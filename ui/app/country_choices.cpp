#include "ui/app/country_choices.h"

#include "domain/cash/currency.h"
#include "services/country_presets.h"
#include "ui/app/shop_formats.h"

#include <QCoreApplication>
#include <QDate>
#include <QTimeZone>

#include <algorithm>

namespace till {

using namespace Qt::StringLiterals;

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(till::CountryChoices)

public:
    static QString warning(const std::string& note);
    static QString currency(const CountryPreset& preset);
    static QString rounding(const CountryPreset& preset, const Formats& formats);
    static CountryChoice choice(const CountryPreset& preset);
};

QString Words::warning(const std::string& note)
{
    if (note == "de_security_device")
        return tr(
            "In Germany a shop till needs a certified security device (TSE). Tillroll has none: ask your tax "
            "adviser before you use it for real sales there.");
    if (note == "fr_no_certificate")
        return tr("In France a shop that has to pay TVA needs till software with a certificate or a maker's "
                  "statement. "
                  "Tillroll has neither: ask your accountant before you use it for real sales there.");
    if (note == "us_local_rate")
        return tr("Sales tax depends on your state, county and town. Put in the rate of your place, and make "
                  "one rate "
                  "more where some goods are taxed differently.");
    if (note == "ca_province")
        return tr("Which taxes apply depends on your province. Keep those of yours and look over the classes "
                  "they make "
                  "up.");
    if (note == "at_signature_device")
        return tr("In Austria a till needs a signature device above a small turnover. Tillroll has none: ask "
                  "your tax "
                  "adviser before you use it for real sales there.");
    if (note == "es_verifactu")
        return tr("Spain asks for invoices of a certified program (Veri*Factu, TicketBAI). Tillroll is none: "
                  "ask your "
                  "adviser before you use it for real sales there.");
    if (note == "it_fiscal_printer")
        return tr("In Italy receipts are sent to the tax office by a certified device. Tillroll drives none: "
                  "ask your "
                  "accountant before you use it for real sales there.");
    if (note == "se_control_unit")
        return tr("In Sweden a till needs a certified control unit. Tillroll has none: ask your accountant "
                  "before you "
                  "use it for real sales there.");
    return {};
}

QString Words::currency(const CountryPreset& preset)
{
    const auto code = QString::fromStdString(preset.setup.currency);
    const QLocale english{QLocale::English, QLocale::codeToTerritory(QString::fromStdString(preset.code))};
    const auto locale = english.currencySymbol(QLocale::CurrencyIsoCode) == code
                            ? english
                            : localeFor(QString::fromStdString(preset.code));
    const auto name = locale.currencySymbol(QLocale::CurrencyDisplayName);
    return name.isEmpty() ? code : tr("%1, %2", "currency code and name").arg(code, name);
}

QString Words::rounding(const CountryPreset& preset, const Formats& formats)
{
    if (preset.setup.cashStep.isZero()) return tr("none");
    return tr("cash to %1, cards exactly").arg(formats.moneyWithSymbol(preset.setup.cashStep));
}

CountryChoice Words::choice(const CountryPreset& preset)
{
    const auto& setup = preset.setup;
    ShopFacts facts;
    facts.country = preset.code;
    facts.currency = setup.currency;
    facts.decimals = currencyDecimals(setup.currency).value_or(2);
    const auto formats = formatsFor(facts);

    CountryChoice choice;
    choice.code = QString::fromStdString(preset.code);
    choice.name = QString::fromStdString(preset.name);
    choice.currencyCode = QString::fromStdString(setup.currency);
    choice.currencyName = currency(preset);
    choice.pricesIncludeTax = setup.pricesIncludeTax;
    for (std::size_t i = 0; i < setup.taxes.size(); ++i) {
        const auto& tax = setup.taxes[i];
        choice.taxes.push_back({QString::fromStdString(tax.code), QString::fromStdString(tax.name), tax.rate,
            QString::fromStdString(preset.usedFor[i])});
    }
    const auto since = QDate::fromString(QString::fromStdString(preset.validSince), Qt::ISODate);
    choice.taxesNote = tr("filled in, valid since %1").arg(QLocale{}.toString(since, u"d MMM yyyy"_s));
    choice.cashRounding = rounding(preset, formats);
    choice.numberSample = formats.money(Money::fromMinor(123'456));
    choice.warning = warning(preset.note);
    choice.source = QString::fromStdString(preset.source);
    return choice;
}

bool hasPreset(const QString& country)
{
    return countryPreset(country.toStdString()).has_value();
}

// The classes of the preset go on as far as their taxes are still there; a tax in none of them gets its own.
std::vector<ShopSetup::TaxClassDraft> classesFor(const CountryPreset& preset, const ShopSetup& setup)
{
    std::vector<ShopSetup::TaxClassDraft> classes;
    if (preset.setup.taxClasses.empty()) return classes;
    const auto has = [&](const std::string& code) {
        return std::any_of(
            setup.taxes.begin(), setup.taxes.end(), [&](const auto& tax) { return tax.code == code; });
    };
    for (const auto& known : preset.setup.taxClasses)
        if (std::all_of(known.taxCodes.begin(), known.taxCodes.end(), has)) classes.push_back(known);
    for (const auto& tax : setup.taxes) {
        const bool used = std::any_of(classes.begin(), classes.end(), [&](const auto& known) {
            return std::find(known.taxCodes.begin(), known.taxCodes.end(), tax.code) != known.taxCodes.end();
        });
        if (!used) classes.push_back({tax.name, {tax.code}});
    }
    return classes;
}

} // namespace

std::vector<CountryChoice> countryChoices()
{
    std::vector<CountryChoice> choices;
    for (const auto& preset : countryPresets()) choices.push_back(Words::choice(preset));
    return choices;
}

QString guessedCountry()
{
    const QLocale desktop = QLocale::system();
    if (desktop.language() != QLocale::C) {
        auto code = QLocale::territoryToCode(desktop.territory());
        if (hasPreset(code)) return code;
    }
    auto code = QLocale::territoryToCode(QTimeZone::systemTimeZone().territory());
    return hasPreset(code) ? code : QString{};
}

ShopSetup setupFrom(const CountryAnswer& country, const ShopDetails& details)
{
    const auto preset = countryPreset(country.countryCode.toStdString()).value();
    auto setup = preset.setup;
    setup.name = details.name.toStdString();
    setup.address = details.address.toStdString();
    setup.taxNumber = details.taxNumber.toStdString();
    setup.ownerName = details.ownerName.toStdString();
    setup.pricesIncludeTax = country.pricesIncludeTax;
    setup.dayCutoff = std::chrono::minutes{country.dayEndsMinutes};
    const auto zone = QTimeZone::systemTimeZone();
    if (QLocale::territoryToCode(zone.territory()) == country.countryCode)
        setup.timeZone = zone.id().toStdString();

    setup.taxes.clear();
    for (const auto& row : country.taxes) {
        const auto code = row.code.toStdString();
        const auto before = std::find_if(preset.setup.taxes.begin(), preset.setup.taxes.end(),
            [&](const auto& tax) { return tax.code == code; });
        const bool compound = before != preset.setup.taxes.end() && before->compound;
        setup.taxes.push_back({code, row.name.toStdString(), row.rate, compound});
    }
    setup.taxClasses = classesFor(preset, setup);
    return setup;
}

} // namespace till
