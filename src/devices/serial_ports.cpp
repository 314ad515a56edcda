#include "devices/serial_ports.h"

#include <algorithm>
#include <array>
#include <filesystem>

namespace till {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> filesIn(const char* folder, std::string_view beginning)
{
    std::vector<std::string> found;
    std::error_code problem; // a folder that is not there holds nothing
    for (const auto& entry : fs::directory_iterator{folder, problem}) {
        if (entry.path().filename().string().starts_with(beginning)) found.push_back(entry.path().string());
    }
    std::ranges::sort(found);
    return found;
}

} // namespace

std::vector<std::string> serialPorts()
{
    auto ports = filesIn("/dev/serial/by-id", "");
    std::error_code problem;
    std::vector<fs::path> named;
    named.reserve(ports.size());
    for (const auto& port : ports) named.push_back(fs::canonical(port, problem));
    for (const auto* beginning : {"ttyUSB", "ttyACM", "rfcomm", "ttyS"}) {
        for (const auto& port : filesIn("/dev", beginning)) {
            if (std::ranges::find(named, fs::path{port}) == named.end()) ports.push_back(port);
        }
    }
    return ports;
}

} // namespace till
