#include "support/places.h"

namespace till::test {

std::filesystem::path program(const std::string& name)
{
    return std::filesystem::path{TILL_BIN_DIR} / name;
}

std::filesystem::path approvedFile(const std::string& name)
{
    return std::filesystem::path{TILL_SOURCE_DIR} / "tests" / "approved" / name;
}

std::filesystem::path sharedFile(const std::string& name)
{
    return std::filesystem::path{TILL_SOURCE_DIR}.parent_path() / "shared" / name;
}

std::filesystem::path shotsFolder()
{
    return std::filesystem::path{TILL_BIN_DIR}.parent_path() / "shots";
}

} // namespace till::test
