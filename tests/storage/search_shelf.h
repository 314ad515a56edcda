#pragma once

#include "storage/catalog_repository.h"
#include "storage/connection.h"
#include "storage/migrator.h"
#include "storage/product_lookup.h"
#include "storage/product_repository.h"
#include "storage/product_search.h"

#include <catch2/catch.hpp>

#include <string>
#include <utility>
#include <vector>

namespace till {

/// Products in memory, to be found again.
struct Shelf {
    Shelf()
        : db{{{}, OpenOptions::Mode::Memory}}
    {
        REQUIRE(migrate(db));
        tax = insertTax(db, Uid::make(1), Uid::make(2), {{}, "A", "Standard", false, {}},
            Rate::fromPartsPerMillion(200'000));
        db.run("INSERT INTO price_list(uid, name, includes_tax) VALUES (?1, 'Shop', 1)", Uid::make(3));
    }

    ProductDraft draft(const std::string& name, std::vector<std::string> codes = {})
    {
        ProductDraft fields;
        fields.name = name;
        fields.taxClass = tax;
        fields.price = UnitPrice::fromHundredths(12'000);
        for (auto& code : codes) fields.codes.push_back({std::move(code)});
        return fields;
    }
    ProductId add(const std::string& name, std::vector<std::string> codes = {})
    {
        return insertProduct(db, draft(name, std::move(codes)), Uid::make(++uids), change);
    }
    void sell(ProductId id, int times)
    {
        for (int i = 0; i < times; ++i) countSale(db, id, change.at);
    }
    std::vector<std::string> find(std::string_view text, int limit = 20)
    {
        std::vector<std::string> names;
        for (const auto& hit : productHits(db, findProducts(db, text, limit), change.day))
            names.push_back(hit.name);
        return names;
    }

    Connection db;
    TaxClassId tax;
    std::int64_t uids = 100;
    Change change{{}, Timestamp{std::chrono::milliseconds{1'700'000'000'000}}, BusinessDay{20'000}};
};

} // namespace till
