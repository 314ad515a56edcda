#include "cli/arguments.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <pwd.h>
#include <string_view>
#include <unistd.h>

namespace till {
namespace {

constexpr char kMark = '\x1f';

bool startsWith(const std::string& text, std::string_view begin)
{
    return text.compare(0, begin.size(), begin) == 0;
}

bool looksLikeNumber(const std::string& text)
{
    return text.size() > 1 && text[0] == '-' && (text[1] == '.' || (text[1] >= '0' && text[1] <= '9'));
}

/// The parser would see a number, a list in brackets or a mark of its own in these.
bool needsMark(const std::string& text)
{
    return text.empty() || text == "++" || text == "-" || text.front() == kMark || text.front() == '[' ||
           looksLikeNumber(text);
}

std::string marked(const std::string& text)
{
    return kMark + text;
}

/// May this text be one more value of the option, or is it the next thing on the line?
bool continues(const std::string& option, const std::string& text)
{
    if (text.empty() || text[0] == '-') return false;
    if (option == "--line" || option == "--tender") return true;
    if (option != "--map" && option != "--tax") return false;
    std::error_code ignored;
    return text.find('=') != std::string::npos && !std::filesystem::exists(text, ignored);
}

class Separator {
public:
    explicit Separator(const std::vector<std::string>& arguments)
        : m_arguments{arguments}
    {
    }

    Arguments run()
    {
        for (; m_at < m_arguments.size(); ++m_at) {
            if (m_arguments[m_at] == "--") break;
            if (!takeGlobal(m_arguments[m_at])) takeOther(m_arguments[m_at]);
        }
        for (++m_at; m_at < m_arguments.size(); ++m_at) m_result.rest.push_back(marked(m_arguments[m_at]));
        if (m_result.global.shop.empty()) m_result.global.shop = defaultShopFile();
        return std::move(m_result);
    }

private:
    bool takeGlobal(const std::string& argument)
    {
        if (argument == "--json") {
            m_result.global.json = true;
        } else if (argument == "--quiet") {
            m_result.global.quiet = true;
        } else if (argument == "--shop" && m_at + 1 < m_arguments.size()) {
            takeShop(m_arguments[++m_at]);
        } else if (argument == "--shop") {
            m_result.problem = "--shop needs the name of a file.";
        } else if (startsWith(argument, "--shop=")) {
            takeShop(argument.substr(7));
        } else {
            return false;
        }
        return true;
    }

    void takeShop(const std::string& text)
    {
        if (text.empty()) m_result.problem = "--shop needs the name of a file.";
        m_result.global.shop = text;
    }

    void takeOther(const std::string& argument)
    {
        if (m_valueNext) {
            m_valueNext = false;
        } else if (!m_repeatable.empty() && continues(m_repeatable, argument)) {
            m_result.rest.push_back(m_repeatable);
        } else {
            constexpr std::array<std::string_view, 4> kRepeatable{"--line", "--tender", "--map", "--tax"};
            const auto name = argument.substr(0, argument.find('='));
            const bool repeats = std::find(kRepeatable.begin(), kRepeatable.end(), name) != kRepeatable.end();
            m_repeatable = repeats ? name : std::string{};
            m_valueNext = repeats && name == argument;
        }
        m_result.rest.push_back(needsMark(argument) ? marked(argument) : argument);
    }

    const std::vector<std::string>& m_arguments;
    std::size_t m_at = 0;
    Arguments m_result;
    std::string m_repeatable;
    bool m_valueNext = false;
};

std::filesystem::path homeFolder()
{
    const char* home = std::getenv("HOME");
    if (home && *home) return home;
    const auto* entry = ::getpwuid(::getuid());
    return entry && entry->pw_dir ? entry->pw_dir : "/";
}

} // namespace

Arguments separate(const std::vector<std::string>& arguments)
{
    return Separator{arguments}.run();
}

std::string unmarked(std::string text)
{
    if (!text.empty() && text.front() == kMark) text.erase(0, 1);
    return text;
}

std::filesystem::path defaultShopFile()
{
    const char* data = std::getenv("XDG_DATA_HOME");
    const bool given = data && *data == '/'; // a relative one counts as none, says the standard
    const auto folder = given ? std::filesystem::path{data} : homeFolder() / ".local" / "share";
    return folder / "tillroll" / "shop.db";
}

} // namespace till
