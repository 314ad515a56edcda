#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>

#include <span>
#include <vector>

namespace till {

enum class CommandGroup { Goods, Price, Paying, Sales, Program };

/// What a key can do.
struct Command {
    const char* id;    ///< stable: what is kept in the settings, "price"
    const char* words; ///< marked for translation; wordsOf()
    CommandGroup group;
    QList<QKeySequence> keys; ///< as delivered (checkout-keys.md 5.2); the first is printed on buttons
};

/// All of them, by group, in the order they are shown.
std::span<const Command> allCommands();
QString wordsOf(const Command& command);
QString wordsOf(CommandGroup group);

/// What the item field and the lists understand by themselves: a number first, then what it is. Shown beside
/// the commands, never to be changed. `before` and `after` are what is typed around the key of `command`,
/// where there is one.
struct FixedKeys {
    QList<QString> typed; ///< "3", "*": a badge each
    const char* command;  ///< whose live key follows; null for none
    const char* words;
    CommandGroup group;
};
std::vector<FixedKeys> fixedKeys(const QString& samplePrice);
QString wordsOf(const FixedKeys& keys);

} // namespace till
