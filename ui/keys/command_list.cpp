#include "ui/keys/command_list.h"

#include <QCoreApplication>

#include <array>

namespace till {

using namespace Qt::StringLiterals;

namespace {

QKeySequence key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    return QKeySequence{QKeyCombination{modifiers, key}};
}

constexpr auto kCtrl = Qt::ControlModifier;
constexpr auto kShift = Qt::ShiftModifier;
constexpr auto kAlt = Qt::AltModifier;

std::vector<Command> makeCommands()
{
    using Group = CommandGroup;
    return {
        {"item_field", QT_TRANSLATE_NOOP("till::Commands", "back to the item field"), Group::Goods,
            {key(Qt::Key_F2)}},
        {"search", QT_TRANSLATE_NOOP("till::Commands", "search goods"), Group::Goods, {key(Qt::Key_F3)}},
        {"price_check", QT_TRANSLATE_NOOP("till::Commands", "price check"), Group::Goods, {key(Qt::Key_F9)}},
        {"take_back", QT_TRANSLATE_NOOP("till::Commands", "take the marked line back"), Group::Goods,
            {key(Qt::Key_F8, kCtrl)}},
        {"previous_department", QT_TRANSLATE_NOOP("till::Commands", "the department before"), Group::Goods,
            {key(Qt::Key_PageUp, kCtrl)}},
        {"next_department", QT_TRANSLATE_NOOP("till::Commands", "the next department"), Group::Goods,
            {key(Qt::Key_PageDown, kCtrl)}},
        {"note", QT_TRANSLATE_NOOP("till::Commands", "note on the marked line"), Group::Goods,
            {key(Qt::Key_N, kCtrl)}},
        {"department_1",
            QT_TRANSLATE_NOOP("till::Commands", "typed amount under the first department, and so on"),
            Group::Goods, {key(Qt::Key_1, kAlt)}},
        {"department_2", QT_TRANSLATE_NOOP("till::Commands", "typed amount under the second department"),
            Group::Goods, {key(Qt::Key_2, kAlt)}},
        {"department_3", QT_TRANSLATE_NOOP("till::Commands", "typed amount under the third department"),
            Group::Goods, {key(Qt::Key_3, kAlt)}},
        {"department_4", QT_TRANSLATE_NOOP("till::Commands", "typed amount under the fourth department"),
            Group::Goods, {key(Qt::Key_4, kAlt)}},
        {"department_5", QT_TRANSLATE_NOOP("till::Commands", "typed amount under the fifth department"),
            Group::Goods, {key(Qt::Key_5, kAlt)}},
        {"department_6", QT_TRANSLATE_NOOP("till::Commands", "typed amount under the sixth department"),
            Group::Goods, {key(Qt::Key_6, kAlt)}},
        {"price", QT_TRANSLATE_NOOP("till::Commands", "price of the marked line"), Group::Price,
            {key(Qt::Key_F4)}},
        // Ctrl+% and Ctrl+5 are the same key on many keyboards.
        {"sale_discount", QT_TRANSLATE_NOOP("till::Commands", "discount on the whole sale"), Group::Price,
            {key(Qt::Key_Percent, kCtrl), key(Qt::Key_5, kCtrl)}},
        {"undo", QT_TRANSLATE_NOOP("till::Commands", "undo"), Group::Price, {key(Qt::Key_Z, kCtrl)}},
        {"redo", QT_TRANSLATE_NOOP("till::Commands", "do it again"), Group::Price,
            {key(Qt::Key_Y, kCtrl), key(Qt::Key_Z, kCtrl | kShift)}},
        {"cash", QT_TRANSLATE_NOOP("till::Commands", "cash, exactly"), Group::Paying, {key(Qt::Key_F12)}},
        {"card", QT_TRANSLATE_NOOP("till::Commands", "card"), Group::Paying, {key(Qt::Key_F11)}},
        {"part_cash", QT_TRANSLATE_NOOP("till::Commands", "a part in cash"), Group::Paying,
            {key(Qt::Key_F10)}},
        {"part_card", QT_TRANSLATE_NOOP("till::Commands", "a part by card"), Group::Paying,
            {key(Qt::Key_F11, kShift)}},
        {"voucher", QT_TRANSLATE_NOOP("till::Commands", "by voucher"), Group::Paying,
            {key(Qt::Key_F11, kCtrl)}},
        {"transfer", QT_TRANSLATE_NOOP("till::Commands", "by bank transfer"), Group::Paying,
            {key(Qt::Key_F9, kCtrl)}},
        {"customer", QT_TRANSLATE_NOOP("till::Commands", "customer of this sale"), Group::Sales,
            {key(Qt::Key_F5)}},
        {"hold", QT_TRANSLATE_NOOP("till::Commands", "hold this sale"), Group::Sales, {key(Qt::Key_F6)}},
        {"recall", QT_TRANSLATE_NOOP("till::Commands", "take up a held sale"), Group::Sales,
            {key(Qt::Key_F7)}},
        {"new_sale", QT_TRANSLATE_NOOP("till::Commands", "another sale beside this one"), Group::Sales,
            {key(Qt::Key_T, kCtrl)}},
        {"next_sale", QT_TRANSLATE_NOOP("till::Commands", "the next open sale"), Group::Sales,
            {key(Qt::Key_Tab, kCtrl)}},
        {"previous_sale", QT_TRANSLATE_NOOP("till::Commands", "the open sale before"), Group::Sales,
            {key(Qt::Key_Tab, kCtrl | kShift)}},
        {"sale_note", QT_TRANSLATE_NOOP("till::Commands", "note on the whole sale"), Group::Sales,
            {key(Qt::Key_N, kCtrl | kShift)}},
        {"abandon", QT_TRANSLATE_NOOP("till::Commands", "give up the sale, with a reason"), Group::Sales,
            {key(Qt::Key_Delete, kCtrl | kShift)}},
        {"receipts", QT_TRANSLATE_NOOP("till::Commands", "receipts"), Group::Sales, {key(Qt::Key_F8)}},
        {"print_again", QT_TRANSLATE_NOOP("till::Commands", "the last receipt"), Group::Sales,
            {key(Qt::Key_P, kCtrl)}},
        {"open_drawer", QT_TRANSLATE_NOOP("till::Commands", "open the drawer without a sale"), Group::Sales,
            {key(Qt::Key_D, kCtrl)}},
        {"arrange", QT_TRANSLATE_NOOP("till::Commands", "arrange the quick keys"), Group::Sales,
            {key(Qt::Key_A, kCtrl | kShift)}},
        {"more", QT_TRANSLATE_NOOP("till::Commands", "more actions"), Group::Sales, {key(Qt::Key_M, kCtrl)}},
        {"number_pad", QT_TRANSLATE_NOOP("till::Commands", "number pad on the screen"), Group::Sales,
            {key(Qt::Key_K, kCtrl)}},
        {"help", QT_TRANSLATE_NOOP("till::Commands", "all keys"), Group::Program, {key(Qt::Key_F1)}},
        {"page_sell", QT_TRANSLATE_NOOP("till::Commands", "the page Sell"), Group::Program,
            {key(Qt::Key_1, kCtrl)}},
        {"page_products", QT_TRANSLATE_NOOP("till::Commands", "the page Products"), Group::Program,
            {key(Qt::Key_2, kCtrl)}},
        {"page_receipts", QT_TRANSLATE_NOOP("till::Commands", "the page Receipts"), Group::Program,
            {key(Qt::Key_3, kCtrl)}},
        {"page_day", QT_TRANSLATE_NOOP("till::Commands", "the page Day"), Group::Program,
            {key(Qt::Key_4, kCtrl)}},
        {"page_settings", QT_TRANSLATE_NOOP("till::Commands", "the page Settings"), Group::Program,
            {key(Qt::Key_Comma, kCtrl)}},
        {"full_screen", QT_TRANSLATE_NOOP("till::Commands", "full screen, and back"), Group::Program,
            {key(Qt::Key_Return, Qt::AltModifier)}},
    };
}

} // namespace

