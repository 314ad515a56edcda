#pragma once

#include "base/numbers.h"

#include <optional>
#include <span>
#include <string_view>

namespace till {

/// Everything a command can ask for (roles-and-audit.md 5.1). The number is the row of table permission.
enum class Permission {
    SaleCreate = 1,
    CartLineDelete,
    CartAbandon,
    CartResumeOther,
    PriceOverride,
    DiscountLine,
    DiscountCart,
    OpenItem,
    SellBelowZero,
    RefundWithReceipt,
    RefundWithoutReceipt,
    ReceiptReprint,
    ShiftOwn,
    ShiftOther,
    ReportX,
    ReportSales,
    ReportMargin,
    ProductView,
    ProductEdit,
    PriceChange,
    CostView,
    StockReceive,
    StockAdjust,
    ImportData,
    ExportData,
    AuditView,
    Users,
    Settings,
    BackupRun,
    TaxChange,
    DrawerOpen,
    AgeConfirm,
    VoucherIssue,
    VoucherAdjust,
    PromotionEdit,
    LayoutEdit,
    RefundOtherTender,
    CardResolve,
    CustomerCreate,
};

/// How much is asked for, in the limit's unit: ppm for discounts and overrides, minor units for money.
struct PermissionContext {
    std::optional<std::int64_t> amount;
};

enum class Allowance { Allowed, Limit, Approval };

/// A cell of the matrix a new shop starts with. No row: never.
struct PermissionGrant {
    std::string_view role{};
    Permission permission{};
    Allowance allowance{};
    std::optional<std::int64_t> limit{};
};

std::string_view toText(Permission permission); ///< "price.override"
std::span<const Permission> allPermissions();
std::span<const PermissionGrant> defaultPermissionMatrix();

} // namespace till
