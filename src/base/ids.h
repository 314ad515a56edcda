#pragma once

#include <compare>
#include <cstdint>

namespace till {

/// A row id of one shop file that cannot be mixed up with another table's. 0 means "none yet".
template <typename Tag>
struct Id {
    std::int64_t value{};
    explicit operator bool() const { return value != 0; }
    friend constexpr auto operator<=>(Id, Id) = default;
};

using TillId = Id<struct TillTag>;
using SeriesId = Id<struct SeriesTag>;
using DocumentId = Id<struct DocumentTag>;
using CartId = Id<struct CartTag>;
using ProductId = Id<struct ProductTag>;
using DepartmentId = Id<struct DepartmentTag>;
using TaxId = Id<struct TaxTag>;
using TaxRateId = Id<struct TaxRateTag>;
using TaxClassId = Id<struct TaxClassTag>;
using UnitId = Id<struct UnitTag>;
using SupplierId = Id<struct SupplierTag>;
using PriceListId = Id<struct PriceListTag>;
using LocationId = Id<struct LocationTag>;
using UserId = Id<struct UserTag>;
using RoleId = Id<struct RoleTag>;
using ShiftId = Id<struct ShiftTag>;
using TenderTypeId = Id<struct TenderTypeTag>;
using ImportId = Id<struct ImportTag>;

} // namespace till
