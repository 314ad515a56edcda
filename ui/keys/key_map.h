#pragma once

#include "ui/keys/command_list.h"
#include "ui/sell/sell_keys.h"

#include <QObject>

#include <map>

namespace till {

/// Why a key cannot be given to a command.
enum class KeyRefusal {
    None,
    Types,     ///< it types a character, which would be missing from names and codes
    StepsBack, ///< Escape leaves what is open, everywhere, and never does more
    Moves,     ///< Enter, Tab, arrows, Delete: the keys of every field and list
    OfText,    ///< copies, pastes, marks: the keys of every text
    Scanner,   ///< scanners send it inside a code
    Taken,     ///< by another command
};

/// Which key does what, in the running program: what was delivered, and what the shop has changed. One per
/// process; buttons, shortcuts and the overview follow `changed`.
class KeyMap : public QObject {
    Q_OBJECT

public:
    static KeyMap& instance();

    /// What a setting says: a line a command, "price Ctrl+F4", without keys when it has none. Lines that make
    /// no sense, or would take a key twice, leave what was delivered.
    void load(const QString& text);
    QString toText() const; ///< only what differs from what was delivered

    QList<QKeySequence> keys(const QString& command) const;
    QKeySequence key(const QString& command) const; ///< the one printed on buttons; empty for none
    bool isChanged(const QString& command) const;

    /// Whether `key` may become the key of `command`. Taken: `takenBy` is the id of the other.
    KeyRefusal check(const QString& command, const QKeySequence& key, QString* takenBy = nullptr) const;
    /// Gives the command this key alone; nothing happens where check() refuses. An empty key takes it away.
    KeyRefusal assign(const QString& command, const QKeySequence& key);
    void reset(const QString& command); ///< as delivered; who has taken its keys meanwhile keeps them
    void resetAll();

    SellKeys sellKeys() const;

Q_SIGNALS:
    void changed();

private:
    KeyMap();
    static const Command* find(const QString& command);
    QString holderOf(const QKeySequence& key) const;
    std::map<QString, QList<QKeySequence>> m_keys;
};

/// The sentence for a person. `taker`: the words of the other command.
QString refusalText(KeyRefusal refusal, const QString& taker);

} // namespace till
