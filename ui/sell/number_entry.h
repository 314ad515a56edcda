#pragma once

#include "base/numbers.h"
#include "ui/kit/format.h"

#include <QString>

#include <optional>

namespace till {

/// What stands in the item field, read number first (checkout-keys.md 5.2): "5*" waits for goods,
/// "5*400638..." is five of them, "*5" sets the marked line, "10%" takes a tenth off it, "2.00-" two.
/// Everything else is a search or a code.
struct Entry {
    enum class Kind { Empty, Count, CountOf, SetCount, Percent, AmountOff, Text };
    Kind kind = Kind::Empty;
    Quantity quantity{};
    Rate rate{};
    Money amount{};
    QString text{}; ///< the goods: after "5*", or all of it
};
Entry readEntry(const QString& typed, const Formats& formats);

/// How a figure without a decimal sign is meant: "250" is 250, or, where tills have always counted the
/// smallest coins, 2.50.
enum class FigureEntry { Whole, Cents };

/// A plain amount, as typed before F10, F11, F12: "20", "2.50", "2,5"; nothing when nothing is typed. Errors:
/// those of Formats::parseMoney, and CodeUnknown for a code that waits for its Enter.
Result<std::optional<Money>> readAmount(
    const QString& typed, const Formats& formats, FigureEntry figures = FigureEntry::Whole);
/// A price before F4. Errors: those of Formats::parseUnitPrice.
Result<UnitPrice> readPrice(const QString& typed, const Formats& formats, FigureEntry figures);

/// Figures, signs and stars that may still become a price, a count or a percentage: not worth a search yet.
/// Three figures without a decimal sign are a number of a product as well.
bool isNumberOnItsWay(const QString& typed);

/// Eight digits and more: a code, whatever else it could be.
bool looksLikeCode(const QString& typed);

/// Whether Enter may take the product `name` for what was typed. Without a figure in it anything found will
/// do. With one it may be a code, and the beginning of a code is another code: then every word must stand in
/// the name, its figures to the last one ("cola 33" is "Cola 33cl", "10001" is not "Hose 100010").
bool meansName(const QString& typed, const QString& name);

} // namespace till
