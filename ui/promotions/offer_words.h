#pragma once

#include "domain/sales/promotion_draft.h"
#include "ui/kit/format.h"

#include <QString>

namespace till {

// An offer in plain words, as the list and the editor say it.

QString offerKindWord(PromotionKind kind);                          ///< "N for a price"
QString offerWords(const Promotion& rules, const Formats& formats); ///< "3 for 5,00"
QString offerTimes(
    const PromotionTimes& times, const Formats& formats); ///< "Mon Tue, 17:00 to 19:00"; "always"
QString offerField(const std::string& field);             ///< the word of a field that PromotionInvalid names

} // namespace till
