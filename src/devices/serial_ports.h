#pragma once

#include <string>
#include <vector>

namespace till {

/// The serial lines of this machine that something may stand on, best first: names that stay when a cable is
/// put into another socket (/dev/serial/by-id), then the ports of USB, then those of the board. Full paths.
std::vector<std::string> serialPorts();

} // namespace till
