#pragma once

#include "services/report_service.h"
#include "ui/day/figure_list.h"
#include "ui/kit/format.h"

#include <vector>

namespace till {

/// The X report as people read it. What should be in the drawer is left out: a count is honest only while
/// nobody knows it.
std::vector<FigureList::Row> xFigures(const XReport& report, const Formats& formats);

} // namespace till
