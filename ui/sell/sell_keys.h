#pragma once

#include <QKeySequence>

namespace till {

/// The keys the Sell page prints on its buttons. These are the defaults; the live ones come from the key map.
struct SellKeys {
    QKeySequence itemField{Qt::Key_F2};
    QKeySequence search{Qt::Key_F3};
    QKeySequence price{Qt::Key_F4};
    QKeySequence discount{Qt::Key_Percent};
    QKeySequence removeLine{Qt::Key_Delete};
    QKeySequence undo{QKeyCombination{Qt::ControlModifier, Qt::Key_Z}};
    QKeySequence partCash{Qt::Key_F10};
    QKeySequence partCard{QKeyCombination{Qt::ShiftModifier, Qt::Key_F11}};
    QKeySequence card{Qt::Key_F11};
    QKeySequence cash{Qt::Key_F12};
    QKeySequence printAgain{QKeyCombination{Qt::ControlModifier, Qt::Key_P}};
    QKeySequence back{Qt::Key_Escape};
    QKeySequence help{Qt::Key_F1};
    QKeySequence more{QKeyCombination{Qt::ControlModifier, Qt::Key_M}};
};

} // namespace till
