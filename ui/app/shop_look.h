#pragma once

#include "base/result.h"
#include "services/actor.h"
#include "ui/kit/theme.h"

namespace till {

class SettingService;

/// The look a shop keeps in its settings.
LookSettings lookOf(const SettingService& settings);
Result<> keepLook(SettingService& settings, const Actor& actor, const LookSettings& look);

} // namespace till
