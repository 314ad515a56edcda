#pragma once

#include "ui/kit/note_bar.h"

#include <QObject>
#include <QPointer>
#include <QWidget>

namespace till {

/// A question in the note bar that is answered by the key, or the button, that brought it: when it comes once
/// more it is meant. What is typed, touched or scanned in between is the no, and so is another note.
class SecondStroke : public QObject {
    Q_OBJECT

public:
    explicit SecondStroke(NoteBar& note, QObject* parent = nullptr);

    /// Asks, aloud. True: just this was asked, and the same stroke has come again.
    bool confirms(const NoteBar::Note& question);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Stroke {
        int key = 0;
        Qt::KeyboardModifiers modifiers{};
        QPointer<QWidget> touched{};
        friend bool operator==(const Stroke&, const Stroke&) = default;
    };
    void note(const Stroke& stroke, quint64 atMs, bool repeats);

    NoteBar& m_note;
    Stroke m_last;
    quint64 m_lastAt = 0; ///< 0: it had no time
    bool m_lastRepeats = false;
    bool m_isAsking = false;
    Stroke m_asked;
    quint64 m_askedAt = 0;
    QString m_question;
};

} // namespace till
