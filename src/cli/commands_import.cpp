#include "cli/commands.h"
#include "cli/figures.h"
#include "cli/long_work.h"
#include "cli/messages.h"
#include "cli/options.h"
#include "cli/text_table.h"
#include "cli/values.h"
#include "services/import_service.h"
#include "services/sales_import_service.h"

#include <utility>

namespace till {
namespace {

struct ProductsOptions {
    std::string file;
    std::string preset = "auto";
    std::vector<std::string> columns;
    bool dryRun = false;
    bool strict = false;
};

struct SalesOptions {
    std::string file;
    std::vector<std::string> columns;
    bool createProducts = false;
    std::string taxRate;
};

struct UndoOptions {
    std::string id;
};

Json problemsJson(const std::vector<ImportProblem>& problems)
{
    auto list = Json::array();
    for (const auto& problem : problems) {
        list.push_back({{"line", problem.line}, {"code", toText(problem.error.code)},
            {"text", rowSentenceOf(problem.error)}, {"detail", problem.error.detail}});
    }
    return list;
}

std::string problemsText(const std::vector<ImportProblem>& problems, std::int64_t count)
{
    constexpr std::size_t kMost = 50;
    std::string text;
    for (std::size_t i = 0; i < problems.size() && i < kMost; ++i) {
        text += "line " + std::to_string(problems[i].line) + ": " + rowSentenceOf(problems[i].error) + "\n";
    }
    if (count > static_cast<std::int64_t>(kMost)) {
        text += "and " + std::to_string(count - static_cast<std::int64_t>(kMost)) + " more; --json lists " +
                (std::cmp_greater(count, kMostProblemsListed) ? "the first " + std::to_string(problems.size())
                                                              : "them all") +
                "\n";
    }
    return text;
}

Outcome describe(const ProductImportReport& report, const ProductImportOptions& options, bool nothingDone)
{
    Outcome outcome;
    outcome.json = {{"id", report.id ? Json(report.id.value) : Json()}, {"preset", report.preset},
        {"columns", report.columns}, {"rows", report.rows}, {"added", nothingDone ? 0 : report.added},
        {"changed", nothingDone ? 0 : report.changed}, {"unchanged", nothingDone ? 0 : report.unchanged},
        {"rejected", problemsJson(report.rejected)}, {"rejected_count", report.rejectedCount},
        {"stock_left_alone", report.stockLeftAlone}, {"dry_run", options.dryRun},
        {"imported", !options.dryRun && !nothingDone}};
    FactList list;
    if (report.id) list.add("import", std::to_string(report.id.value));
    list.add("preset", report.preset);
    list.add("rows", std::to_string(report.rows));
    list.add(options.dryRun ? "would add" : "added", std::to_string(nothingDone ? 0 : report.added));
    list.add(options.dryRun ? "would change" : "changed", std::to_string(nothingDone ? 0 : report.changed));
    list.add("unchanged", std::to_string(report.unchanged));
    list.add("rejected", std::to_string(report.rejectedCount));
    outcome.text = list.text() + problemsText(report.rejected, report.rejectedCount);
    if (nothingDone) outcome.text += "Nothing was imported, because of --strict.\n";
    outcome.exit = report.rejectedCount == 0 ? ExitCode::Done : ExitCode::Findings;
    return outcome;
}

Result<Outcome> importProducts(const Frame& frame, const ProductsOptions& given)
{
    const auto shop = frame.open(Access::Write);
    if (!shop) return shop.error();
    LongWork work{frame, "import"};
    ProductImportOptions options;
    options.file = given.file;
    options.preset = given.preset;
    options.columns = columnValues("--map", given.columns);
    options.dryRun = given.dryRun;
    options.strict = given.strict;
    options.progress = work.progress();
    auto report = (*shop)->imports().products((*shop)->owner(), options);
    const bool refused = !report && report.error().code == ErrorCode::ImportRowsRejected;
    if (refused) { // the rows that were in the way are what the caller wants to know
        auto again = options;
        again.dryRun = true;
        again.strict = false;
        report = (*shop)->imports().products((*shop)->owner(), again);
    }
    if (!report) return report.error();
    const bool nothingDone =
        refused || (options.strict && report->rejectedCount > 0 && !options.dryRun && !report->id);
    return describe(*report, options, nothingDone);
}

Result<Outcome> importSales(const Frame& frame, const SalesOptions& given)
{
    const auto shop = frame.open(Access::Write);
    if (!shop) return shop.error();
    const Figures figures{**shop};
    LongWork work{frame, "import"};
    SalesImportOptions options;
    options.file = given.file;
    options.columns = columnValues("--map", given.columns);
    options.createProducts = given.createProducts;
    if (!given.taxRate.empty()) options.taxRate = percentValue("--tax-rate", given.taxRate);
    options.progress = work.progress();
    const auto report = (*shop)->salesImport().run((*shop)->owner(), options);
    if (!report) return report.error();

    Outcome outcome;
    outcome.json = {{"tickets", report->tickets}, {"lines", report->lines}, {"returns", report->returns},
        {"skipped", problemsJson(report->skipped)}, {"skipped_count", report->skippedCount},
        {"days", report->days}, {"gross", figures.money(report->gross)}, {"already", report->alreadyThere}};
    FactList list;
    list.add("tickets", std::to_string(report->tickets));
    list.add("lines", std::to_string(report->lines));
    list.add("returned lines", std::to_string(report->returns));
    list.add("days", std::to_string(report->days));
    list.add("gross", figures.withCurrency(report->gross));
    list.add("there already", std::to_string(report->alreadyThere));
    list.add("skipped rows", std::to_string(report->skippedCount));
    outcome.text = list.text() + problemsText(report->skipped, report->skippedCount);
    outcome.exit = report->skippedCount == 0 ? ExitCode::Done : ExitCode::Findings;
    return outcome;
}

Result<Outcome> listImports(const Frame& frame, const UndoOptions&)
{
    const auto shop = frame.open(Access::Read);
    if (!shop) return shop.error();
    using Align = TextTable::Align;
    TextTable table{{{"id", Align::Right}, {"time"}, {"kind"}, {"file"}, {"added", Align::Right},
        {"changed", Align::Right}, {"rejected", Align::Right}, {""}}};
    auto list = Json::array();
    for (const auto& run : (*shop)->imports().runs()) {
        list.push_back(
            {{"id", run.id.value}, {"kind", run.kind}, {"file", run.fileName}, {"preset", run.preset},
                {"time", run.at.toText()}, {"rows", run.rows}, {"added", run.added}, {"changed", run.changed},
                {"unchanged", run.unchanged}, {"rejected", run.rejected}, {"undone", run.undone}});
        table.add(
            {std::to_string(run.id.value), run.at.toText(), run.kind, run.fileName, std::to_string(run.added),
                std::to_string(run.changed), std::to_string(run.rejected), run.undone ? "undone" : ""});
    }
    return Outcome{{{"imports", list}}, table.isEmpty() ? "No imports yet.\n" : table.text()};
}

Result<Outcome> undoImport(const Frame& frame, const UndoOptions& options)
{
    const ImportId id{numberValue("ID", options.id, 0, 2'000'000'000)};
    const auto shop = frame.open(Access::Write);
    if (!shop) return shop.error();
    const auto report = (*shop)->imports().undo((*shop)->owner(), id);
    if (!report) return Error{report.error().code, options.id};
    Outcome outcome;
    outcome.json = {{"id", id.value}, {"removed", report->removed}, {"archived", report->archived},
        {"restored", report->restored}, {"kept", report->kept}};
    FactList list;
    list.add("removed", std::to_string(report->removed));
    list.add("archived", std::to_string(report->archived) + " (sold or moved since)");
    list.add("restored", std::to_string(report->restored));
    list.add("kept", std::to_string(report->kept) + " (changed again since)");
    outcome.text = list.text();
    return outcome;
}

} // namespace

void addImportCommands(CLI::App& app, Frame& frame)
{
    auto* group = addGroup(app, "import", "Bring in products or sales, or take an import back");

    auto* products = group->add_subcommand("products", "Products from a CSV file");
    const auto productsOptions = std::make_shared<ProductsOptions>();
    addText(*products, "FILE", productsOptions->file, "The list")->required();
    addText(*products, "--preset", productsOptions->preset, "The program the list comes from")
        ->check(CLI::IsMember(
            {"auto", "square", "shopify", "loyverse", "lightspeed", "woocommerce", "odoo", "generic"}));
    addTexts(*products, "--map", productsOptions->columns, "FIELD=COLUMN; may be repeated");
    products->add_flag("--dry-run", productsOptions->dryRun, "Report only, change nothing");
    products->add_flag("--strict", productsOptions->strict, "Import nothing when a row has a problem");
    onCommand(products, frame, productsOptions, importProducts);

    auto* sales = group->add_subcommand("sales", "Tickets of another system, at their own times");
    const auto salesOptions = std::make_shared<SalesOptions>();
    addText(*sales, "FILE", salesOptions->file, "The tickets, one line of goods per row")->required();
    addTexts(*sales, "--map", salesOptions->columns, "date=COLUMN,ticket=COLUMN,...");
    sales->add_flag(
        "--create-products", salesOptions->createProducts, "Make products the shop does not know");
    addText(*sales, "--tax-rate", salesOptions->taxRate, "Of the products made, in percent");
    onCommand(sales, frame, salesOptions, importSales);

    const auto undoOptions = std::make_shared<UndoOptions>();
    onCommand(group->add_subcommand("list", "The imports of this shop"), frame, undoOptions, listImports);
    auto* undo = group->add_subcommand("undo", "Take an import of products back");
    addText(*undo, "ID", undoOptions->id, "Its number, from import list")->required();
    onCommand(undo, frame, undoOptions, undoImport);
}

} // namespace till
