#include "ui/settings/serial_device_row.h"

#include "services/counter_devices.h"
#include "ui/kit/combo_field.h"
#include "ui/kit/key_button.h"
#include "ui/kit/theme.h"
#include "ui/settings/settings_desk.h"

#include <QHBoxLayout>
#include <QLineEdit>

namespace till {

using namespace Qt::StringLiterals;

SerialDeviceRow::SerialDeviceRow(SettingsDesk& desk, const std::string& key, const QString& name,
    const std::vector<Protocol>& protocols, QWidget* parent)
    : QWidget{parent}
    , m_desk{desk}
    , m_key{key}
    , m_name{name}
    , m_protocol{new ComboField}
    , m_port{new ComboField}
    , m_try{new KeyButton{tr("Try it")}}
{
    const auto id = QString::fromStdString(key);
    setAccessibleName(name);
    m_protocol->setObjectName(u"protocol_"_s + id);
    m_protocol->setAccessibleName(tr("%1: what it speaks").arg(name));
    m_protocol->addItem(tr("none"), QString{});
    for (const auto& protocol : protocols) m_protocol->addItem(protocol.words, protocol.id);
    m_port->setObjectName(u"port_"_s + id);
    m_port->setAccessibleName(tr("%1: where it stands").arg(name));
    m_port->setEditable(true);
    m_port->lineEdit()->setPlaceholderText(u"/dev/ttyUSB0"_s);
    for (const auto& port : devicePorts()) m_port->addItem(QString::fromStdString(port));
    m_port->setCurrentText({});
    m_try->setObjectName(u"try_"_s + id);
    m_try->setAccessibleName(tr("%1: try it").arg(name));
    m_try->setHeights(36, 56);
    auto* row = new QHBoxLayout{this};
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_protocol);
    row->addWidget(m_port);
    row->addWidget(m_try);
    onTheme(this, [this, row] {
        row->setSpacing(tokens().px(8));
        m_protocol->setFixedWidth(tokens().px(160));
        m_port->setFixedWidth(tokens().px(200));
    });
    connect(m_protocol, &QComboBox::activated, this, &SerialDeviceRow::keep);
    connect(m_port, &QComboBox::activated, this, &SerialDeviceRow::keep);
    connect(m_port->lineEdit(), &QLineEdit::editingFinished, this, &SerialDeviceRow::keep);
    connect(m_try, &KeyButton::clicked, this, [this] { Q_EMIT tryRequested(address()); });
    showSetting();
}

QString SerialDeviceRow::address() const
{
    const auto protocol = m_protocol->currentData().toString();
    const auto port = m_port->currentText().trimmed();
    return protocol.isEmpty() || port.isEmpty() ? QString{} : protocol + u':' + port;
}

void SerialDeviceRow::showSetting()
{
    const auto kept = m_desk.value(m_key);
    if (!kept.isEmpty()) {
        m_protocol->setCurrentIndex(m_protocol->findData(kept.section(u':', 0, 0)));
        m_port->setCurrentText(kept.section(u':', 1));
    }
    const bool some = !m_protocol->currentData().toString().isEmpty();
    m_port->setEnabled(some);
    m_try->setEnabled(some);
}

void SerialDeviceRow::setTrying(bool trying)
{
    m_try->setEnabled(!trying);
    m_try->setText(trying ? tr("Asking …") : tr("Try it"));
}

void SerialDeviceRow::keep()
{
    const bool none = m_protocol->currentData().toString().isEmpty();
    if (none || !address().isEmpty()) m_desk.set(m_key, none ? QString{} : address(), m_name);
    showSetting();
}

} // namespace till
