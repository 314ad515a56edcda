#pragma once

#include "memory_catalogue.h"
#include "storage/product_lookup.h"
#include "storage/product_repository.h"
#include "storage/product_search.h"

#include <string>
#include <utility>
#include <vector>

namespace till {

/// Products in memory, to be found again.
struct Shelf : MemoryCatalogue {
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

    Change change{{}, Timestamp{std::chrono::milliseconds{1'700'000'000'000}}, BusinessDay{20'000}};
};

} // namespace till
