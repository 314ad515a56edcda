#include "ui/kit/scan_receiver.h"

#include <QVariant>
#include <QWidget>

namespace till {

namespace {
constexpr auto kKeepsScans = "keepsScans";
}

void keepScans(QWidget& field)
{
    field.setProperty(kKeepsScans, true);
}

bool keepsScans(const QWidget& field)
{
    return field.property(kKeepsScans).toBool();
}

} // namespace till