std::span<const Command> allCommands()
{
    static const std::vector<Command> commands = makeCommands();
    return commands;
}

QString wordsOf(const Command& command)
{
    return QCoreApplication::translate("till::Commands", command.words);
}

QString wordsOf(const FixedKeys& keys)
{
    return QCoreApplication::translate("till::Commands", keys.words);
}

QString wordsOf(CommandGroup group)
{
    switch (group) {
    case CommandGroup::Goods: return QCoreApplication::translate("till::Commands", "Goods");
    case CommandGroup::Price: return QCoreApplication::translate("till::Commands", "Price");
    case CommandGroup::Paying: return QCoreApplication::translate("till::Commands", "Paying");
    case CommandGroup::Sales: return QCoreApplication::translate("till::Commands", "Sales");
    case CommandGroup::Program: return QCoreApplication::translate("till::Commands", "Program");
    }
    Q_UNREACHABLE();
}

std::vector<FixedKeys> fixedKeys(const QString& samplePrice)
{
    using Group = CommandGroup;
    return {
        {{u"3"_s, u"*"_s}, nullptr, QT_TRANSLATE_NOOP("till::Commands", "before the scan: three of it"),
            Group::Goods},
        {{u"*"_s, u"3"_s}, nullptr, QT_TRANSLATE_NOOP("till::Commands", "after it: set to three"),
            Group::Goods},
        {{u"-1"_s, u"*"_s}, nullptr, QT_TRANSLATE_NOOP("till::Commands", "before the scan: one comes back"),
            Group::Goods},
        {{u"↑"_s, u"↓"_s}, nullptr, QT_TRANSLATE_NOOP("till::Commands", "mark a line"), Group::Goods},
        {{u"Space"_s}, nullptr,
            QT_TRANSLATE_NOOP("till::Commands", "on a receipt: the marked goods come back"), Group::Goods},
        {{u"Del"_s}, nullptr, QT_TRANSLATE_NOOP("till::Commands", "take the line off"), Group::Goods},
        {{samplePrice}, "price", QT_TRANSLATE_NOOP("till::Commands", "set the price of the marked line"),
            Group::Price},
        {{u"10"_s, u"%"_s}, nullptr, QT_TRANSLATE_NOOP("till::Commands", "discount on the line"),
            Group::Price},
        {{u"10"_s}, "sale_discount", QT_TRANSLATE_NOOP("till::Commands", "10% off the whole sale"),
            Group::Price},
        {{u"20"_s}, "cash", QT_TRANSLATE_NOOP("till::Commands", "20 given in cash"), Group::Paying},
        {{u"20"_s}, "part_cash", QT_TRANSLATE_NOOP("till::Commands", "20 as a part in cash"), Group::Paying},
        {{u"+"_s}, nullptr, QT_TRANSLATE_NOOP("till::Commands", "all ways to pay"), Group::Paying},
        {{u"Esc"_s}, nullptr, QT_TRANSLATE_NOOP("till::Commands", "one step back, always"), Group::Program},
    };
}

} // namespace till
