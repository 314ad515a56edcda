#pragma once

#include "domain/catalog/quick_keys.h"

#include <QtGlobal>

namespace till {

// The tabs above the tiles: departments have their own id, what is none has one below zero.

inline constexpr qint64 kBestSellersTab = 0; ///< while nobody has arranged a page
inline constexpr qint64 kNowTab = -1;        ///< what sells at this hour

constexpr qint64 tabOf(QuickKeyPageId page)
{
    return -1 - page.value;
}
constexpr QuickKeyPageId pageOfTab(qint64 tab) ///< none when the tab is no page
{
    return tab < kNowTab ? QuickKeyPageId{-1 - tab} : QuickKeyPageId{};
}

} // namespace till
