#pragma once

namespace till {

/// The whole program from the command line to its exit code: 0 when the window was closed.
int startTillroll(int argc, char** argv);

} // namespace till
