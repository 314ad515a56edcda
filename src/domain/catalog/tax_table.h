#pragma once

#include "base/clock.h"
#include "base/ids.h"
#include "base/numbers.h"

#include <string>
#include <string_view>
#include <vector>

namespace till {

/// One tax of a class at the rate of a day.
struct TaxAtDay {
    TaxRateId rateId;
    std::string code;
    std::string name;
    Rate rate;
    bool compound = false;
};

struct TaxRateFrom {
    TaxRateId id;
    BusinessDay validFrom;
    Rate rate;
};

struct Tax {
    TaxId id;
    std::string code;
    std::string name;
    bool compound = false;
    std::vector<TaxRateFrom> rates; ///< ascending by validFrom
};

struct TaxClass {
    TaxClassId id;
    std::string name;
    std::vector<TaxId> taxes; ///< in order; compound ones build on those before
};

/// All taxes of the shop, small enough to be held whole.
struct TaxTable {
    std::vector<Tax> taxes;
    std::vector<TaxClass> classes;

    const TaxClass* find(TaxClassId id) const;
    const Tax* find(TaxId id) const;
    /// The taxes of a class on a day; a tax without a rate yet on that day uses its earliest one.
    std::vector<TaxAtDay> at(TaxClassId id, BusinessDay day) const;
    /// By class name, by tax code, or by percentage ("20", "5.5 %") of a class with exactly that one tax; 0
    /// if none.
    TaxClassId match(std::string_view nameCodeOrPercent, BusinessDay day) const;
};

} // namespace till
