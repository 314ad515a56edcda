#pragma once

#include "ui/kit/tokens.h"

#include <QKeySequence>
#include <QWidget>

namespace till {

class KeyButton;
class PlainLabel;

/// A message that does not interrupt: what happened, what is safe, and at most one thing to do about it.
/// It stays until dismissed or replaced, takes no focus and is announced to a screen reader.
class NoteBar : public QWidget {
    Q_OBJECT

public:
    explicit NoteBar(QWidget* parent = nullptr); ///< hidden until the first note

    struct Note {
        Tone tone = Tone::Warn;
        QString subject{}; ///< bold in front: a code, a name; may be empty
        QString text{};
        QString action{}; ///< the word on its button; empty for none
        QKeySequence key{};
    };
    void show(const Note& note);
    void dismiss();
    bool hasNote() const { return m_hasNote; }
    QString text() const;

Q_SIGNALS:
    void actionTriggered();
    void gone(); ///< the note that stood here: dismissed, or another took its place

protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    Tone m_tone = Tone::Warn;
    bool m_hasNote = false;
    PlainLabel* m_subject;
    PlainLabel* m_text;
    KeyButton* m_action;
    KeyButton* m_close;
};

} // namespace till
