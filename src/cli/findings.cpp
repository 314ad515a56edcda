#include "cli/findings.h"

#include "paper/printable.h"

namespace till {

Json findingsJson(const std::vector<Finding>& findings)
{
    auto list = Json::array();
    for (const auto& finding : findings) {
        list.push_back(
            {{"code", finding.code}, {"table", finding.table}, {"row", finding.row}, {"text", finding.text}});
    }
    return list;
}

std::string findingsText(const std::vector<Finding>& findings)
{
    std::string text;
    for (const auto& finding : findings) {
        text +=
            printable(finding.code + "  " + finding.table + " " + finding.row + ": " + finding.text) + "\n";
    }
    return text;
}

} // namespace till
