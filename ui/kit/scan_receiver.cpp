#include "ui/kit/scan_receiver.h"

#include <QVariant>
#include <QWidget>

namespace till {

namespace {
constexpr auto kKeepsScans = "keepsScans";
}

bool actsOnKey(const QWidget& target, const QString& character)
{
    for (const auto* widget = &target; widget != nullptr; widget = widget->parentWidget()) {
        const auto* acting = dynamic_cast<const ActsOnKeys*>(widget);
        if (acting != nullptr && acting->actsOn(character)) return true;
    }
    return false;
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
