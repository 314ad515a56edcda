#include "ui/keys/key_map.h"

#include <QCoreApplication>

#include <algorithm>

namespace till {

using namespace Qt::StringLiterals;

namespace {

bool isOfText(const QKeySequence& key)
{
    const auto standard = {QKeySequence::Copy, QKeySequence::Cut, QKeySequence::Paste,
        QKeySequence::SelectAll, QKeySequence::MoveToNextWord, QKeySequence::MoveToPreviousWord,
        QKeySequence::DeleteStartOfWord, QKeySequence::DeleteEndOfWord, QKeySequence::MoveToStartOfDocument,
        QKeySequence::MoveToEndOfDocument};
    return std::ranges::any_of(
        standard, [&](auto which) { return QKeySequence::keyBindings(which).contains(key); });
}

bool moves(Qt::Key key)
{
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
    case Qt::Key_Backspace:
    case Qt::Key_Delete:
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown: return true;
    default: return false;
    }
}

KeyRefusal refusalOf(const QKeySequence& sequence)
{
    const auto key = sequence[0].key();
    const auto modifiers = sequence[0].keyboardModifiers() & ~Qt::KeypadModifier;
    const bool bare = (modifiers & ~Qt::ShiftModifier) == Qt::NoModifier;
    if (key == Qt::Key_Escape) return KeyRefusal::StepsBack;
    if (key == Qt::Key_BracketRight && modifiers.testFlag(Qt::ControlModifier)) return KeyRefusal::Scanner;
    if (moves(key) && bare) return KeyRefusal::Moves;
    if (key < Qt::Key_Escape && bare) return KeyRefusal::Types;
    return isOfText(sequence) ? KeyRefusal::OfText : KeyRefusal::None;
}

} // namespace

KeyMap& KeyMap::instance()
{
    static KeyMap map;
    return map;
}

KeyMap::KeyMap()
{
    for (const auto& command : allCommands()) m_keys[QString::fromLatin1(command.id)] = command.keys;
}

const Command* KeyMap::find(const QString& command)
{
    const auto all = allCommands();
    const auto found =
        std::ranges::find_if(all, [&](const Command& one) { return command == QLatin1String{one.id}; });
    return found == all.end() ? nullptr : &*found;
}

QList<QKeySequence> KeyMap::keys(const QString& command) const
{
    const auto found = m_keys.find(command);
    return found == m_keys.end() ? QList<QKeySequence>{} : found->second;
}

QKeySequence KeyMap::key(const QString& command) const
{
    return keys(command).value(0);
}

bool KeyMap::isChanged(const QString& command) const
{
    const auto* known = find(command);
    return known != nullptr && known->keys != keys(command);
}

QString KeyMap::holderOf(const QKeySequence& key) const
{
    for (const auto& [command, keys] : m_keys)
        if (keys.contains(key)) return command;
    return {};
}

KeyRefusal KeyMap::check(const QString& command, const QKeySequence& key, QString* takenBy) const
{
    if (key.isEmpty()) return KeyRefusal::None;
    if (const auto refused = refusalOf(key); refused != KeyRefusal::None) return refused;
    const auto holder = holderOf(key);
    if (holder.isEmpty() || holder == command) return KeyRefusal::None;
    if (takenBy != nullptr) *takenBy = holder;
    return KeyRefusal::Taken;
}

KeyRefusal KeyMap::assign(const QString& command, const QKeySequence& key)
{
    if (find(command) == nullptr) return KeyRefusal::None;
    const auto refused = check(command, key);
    if (refused != KeyRefusal::None) return refused;
    m_keys[command] = key.isEmpty() ? QList<QKeySequence>{} : QList<QKeySequence>{key};
    Q_EMIT changed();
    return KeyRefusal::None;
}

void KeyMap::reset(const QString& command)
{
    const auto* known = find(command);
    if (known == nullptr) return;
    QList<QKeySequence> free;
    for (const auto& key : known->keys)
        if (const auto holder = holderOf(key); holder.isEmpty() || holder == command) free << key;
    m_keys[command] = free;
    Q_EMIT changed();
}

void KeyMap::resetAll()
{
    load({});
}

