#pragma once

#include "base/numbers.h"
#include "ui/kit/theme.h"

#include <QString>

#include <vector>

namespace till {

struct LanguageChoice {
    QString code; ///< "en"; as the translations are called
    QString name; ///< in its own language
};

/// Page 1 in and out.
struct LookChoice {
    QString language;
    LookSettings look;
};

struct TaxRateRow {
    QString code; ///< "A"; printed beside each line
    QString name;
    Rate rate;
    QString usedFor; ///< "food, bread, books"
};

/// What a country's shops mostly need. The person looks it over; nothing here is advice.
struct CountryChoice {
    QString code; ///< "DE"
    QString name;
    QString currencyCode;
    QString currencyName; ///< "EUR, euro"
    bool pricesIncludeTax = true;
    std::vector<TaxRateRow> taxes;
    QString taxesNote;    ///< "filled in, valid since 1 Jan 2021"
    QString cashRounding; ///< in words: "none, 1 cent coins in use"
    QString numberSample; ///< "1 234,56"
    QString warning;      ///< what the law asks for and we do not do; empty for nothing
    QString source{};     ///< where the rates stand
    int dayEndsMinutes = 240;
};

/// Page 2 out.
struct CountryAnswer {
    QString countryCode;
    bool pricesIncludeTax = true;
    std::vector<TaxRateRow> taxes;
    int dayEndsMinutes = 240; ///< after midnight
};

/// Page 3 out.
struct ShopDetails {
    QString name;
    QString address; ///< lines
    QString taxNumber;
    QString ownerName;
};

/// Page 4 out.
struct ProductsChoice {
    enum class Kind { Sample, Empty, Import };
    Kind kind = Kind::Sample;
    QString file{}; ///< of an import
};

} // namespace till
