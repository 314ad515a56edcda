#pragma once

#include <array>
#include <string_view>

namespace till {

/// Tables whose rows are never updated or deleted: a correction is a row of its own. Each has the triggers
/// <table>_no_update and <table>_no_delete, and the authorizer refuses such a statement before it runs.
inline constexpr std::array kAppendOnlyTables{
    std::string_view{"coupon_use"},
    std::string_view{"document"},
    std::string_view{"document_origin"},
    std::string_view{"exchange_rate"},
    std::string_view{"internal_note"},
    std::string_view{"journal"},
    std::string_view{"journal_chain"},
    std::string_view{"journal_key"},
    std::string_view{"price"},
    std::string_view{"receipt_design"},
    std::string_view{"receipt_head"},
    std::string_view{"receipt_logo"},
    std::string_view{"sale"},
    std::string_view{"sale_line"},
    std::string_view{"sale_line_adjustment"},
    std::string_view{"sale_line_return"},
    std::string_view{"sale_line_tax"},
    std::string_view{"sale_tax"},
    std::string_view{"shift"},
    std::string_view{"shift_close"},
    std::string_view{"stock_movement"},
    std::string_view{"tax_rate"},
    std::string_view{"tender"},
    std::string_view{"voucher"},
    std::string_view{"voucher_entry"},
};

} // namespace till
