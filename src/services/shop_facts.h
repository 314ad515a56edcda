#pragma once

namespace till {

class Session;

/// Reads facts and calendar from the file into the session: at start, and after a setting changed.
void readFacts(Session& session);

} // namespace till
