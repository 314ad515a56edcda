#pragma once

#include "storage/connection.h"

namespace till {

/// Everything read while it lives is one state of the file, and each statement is spared taking and giving
/// back the file's lock, which costs more than a look-up. Fits inside a transaction too. Keep it short: a
/// checkpoint cannot pass it.
class ReadView {
public:
    explicit ReadView(Connection& db)
        : m_open{db.prepare("SELECT id FROM shop")}
    {
        m_open.step();
    }

private:
    Statement m_open;
};

} // namespace till
