#pragma once

#include "storage/connection.h"

namespace till {

/// Several reads that must see one state of the file, also while another program writes. Inside a transaction
/// that is already open it adds nothing. Writing inside it is a bug.
class ReadSnapshot {
public:
    explicit ReadSnapshot(Connection& db);
    ~ReadSnapshot();
    ReadSnapshot(const ReadSnapshot&) = delete;
    ReadSnapshot& operator=(const ReadSnapshot&) = delete;

private:
    Connection& m_db;
    bool m_opened;
};

} // namespace till
