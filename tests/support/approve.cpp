#include "support/approve.h"
#include "support/places.h"

#include <catch2/catch.hpp>

#include <cstdio>
#include <fstream>
#include <sstream>

namespace till::test {

void approve(const std::string& name, const std::string& text)
{
    const auto path = approvedFile(name).string();
    std::ifstream file{path};
    std::ostringstream approved;
    approved << file.rdbuf();
    if (approved.str() == text) {
        std::remove((path + ".received").c_str());
        return;
    }
    std::ofstream{path + ".received"} << text;
    INFO("read and, if right, rename: " << path << ".received");
    CHECK(text == approved.str());
}

} // namespace till::test
