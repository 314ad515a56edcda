#include "services/json_reader.h"

#include <algorithm>

namespace till {

using nlohmann::json;

JsonReader::JsonReader(const json& object, std::string path, std::optional<Error>& problem)
    : m_object{object}
    , m_path{std::move(path)}
    , m_problem{problem}
{
    if (!m_object.is_object()) keep(ErrorCode::JsonValueInvalid, m_path);
}

void JsonReader::allow(std::initializer_list<std::string_view> keys)
{
    allow(std::vector<std::string_view>{keys});
}

void JsonReader::allow(const std::vector<std::string_view>& keys)
{
    if (!m_object.is_object()) return;
    for (const auto& item : m_object.items()) {
        if (std::find(keys.begin(), keys.end(), item.key()) == keys.end()) {
            refuse(ErrorCode::JsonKeyUnknown, item.key());
        }
    }
}

bool JsonReader::has(std::string_view key) const
{
    return find(key) != nullptr;
}

void JsonReader::require(std::string_view key)
{
    if (!has(key)) refuse(ErrorCode::JsonKeyMissing, key);
}

std::string JsonReader::text(std::string_view key, std::string fallback)
{
    const auto* value = find(key);
    if (!value) return fallback;
    if (value->is_string()) return value->get<std::string>();
    refuse(ErrorCode::JsonValueInvalid, key);
    return fallback;
}

bool JsonReader::flag(std::string_view key, bool fallback)
{
    const auto* value = find(key);
    if (!value) return fallback;
    if (value->is_boolean()) return value->get<bool>();
    refuse(ErrorCode::JsonValueInvalid, key);
    return fallback;
}

int JsonReader::integer(std::string_view key, int lowest, int highest, int fallback)
{
    const auto* value = find(key);
    if (!value) return fallback;
    for (int candidate = lowest; candidate <= highest; ++candidate) {
        if (value->is_number_integer() && *value == candidate) return candidate;
    }
    refuse(ErrorCode::JsonValueInvalid, key);
    return fallback;
}

std::size_t JsonReader::word(std::string_view key, std::initializer_list<std::string_view> words)
{
    const auto chosen = text(key, std::string{*words.begin()});
    const auto at = std::find(words.begin(), words.end(), chosen);
    if (at != words.end()) return static_cast<std::size_t>(at - words.begin());
    refuse(ErrorCode::JsonValueInvalid, key);
    return 0;
}

template <typename Number>
Number JsonReader::checkedNumber(std::string_view key, const Result<Number>& parsed)
{
    if (parsed) return *parsed;
    const bool tooLarge = parsed.error().code == ErrorCode::NumberOutOfRange;
    refuse(tooLarge ? ErrorCode::NumberOutOfRange : ErrorCode::JsonValueInvalid, key);
    return Number{};
}

Money JsonReader::money(std::string_view key, int decimals)
{
    return has(key) ? checkedNumber(key, parseMoney(decimalText(key, Integers::Refused), decimals)) : Money{};
}

UnitPrice JsonReader::unitPrice(std::string_view key, int decimals)
{
    return has(key) ? checkedNumber(key, parseUnitPrice(decimalText(key, Integers::Refused), decimals))
                    : UnitPrice{};
}

Quantity JsonReader::quantity(std::string_view key, Quantity fallback)
{
    return has(key) ? checkedNumber(key, parseQuantity(decimalText(key, Integers::Accepted))) : fallback;
}

Rate JsonReader::percent(std::string_view key)
{
    return has(key) ? checkedNumber(key, parsePercent(decimalText(key, Integers::Accepted))) : Rate{};
}

void JsonReader::object(std::string_view key, const std::function<void(JsonReader&)>& read)
{
    const auto* value = find(key);
    if (!value || m_problem) return;
    JsonReader reader{*value, pathOf(key), m_problem};
    if (!m_problem) read(reader);
}

void JsonReader::eachObject(std::string_view key, const std::function<void(JsonReader&)>& read)
{
    std::size_t position = 0;
    for (const auto& item : array(key)) {
        JsonReader reader{item, pathOf(key) + "[" + std::to_string(position++) + "]", m_problem};
        if (m_problem) return;
        read(reader);
    }
}

void JsonReader::eachText(
    std::string_view key, const std::function<void(const std::string&, const std::string& path)>& read)
{
    std::size_t position = 0;
    for (const auto& item : array(key)) {
        const auto path = pathOf(key) + "[" + std::to_string(position++) + "]";
        if (!item.is_string()) keep(ErrorCode::JsonValueInvalid, path);
        if (m_problem) return;
        read(item.get_ref<const std::string&>(), path);
    }
}

void JsonReader::refuse(ErrorCode code, std::string_view key)
{
    keep(code, pathOf(key));
}

void JsonReader::refuseAt(ErrorCode code, std::string detail)
{
    keep(code, std::move(detail));
}

std::string JsonReader::pathOf(std::string_view key) const
{
    return (m_path.empty() ? "" : m_path + ".") + std::string{key};
}

const json* JsonReader::find(std::string_view key) const
{
    if (!m_object.is_object()) return nullptr;
    const auto found = m_object.find(key);
    return found == m_object.end() ? nullptr : &*found;
}

const json& JsonReader::array(std::string_view key)
{
    static const json kNone = json::array();
    const auto* value = find(key);
    if (!value) return kNone;
    if (value->is_array()) return *value;
    refuse(ErrorCode::JsonValueInvalid, key);
    return kNone;
}

void JsonReader::keep(ErrorCode code, std::string path)
{
    if (!m_problem) m_problem = Error{code, std::move(path)};
}

/// Nothing that is not a number: the caller's parser then refuses it with the key's path.
std::string JsonReader::decimalText(std::string_view key, Integers integers)
{
    const auto* value = find(key);
    if (value->is_string()) return value->get<std::string>();
    if (integers == Integers::Accepted && value->is_number_integer()) return value->dump();
    return {};
}

} // namespace till
