#pragma once

#include "cli/outcome.h"
#include "services/health_report.h"

namespace till {

/// What the doctor found, and what to do about it. Findings make the exit code; advice does not.
Outcome describeHealth(const HealthReport& health, Timestamp now);

} // namespace till
