#pragma once

namespace till {

/// From here on what the program has to say to a repairer goes to tillroll.log in the state folder: times,
/// failures of the machine, what Qt complains of. Never what a shop sells. It keeps two files of at most 1
/// MB.
void openLog();

} // namespace till
