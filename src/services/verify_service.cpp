#include "services/verify_service.h"

#include "services/journal_check.h"
#include "services/session.h"
#include "services/signing_key.h"
#include "storage/day_sum_rebuild.h"
#include "storage/integrity.h"
#include "storage/invariants.h"

namespace till {
namespace {

void add(VerifyReport& report, std::vector<Violation> violations)
{
    for (auto& each : violations) {
        report.findings.push_back(
            {std::move(each.code), std::move(each.table), std::move(each.row), std::move(each.text)});
    }
}

void addCheck(VerifyReport& report, std::string_view name)
{
    if (report.checks.empty() || report.checks.back() != name) report.checks.emplace_back(name);
}

} // namespace

VerifyService::VerifyService(Session& session, std::filesystem::path keyFolder)
    : m_session{session}
    , m_keyFolder{std::move(keyFolder)}
{
}

VerifyReport VerifyService::run(const std::function<bool(int)>& progress) const
{
    VerifyReport report;
    auto& db = m_session.db;
    const auto goesOn = [&](int percent) { return !progress || progress(percent); };

    addCheck(report, "SQLITE");
    const auto integrity = checkIntegrity(db, IntegrityDepth::Full, [&] { return goesOn(0); });
    if (!integrity) return report;
    for (const auto& text : *integrity) report.findings.push_back({"SQLITE", "", "", text});
    if (!integrity->empty()) return report; // nothing read from a broken file can be trusted

    report.checked = rowsChecked(db);
    add(report, changedSchema(db));
    add(report, brokenReferences(db));
    int percent = 30;
    for (const auto& invariant : invariants()) {
        addCheck(report, invariant.code);
        add(report, violationsOf(db, invariant));
        if (!goesOn(percent)) return report;
        if (percent < 60) ++percent;
    }
    addCheck(report, "SUMS");
    for (auto& difference : daySumDifferences(db)) {
        report.findings.push_back({"SUMS", "day_sum", std::move(difference.key), std::move(difference.text)});
    }
    addCheck(report, "JOURNAL");
    if (const auto key = loadSigningKey(m_keyFolder, m_session.facts.uid)) {
        add(report, strangeKeys(db, publicKeyOf(*key)));
    }
    checkJournal(db, report, progress);
    return report;
}

} // namespace till
