#include "domain/people/permission.h"

#include <array>

namespace till {
namespace {

using enum Permission;
using enum Allowance;

constexpr std::array kAll{SaleCreate, CartLineDelete, CartAbandon, CartResumeOther, PriceOverride,
    DiscountLine, DiscountCart, OpenItem, SellBelowZero, RefundWithReceipt, RefundWithoutReceipt,
    ReceiptReprint, ShiftOwn, ShiftOther, ReportX, ReportSales, ReportMargin, ProductView, ProductEdit,
    PriceChange, CostView, StockReceive, StockAdjust, ImportData, ExportData, AuditView, Users, Settings,
    BackupRun, TaxChange, DrawerOpen, AgeConfirm, VoucherIssue, VoucherAdjust, PromotionEdit, LayoutEdit,
    RefundOtherTender, CardResolve, CustomerCreate};

constexpr std::int64_t kTwentyPercent = 200'000; // ppm
constexpr std::int64_t kFivePercent = 50'000;

// roles-and-audit.md 5.1, the rows whose commands exist. The owner may do everything in the list.
constexpr std::array kStaff{
    PermissionGrant{"cashier", SaleCreate, Allowed, {}},
    PermissionGrant{"cashier", CartLineDelete, Allowed, {}},
    PermissionGrant{"cashier", CartAbandon, Allowed, {}},
    PermissionGrant{"cashier", CartResumeOther, Approval, {}},
    PermissionGrant{"cashier", PriceOverride, Limit, 0},
    PermissionGrant{"cashier", DiscountLine, Limit, kFivePercent},
    PermissionGrant{"cashier", DiscountCart, Limit, kFivePercent},
    PermissionGrant{"cashier", OpenItem, Limit, 10'000},
    PermissionGrant{"cashier", SellBelowZero, Allowed, {}},
    PermissionGrant{"cashier", RefundWithReceipt, Limit, 10'000},
    PermissionGrant{"cashier", RefundWithoutReceipt, Approval, {}},
    PermissionGrant{"cashier", ReceiptReprint, Limit, 1},
    PermissionGrant{"cashier", ShiftOwn, Allowed, {}},
    PermissionGrant{"cashier", ProductView, Allowed, {}},
    PermissionGrant{"cashier", DrawerOpen, Approval, {}},
    PermissionGrant{"cashier", AgeConfirm, Allowed, {}},
    PermissionGrant{"cashier", VoucherIssue, Allowed, {}},
    PermissionGrant{"cashier", RefundOtherTender, Approval, {}},
    PermissionGrant{"cashier", CardResolve, Approval, {}},
    PermissionGrant{"cashier", CustomerCreate, Allowed, {}},
    PermissionGrant{"lead", SaleCreate, Allowed, {}},
    PermissionGrant{"lead", CartLineDelete, Allowed, {}},
    PermissionGrant{"lead", CartAbandon, Allowed, {}},
    PermissionGrant{"lead", CartResumeOther, Allowed, {}},
    PermissionGrant{"lead", PriceOverride, Limit, kTwentyPercent},
    PermissionGrant{"lead", DiscountLine, Limit, kTwentyPercent},
    PermissionGrant{"lead", DiscountCart, Limit, kTwentyPercent},
    PermissionGrant{"lead", OpenItem, Allowed, {}},
    PermissionGrant{"lead", SellBelowZero, Allowed, {}},
    PermissionGrant{"lead", RefundWithReceipt, Allowed, {}},
    PermissionGrant{"lead", RefundWithoutReceipt, Limit, 10'000},
    PermissionGrant{"lead", ReceiptReprint, Allowed, {}},
    PermissionGrant{"lead", ShiftOwn, Allowed, {}},
    PermissionGrant{"lead", ShiftOther, Allowed, {}},
    PermissionGrant{"lead", ReportX, Allowed, {}},
    PermissionGrant{"lead", ReportSales, Allowed, {}},
    PermissionGrant{"lead", ProductView, Allowed, {}},
    PermissionGrant{"lead", ProductEdit, Allowed, {}},
    PermissionGrant{"lead", PriceChange, Approval, {}},
    PermissionGrant{"lead", StockReceive, Allowed, {}},
    PermissionGrant{"lead", StockAdjust, Limit, 10'000},
    PermissionGrant{"lead", ImportData, Approval, {}},
    PermissionGrant{"lead", ExportData, Approval, {}},
    PermissionGrant{"lead", BackupRun, Allowed, {}},
    PermissionGrant{"lead", DrawerOpen, Allowed, {}},
    PermissionGrant{"lead", AgeConfirm, Allowed, {}},
    PermissionGrant{"lead", VoucherIssue, Allowed, {}},
    PermissionGrant{"lead", VoucherAdjust, Approval, {}},
    PermissionGrant{"lead", PromotionEdit, Approval, {}},
    PermissionGrant{"lead", LayoutEdit, Allowed, {}},
    PermissionGrant{"lead", RefundOtherTender, Approval, {}},
    PermissionGrant{"lead", CardResolve, Allowed, {}},
    PermissionGrant{"lead", CustomerCreate, Allowed, {}},
    PermissionGrant{"bookkeeper", ReceiptReprint, Allowed, {}},
    PermissionGrant{"bookkeeper", ReportX, Allowed, {}},
    PermissionGrant{"bookkeeper", ReportSales, Allowed, {}},
    PermissionGrant{"bookkeeper", ReportMargin, Allowed, {}},
    PermissionGrant{"bookkeeper", ProductView, Allowed, {}},
    PermissionGrant{"bookkeeper", CostView, Allowed, {}},
    PermissionGrant{"bookkeeper", ExportData, Allowed, {}},
    PermissionGrant{"bookkeeper", AuditView, Allowed, {}},
};

constexpr auto kMatrix = [] {
    std::array<PermissionGrant, kStaff.size() + kAll.size()> matrix{};
    std::size_t at = 0;
    for (const auto permission : kAll) matrix[at++] = {"owner", permission, Allowed, {}};
    for (const auto& grant : kStaff) matrix[at++] = grant;
    return matrix;
}();

} // namespace

std::string_view toText(Permission permission)
{
    switch (permission) {
    case SaleCreate: return "sale.create";
    case CartLineDelete: return "cart.line_delete";
    case CartAbandon: return "cart.abandon";
    case CartResumeOther: return "cart.resume_other";
    case PriceOverride: return "price.override";
    case DiscountLine: return "discount.line";
    case DiscountCart: return "discount.cart";
    case OpenItem: return "open_item";
    case SellBelowZero: return "sell.below_zero";
    case RefundWithReceipt: return "refund.with_receipt";
    case RefundWithoutReceipt: return "refund.without_receipt";
    case ReceiptReprint: return "receipt.reprint";
    case ShiftOwn: return "shift.own";
    case ShiftOther: return "shift.other";
    case ReportX: return "report.x";
    case ReportSales: return "report.sales";
    case ReportMargin: return "report.margin";
    case ProductView: return "product.view";
    case ProductEdit: return "product.edit";
    case PriceChange: return "price.change";
    case CostView: return "cost.view";
    case StockReceive: return "stock.receive";
    case StockAdjust: return "stock.adjust";
    case ImportData: return "import";
    case ExportData: return "export";
    case AuditView: return "audit.view";
    case Users: return "users";
    case Settings: return "settings";
    case BackupRun: return "backup.run";
    case TaxChange: return "tax.change";
    case DrawerOpen: return "drawer.no_sale";
    case AgeConfirm: return "sell.age_restricted";
    case VoucherIssue: return "voucher.issue";
    case VoucherAdjust: return "voucher.adjust";
    case PromotionEdit: return "promotion.edit";
    case LayoutEdit: return "layout.edit";
    case RefundOtherTender: return "refund.other_tender";
    case CardResolve: return "card.resolve";
    case CustomerCreate: return "customer.create";
    }
    return "";
}

std::span<const Permission> allPermissions()
{
    return kAll;
}

std::span<const PermissionGrant> defaultPermissionMatrix()
{
    return kMatrix;
}

} // namespace till
