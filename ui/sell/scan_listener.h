#pragma once

#include <QObject>
#include <QString>
#include <QWidget>

#include <functional>

class QKeyEvent;

namespace till {

/// `field` asks for codes: what is scanned into it stays there, whoever listens around it.
void keepScans(QWidget& field);

/// Knows a scanner by the pace of its keys, wherever in an area the focus is: six characters and more, none
/// later than 40 ms after the one before, and then Enter. What the scan typed into a field on its way is
/// taken out again. The pace is that of the events' own times, so a busy program does not miss a scan; events
/// without a time are a person's.
class ScanListener : public QObject {
    Q_OBJECT

public:
    /// What takes scans by itself.
    using Spared = std::function<bool(const QWidget& target)>;
    ScanListener(QWidget& area, Spared spared);

Q_SIGNALS:
    void scanned(const QString& code);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void take(const QKeyEvent& key, QWidget& target);
    bool endsScan(const QKeyEvent& key) const;

    QWidget& m_area;
    Spared m_spared;
    QString m_typed;
    quint64 m_lastAt = 0;
    std::function<void()> m_takeOut; ///< makes what the burst is typed into what it was before
};

} // namespace till
