#pragma once

#include "domain/scan/scan_calibration.h"
#include "ui/kit/scan_receiver.h"

#include <QWidget>

class QLineEdit;

namespace till {

class KeyButton;
class PlainLabel;
class ScanChart;
class SettingsDesk;

/// Where the shop's scanner is tried: what arrives, key by key, what is understood, and the rules that would
/// fit better, to be taken with one press.
class ScanTrial : public QWidget, public ScanReceiver {
    Q_OBJECT

public:
    explicit ScanTrial(SettingsDesk& desk, QWidget* parent = nullptr);
    bool takeScan(const QString& code) override;
    void showRules(const ScanRules& rules); ///< the ones that count now

private:
    void hear(const QString& text, quint64 atMs);
    void judge();
    void apply();
    QString sayRules(const ScanRules& rules) const;

    SettingsDesk& m_desk;
    KeyTrains m_trains;
    ScanRules m_rules;
    ScanChart* m_chart;
    QLineEdit* m_type;
    PlainLabel* m_read;
    PlainLabel* m_problem;
    PlainLabel* m_advice;
    KeyButton* m_apply;
};

} // namespace till
