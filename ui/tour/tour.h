#pragma once

#include <QString>

namespace till {

/// Walks through a shop's first day in the real windows, with a practice shop in a folder of its own, and
/// leaves numbered pictures in `folder`. The exit code of the program: 0 when every step led where it should.
int runTour(const QString& folder);

} // namespace till
