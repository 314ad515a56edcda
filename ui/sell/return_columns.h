#pragma once

#include "ui/sell/return_rows.h"

#include <QRect>

namespace till {

/// Where the columns of the return page stand, in a row that begins at 0. A column is as wide as its widest
/// figure needs; where too little is left for the name, what was bought stands under it instead.
struct ReturnColumns {
    struct Span {
        int x = 0;
        int width = 0; ///< 0: not shown
        QRect in(const QRect& row) const { return {row.x() + x, row.y(), width, row.height()}; }
    };
    Span box;
    Span name;
    Span bought;
    Span returned;
    Span left;
    Span takeBack;
    Span refund;
    bool isNarrow = false;

    static ReturnColumns of(int width, const std::vector<ReturnRow>& rows);
    static int buttonSize(); ///< of "less" and "more", which stand at the ends of takeBack's middle
    QRect lessIn(const QRect& row) const; ///< `row`: without the strip of the condition
    QRect moreIn(const QRect& row) const;

private:
    int m_figure = 0; ///< the room between the buttons
};

} // namespace till
