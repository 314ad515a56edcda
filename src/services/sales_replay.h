#pragma once

#include "exchange/sales_file.h"
#include "services/checkout_service.h"
#include "services/sales_import_service.h"
#include "services/sold_items.h"
#include "storage/import_repository.h"
#include "storage/sale_repository.h"
#include "storage/sales_staging.h"

#include <span>
#include <unordered_map>

namespace till {

class Session;

/// One replay of another system's sales: reads the file once into a temporary table, then sells ticket by
/// ticket, day by day. In memory it keeps a name and a time per ticket and a name and a price per article.
class SalesReplay {
public:
    SalesReplay(Session& session, const Actor& actor, const SalesImportOptions& options);
    Result<SalesImportReport> run(); ///< once; errors as SalesImportService::run()

private:
    struct Ticket {
        std::string name;
        Moment at;
        TenderTypeId tender;
        std::string unknownTender; ///< as written, when the shop has no such way to pay
    };

    Result<> findTill();
    Result<> stage(SalesFile& file);
    Result<> stageRow(const TicketLine& row);
    Moment momentOf(const WrittenTime& at) const;
    std::size_t ticketOf(const std::string& name, const TicketLine& row);
    std::optional<std::size_t> knownTicket(const std::string& name, const Moment& at) const;
    std::vector<std::size_t> inOrder() const;
    Result<> replay(const std::vector<std::size_t>& order);
    void replayDay(std::span<const std::size_t> tickets);
    void replayTicket(const Ticket& ticket, std::int64_t number, const Shift& shift);
    bool isThere(const Ticket& ticket, std::int64_t number);
    std::vector<StagedLine> sellable(const Ticket& ticket, std::vector<StagedLine> lines);
    std::vector<StagedLine> withoutRefused(std::vector<StagedLine> lines);
    Result<FinishedSale> sell(const Ticket& ticket, const Shift& shift, const std::vector<StagedLine>& lines);
    void record(BusinessDay day);
    void conclude(const std::string& hash);
    void report(std::int64_t line, Error error);
    Error cancelled() const;
    bool goOn(std::uint64_t done, std::uint64_t of, int from, int to);

    Session& m_session;
    Actor m_actor; ///< at the till of the import
    const SalesImportOptions& m_options;
    SalesStaging m_staging;
    SaleRepository m_sales;
    ImportRepository m_imports;
    SoldItems m_items;
    std::vector<Ticket> m_tickets;
    std::unordered_map<std::string, std::size_t> m_ticketNumbers; ///< by number and business day
    SalesImportReport m_report;
    ImportRunRow m_run;
    Uid m_runUid;
    int m_percent = -1;
};

} // namespace till
