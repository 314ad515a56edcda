#pragma once

#include <QWidget>

#include <functional>
#include <string>
#include <vector>

class QLineEdit;

namespace till {

class ComboField;
class KeyButton;
class SettingsDesk;

/// A device on a serial line, kept under one key as "PROTOCOL:FILE": what it speaks, where it stands, and a
/// button that tries it. Nothing is kept before both are chosen.
class SerialDeviceRow : public QWidget {
    Q_OBJECT

public:
    struct Protocol {
        QString id;
        QString words;
    };
    /// `name`: what a screen reader calls it.
    SerialDeviceRow(SettingsDesk& desk, const std::string& key, const QString& name,
        const std::vector<Protocol>& protocols, QWidget* parent = nullptr);

    void showSetting();          ///< what is set now
    void setTrying(bool trying); ///< the button waits
    QString address() const;     ///< as it stands in the fields; empty: none

Q_SIGNALS:
    void tryRequested(const QString& address);

private:
    void keep();
    SettingsDesk& m_desk;
    std::string m_key;
    QString m_name;
    ComboField* m_protocol;
    ComboField* m_port;
    KeyButton* m_try;
};

} // namespace till
