#pragma once

#include "domain/scan/scan_separator.h"

#include <QKeyEvent>
#include <QObject>
#include <QPointer>
#include <QString>
#include <QTimer>

#include <deque>
#include <functional>
#include <memory>
#include <vector>

class QWidget;

namespace till {

/// Tells scans from typing for the whole program, before any widget has a key. What comes at a scanner's pace
/// is held back: a scan goes to the ScanReceiver where the focus is, and what was no scan is typed a moment
/// later. The first character of a field is let through at once, so that typing never waits, and taken out
/// again when a scan follows; not where it would act, since that cannot be taken back. Keys without a time,
/// and keys held down, are a person's.
class ScanFilter : public QObject {
    Q_OBJECT

public:
    static ScanFilter& instance(); ///< made when first asked for; lives as long as the program

    void setRules(const ScanRules& rules);
    const ScanRules& rules() const { return m_separator.rules(); }
    /// A code from elsewhere: a scanner on a serial line. Scans are taken one after the other, in order, also
    /// when one comes while another is being taken.
    void deliver(const QString& code);

Q_SIGNALS:
    void keyCame(const QString& text, quint64 atMs); ///< each key with a time: what calibration listens to
    void scanned(const QString& code);               ///< whoever takes it
    void refused(const QString& code);               ///< nobody here has a use for it, which was said

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    explicit ScanFilter(QObject* parent);
    bool press(const QKeyEvent& key, QWidget& target);
    bool takeCharacter(const QKeyEvent& key, QWidget& target);
    bool takeEnd(const QKeyEvent& key, QWidget& target);
    bool finish(const QKeyEvent* key, QWidget* target);
    void hold(const QKeyEvent& key, QWidget& target);
    void giveBack(); ///< what was held back is typed after all
    void rest();
    void route(const QString& code);

    struct Held {
        std::unique_ptr<QKeyEvent> key;
        QPointer<QWidget> target;
    };
    ScanSeparator m_separator;
    std::vector<Held> m_held;
    std::function<void()> m_takeOut; ///< makes what the burst is typed into what it was before
    QPointer<QWidget> m_burstTarget;
    QTimer m_timer;
    qint64 m_armedAt = 0;
    std::deque<QString> m_waiting;
    bool m_isRouting = false;
    bool m_isReplaying = false;
};

} // namespace till
