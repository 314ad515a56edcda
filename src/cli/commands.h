#pragma once

namespace CLI { // NOLINT(readability-identifier-naming): the library's own
class App;
}

namespace till {

class Frame;

// Each adds its commands to the parser. A command that was recognised sets frame.command.
void addInitCommand(CLI::App& app, Frame& frame);
void addImportCommands(CLI::App& app, Frame& frame);
void addSellCommand(CLI::App& app, Frame& frame);
void addReturnCommand(CLI::App& app, Frame& frame);
void addQuickKeyCommands(CLI::App& app, Frame& frame);
void addPriceCommands(CLI::App& app, Frame& frame);     ///< price, barcode
void addPromotionCommands(CLI::App& app, Frame& frame); ///< promotion list, add, archive, group
void addCatalogCommands(CLI::App& app, Frame& frame);   ///< find, show
void addShiftCommands(CLI::App& app, Frame& frame);
void addReportCommands(CLI::App& app, Frame& frame);
void addCustomerCommands(CLI::App& app, Frame& frame);
void addDepartmentCommands(CLI::App& app, Frame& frame);
void addStockCommands(CLI::App& app, Frame& frame);
void addPaymentCommands(CLI::App& app, Frame& frame); ///< voucher, rate, tender
void addReceiptCommand(CLI::App& app, Frame& frame);
void addPrinterCommands(CLI::App& app, Frame& frame); ///< printer test, serve, jobs ...
void addSafetyCommands(CLI::App& app, Frame& frame);  ///< verify, backup, doctor
void addSettingCommands(CLI::App& app, Frame& frame); ///< setting, user

} // namespace till
