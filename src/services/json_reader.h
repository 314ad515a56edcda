#pragma once

#include "base/decimal.h"

#include <nlohmann/json.hpp>

#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace till {

/// Reads one object of a JSON document strictly: every key must be known, every value of its type.
/// The first thing wrong is kept in `problem`, which the readers of one document share, and everything read
/// after it is a default. That lets a reader be written as a list of fields, and be checked once at its end.
class JsonReader {
public:
    /// `path` is the object's own ("lines[0]"); empty for the document. Both references outlive the reader.
    JsonReader(const nlohmann::json& object, std::string path, std::optional<Error>& problem);

    /// Refuses keys that are not listed (JsonKeyUnknown).
    void allow(std::initializer_list<std::string_view> keys);
    void allow(const std::vector<std::string_view>& keys);
    bool has(std::string_view key) const;
    /// JsonKeyMissing unless the key is there.
    void require(std::string_view key);

    std::string text(std::string_view key, std::string fallback = {});
    bool flag(std::string_view key, bool fallback);
    int integer(std::string_view key, int lowest, int highest, int fallback);
    /// Which of the words it is; the first is the default.
    std::size_t word(std::string_view key, std::initializer_list<std::string_view> words);
    Money money(std::string_view key, int decimals);
    UnitPrice unitPrice(std::string_view key, int decimals);
    Quantity quantity(std::string_view key, Quantity fallback);
    Rate percent(std::string_view key);

    /// An object inside this one; nothing is read when the key is not there.
    void object(std::string_view key, const std::function<void(JsonReader&)>& read);
    void eachObject(std::string_view key, const std::function<void(JsonReader&)>& read);
    void eachText(
        std::string_view key, const std::function<void(const std::string&, const std::string& path)>& read);

    void refuse(ErrorCode code, std::string_view key);
    void refuseAt(ErrorCode code, std::string detail); ///< with a path that is made already
    std::string pathOf(std::string_view key) const;

private:
    enum class Integers { Accepted, Refused };
    const nlohmann::json* find(std::string_view key) const;
    const nlohmann::json& array(std::string_view key);
    void keep(ErrorCode code, std::string path);
    std::string decimalText(std::string_view key, Integers integers);
    template <typename Number>
    Number checkedNumber(std::string_view key, const Result<Number>& parsed);

    const nlohmann::json& m_object;
    std::string m_path;
    std::optional<Error>& m_problem;
};

} // namespace till
