#pragma once

#include "ui/kit/key_button.h"

namespace till {

/// A button that, once pressed, takes the next key as an answer, whatever that key does elsewhere. Escape and
/// leaving it change nothing.
class KeyCatcher : public KeyButton {
    Q_OBJECT

public:
    explicit KeyCatcher(const QString& word, QWidget* parent = nullptr);
    bool isCatching() const { return m_catching; }

Q_SIGNALS:
    void caught(const QKeySequence& key);

protected:
    bool event(QEvent* event) override;

private:
    void begin();
    void end();
    QString m_word;
    bool m_catching = false;
};

} // namespace till