void KeyMap::load(const QString& text)
{
    const auto before = m_keys;
    std::map<QString, QList<QKeySequence>> wanted;
    const auto lines = text.split(u'\n', Qt::SkipEmptyParts);
    for (const auto& line : lines) {
        const auto words = line.split(u' ', Qt::SkipEmptyParts);
        if (words.isEmpty() || find(words.front()) == nullptr) continue;
        QList<QKeySequence> keys;
        for (const auto& word : words.mid(1)) {
            const QKeySequence key{word, QKeySequence::PortableText};
            const bool known = key.count() == 1 && key.toString(QKeySequence::PortableText) == word;
            if (known && refusalOf(key) == KeyRefusal::None) keys << key;
        }
        if (keys.isEmpty() && words.size() > 1) continue;
        wanted[words.front()] = keys;
    }
    // What was changed comes first: a command as delivered gives its key up to it.
    m_keys.clear();
    for (const auto& [command, keys] : wanted) {
        auto& mine = m_keys[command];
        for (const auto& key : keys)
            if (holderOf(key).isEmpty()) mine << key;
    }
    for (const auto& command : allCommands()) {
        const auto id = QString::fromLatin1(command.id);
        if (wanted.contains(id)) continue;
        QList<QKeySequence> mine;
        for (const auto& key : command.keys)
            if (holderOf(key).isEmpty()) mine << key;
        m_keys[id] = mine;
    }
    if (m_keys != before) Q_EMIT changed();
}

QString KeyMap::toText() const
{
    QStringList lines;
    for (const auto& command : allCommands()) {
        const auto id = QString::fromLatin1(command.id);
        if (!isChanged(id)) continue;
        QStringList words{id};
        for (const auto& key : keys(id)) words << key.toString(QKeySequence::PortableText);
        lines << words.join(u' ');
    }
    return lines.join(u'\n');
}

SellKeys KeyMap::sellKeys() const
{
    SellKeys sell;
    const auto second = [this](const QString& command) { return keys(command).value(1); };
    sell.itemField = key(u"item_field"_s);
    sell.search = key(u"search"_s);
    sell.price = key(u"price"_s);
    sell.undo = key(u"undo"_s);
    sell.redo = {key(u"redo"_s), second(u"redo"_s)};
    sell.saleDiscount = {key(u"sale_discount"_s), second(u"sale_discount"_s)};
    sell.hold = key(u"hold"_s);
    sell.recall = key(u"recall"_s);
    sell.receipts = key(u"receipts"_s);
    sell.takeBack = key(u"take_back"_s);
    sell.priceCheck = key(u"price_check"_s);
    sell.partCash = key(u"part_cash"_s);
    sell.partCard = key(u"part_card"_s);
    sell.card = key(u"card"_s);
    sell.cash = key(u"cash"_s);
    sell.voucher = key(u"voucher"_s);
    sell.transfer = key(u"transfer"_s);
    sell.customer = key(u"customer"_s);
    sell.note = key(u"note"_s);
    sell.saleNote = key(u"sale_note"_s);
    sell.newSale = key(u"new_sale"_s);
    sell.nextSale = key(u"next_sale"_s);
    sell.previousSale = key(u"previous_sale"_s);
    sell.abandon = key(u"abandon"_s);
    for (std::size_t i = 0; i < sell.departments.size(); ++i)
        sell.departments[i] = key(u"department_%1"_s.arg(i + 1));
    sell.printAgain = key(u"print_again"_s);
    sell.openDrawer = key(u"open_drawer"_s);
    sell.arrange = key(u"arrange"_s);
    sell.help = key(u"help"_s);
    sell.previousDepartment = key(u"previous_department"_s);
    sell.nextDepartment = key(u"next_department"_s);
    sell.more = key(u"more"_s);
    return sell;
}

QString refusalText(KeyRefusal refusal, const QString& taker)
{
    const auto tr = [](const char* words) { return QCoreApplication::translate("till::KeyMap", words); };
    switch (refusal) {
    case KeyRefusal::None: return {};
    case KeyRefusal::Types:
        return tr("This key types a character, and would be missing from names and codes. Hold Ctrl or Alt "
                  "with it, or take one of F1 to F12.");
    case KeyRefusal::StepsBack: return tr("Esc steps back, everywhere, and never does anything else.");
    case KeyRefusal::Moves: return tr("This key moves and writes in every field and list, and stays theirs.");
    case KeyRefusal::OfText: return tr("This key copies, pastes or marks text in every field.");
    case KeyRefusal::Scanner: return tr("Scanners send this key inside some codes.");
    case KeyRefusal::Taken: return tr("This key is taken: %1. Change that one first.").arg(taker);
    }
    Q_UNREACHABLE();
}

} // namespace till
