#pragma once

#include <QKeySequence>

#include <array>

namespace till {

/// The keys the Sell page prints on its buttons. These are the defaults; the live ones come from the key map.
struct SellKeys {
    QKeySequence itemField{Qt::Key_F2};
    QKeySequence search{Qt::Key_F3};
    QKeySequence price{Qt::Key_F4};
    QKeySequence discount{Qt::Key_Percent};
    QKeySequence removeLine{Qt::Key_Delete};
    QKeySequence undo{QKeyCombination{Qt::ControlModifier, Qt::Key_Z}};
    std::array<QKeySequence, 2> redo{QKeyCombination{Qt::ControlModifier | Qt::ShiftModifier, Qt::Key_Z},
        QKeyCombination{Qt::ControlModifier, Qt::Key_Y}};
    /// Ctrl+% and Ctrl+5 are the same key on many keyboards.
    std::array<QKeySequence, 2> saleDiscount{QKeyCombination{Qt::ControlModifier, Qt::Key_Percent},
        QKeyCombination{Qt::ControlModifier, Qt::Key_5}};
    QKeySequence hold{Qt::Key_F6};
    QKeySequence recall{Qt::Key_F7};
    QKeySequence receipts{Qt::Key_F8};
    QKeySequence takeBack{QKeyCombination{Qt::ControlModifier, Qt::Key_F8}};
    QKeySequence priceCheck{Qt::Key_F9};
    QKeySequence partCash{Qt::Key_F10};
    QKeySequence partCard{QKeyCombination{Qt::ShiftModifier, Qt::Key_F11}};
    QKeySequence card{Qt::Key_F11};
    QKeySequence cash{Qt::Key_F12};
    QKeySequence voucher{QKeyCombination{Qt::ControlModifier, Qt::Key_F11}};
    QKeySequence transfer{QKeyCombination{Qt::ControlModifier, Qt::Key_F9}};
    QKeySequence printAgain{QKeyCombination{Qt::ControlModifier, Qt::Key_P}};
    QKeySequence openDrawer{QKeyCombination{Qt::ControlModifier, Qt::Key_D}};
    QKeySequence back{Qt::Key_Escape};
    QKeySequence help{Qt::Key_F1};
    QKeySequence previousDepartment{QKeyCombination{Qt::ControlModifier, Qt::Key_PageUp}};
    QKeySequence nextDepartment{QKeyCombination{Qt::ControlModifier, Qt::Key_PageDown}};
    QKeySequence customer{Qt::Key_F5};
    QKeySequence note{QKeyCombination{Qt::ControlModifier, Qt::Key_N}};
    QKeySequence saleNote{QKeyCombination{Qt::ControlModifier | Qt::ShiftModifier, Qt::Key_N}};
    QKeySequence newSale{QKeyCombination{Qt::ControlModifier, Qt::Key_T}};
    QKeySequence nextSale{QKeyCombination{Qt::ControlModifier, Qt::Key_Tab}};
    QKeySequence previousSale{QKeyCombination{Qt::ControlModifier | Qt::ShiftModifier, Qt::Key_Tab}};
    QKeySequence abandon{QKeyCombination{Qt::ControlModifier | Qt::ShiftModifier, Qt::Key_Delete}};
    /// Of the departments in their order: what is typed is sold under it.
    std::array<QKeySequence, 6> departments{QKeyCombination{Qt::AltModifier, Qt::Key_1},
        QKeyCombination{Qt::AltModifier, Qt::Key_2}, QKeyCombination{Qt::AltModifier, Qt::Key_3},
        QKeyCombination{Qt::AltModifier, Qt::Key_4}, QKeyCombination{Qt::AltModifier, Qt::Key_5},
        QKeyCombination{Qt::AltModifier, Qt::Key_6}};
    QKeySequence arrange{QKeyCombination{Qt::ControlModifier | Qt::ShiftModifier, Qt::Key_A}};
    QKeySequence more{QKeyCombination{Qt::ControlModifier, Qt::Key_M}};
};

} // namespace till
