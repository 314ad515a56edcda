#pragma once

#include "storage/catalog_repository.h"
#include "storage/connection.h"
#include "storage/migrator.h"

#include <catch2/catch.hpp>

namespace till {

/// A shop's tables in memory with one tax and one price list, so that products may come.
struct MemoryCatalogue {
    MemoryCatalogue()
        : db{{{}, OpenOptions::Mode::Memory}}
    {
        REQUIRE(migrate(db));
        tax = insertTax(db, Uid::make(1), Uid::make(2), {{}, "A", "Standard", false, {}},
            Rate::fromPartsPerMillion(200'000));
        db.run("INSERT INTO price_list(uid, name, includes_tax) VALUES (?1, 'Shop', 1)", Uid::make(3));
    }

    Connection db;
    TaxClassId tax;
    std::int64_t uids = 100;
};

} // namespace till
