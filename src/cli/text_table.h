#pragma once

#include <string>
#include <vector>

namespace till {

/// Columns under each other for a terminal. Whatever a cell holds moves no cursor.
class TextTable {
public:
    enum class Align { Left, Right };
    struct Column {
        std::string heading;
        Align align = Align::Left;
    };

    explicit TextTable(std::vector<Column> columns);
    void add(std::vector<std::string> cells); ///< as many as there are columns
    bool isEmpty() const { return m_rows.empty(); }
    std::string text() const; ///< lines, each with its line feed

private:
    std::vector<Column> m_columns;
    std::vector<std::vector<std::string>> m_rows;
};

/// "label  value" lines, the values under each other.
class FactList {
public:
    void add(const std::string& label, const std::string& value);
    void blank();
    std::string text() const;

private:
    std::vector<std::pair<std::string, std::string>> m_facts;
};

} // namespace till
