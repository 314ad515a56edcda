#include "paper/text_layout.h"

#include "paper/printable.h"
#include "paper/word_wrap.h"

#include <algorithm>
#include <cassert>

namespace till {

namespace {

constexpr int kTableGap = 2;
constexpr int kNarrowestCell = 6;

/// Columns of the paper that text of this style covers, and how many characters so many columns hold.
int covered(int width, TextStyle style)
{
    return style == TextStyle::Large ? (width * 3 + 1) / 2 : width;
}
int held(int columns, TextStyle style)
{
    return style == TextStyle::Large ? columns * 2 / 3 : columns;
}

class Layouter {
public:
    explicit Layouter(int columns) { m_layout.columns = columns; }

    void operator()(const PaperText& block)
    {
        const auto text = printable(block.text);
        const auto indent = usable(block.indent);
        const auto later = usable(block.indent + block.hanging);
        auto style = block.style;
        if (style == TextStyle::Large && widestWord(text) > held(columns() - later, style))
            style = TextStyle::Bold;
        const auto lines = wrapped(text, held(columns() - indent, style), held(columns() - later, style));
        for (const auto& line : lines) {
            const auto left = &line == &lines.front() ? indent : later;
            addLine(style, {{left, columns() - left, block.align, line}});
        }
    }

    void operator()(const PaperRow& row)
    {
        const auto right = printable(row.right);
        const auto needed = covered(displayWidth(right), row.style);
        if (needed > columns() && row.style == TextStyle::Large) return (*this)(inBold(row));
        if (needed > columns()) return addTooWide(row);

        const auto first = m_layout.blocks.size();
        (*this)(PaperText{row.left, TextAlign::Left, row.style, row.indent, row.hanging});
        if (right.empty()) return;
        const PaperSpan amount{columns() - needed, needed, TextAlign::Right, right};
        if (m_layout.blocks.size() == first) return addLine(row.style, {amount});
        auto& last = std::get<PaperLine>(m_layout.blocks.back());
        auto& words = last.spans.front();
        const auto end = words.column + covered(displayWidth(words.text), row.style);
        if (end + 1 > amount.column) return addLine(row.style, {amount});
        words.width = amount.column - 1 - words.column;
        last.spans.push_back(amount);
    }

    void operator()(const PaperTable& table)
    {
        const auto widths = cellWidths(table);
        if (widths.empty()) return addStacked(table);
        std::vector<std::string> headings;
        headings.reserve(table.columns.size());
        for (const auto& column : table.columns) headings.push_back(printable(column.heading));
        addCells(table, widths, headings);
        for (const auto& row : table.rows) addCells(table, widths, row);
    }

    void operator()(const PaperRule& rule) { m_layout.blocks.emplace_back(rule); }
    void operator()(const PaperBlank& blank) { m_layout.blocks.emplace_back(blank); }
    void operator()(const PaperImage& image) { m_layout.blocks.emplace_back(image); }
    void operator()(const PaperBarcode& barcode)
    {
        auto safe = barcode;
        safe.caption = printable(barcode.caption);
        m_layout.blocks.emplace_back(std::move(safe));
    }

    PaperLayout layout() { return std::move(m_layout); }

private:
    int columns() const { return m_layout.columns; }
    /// An indent that leaves half of the paper to the words.
    int usable(int indent) const { return std::clamp(indent, 0, columns() / 2); }

    void addLine(TextStyle style, std::vector<PaperSpan> spans)
    {
        m_layout.blocks.emplace_back(PaperLine{std::move(spans), style});
    }

    static PaperRow inBold(PaperRow row)
    {
        row.style = TextStyle::Bold;
        return row;
    }

    /// An amount that no line of this paper holds: on lines of its own, every digit of it.
    void addTooWide(const PaperRow& row)
    {
        (*this)(PaperText{row.left, TextAlign::Left, row.style, row.indent, row.hanging});
        (*this)(PaperText{row.right, TextAlign::Right, row.style});
    }

    /// Empty when the table does not fit.
    std::vector<int> cellWidths(const PaperTable& table) const
    {
        std::vector<int> widths;
        int sum = 0;
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            int width = i == 0 ? 0 : kNarrowestCell;
            width = std::max(width, displayWidth(printable(table.columns[i].heading)));
            for (const auto& row : table.rows) width = std::max(width, displayWidth(printable(row[i])));
            widths.push_back(width);
            sum += i == 0 ? width : width + kTableGap;
        }
        if (widths.empty() || sum > columns()) return {};
        widths.front() += columns() - sum;
        return widths;
    }

    void addCells(
        const PaperTable& table, const std::vector<int>& widths, const std::vector<std::string>& cells)
    {
        assert(cells.size() == table.columns.size());
        std::vector<PaperSpan> spans;
        int column = 0;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            auto text = printable(cells[i]);
            if (!text.empty()) spans.push_back({column, widths[i], table.columns[i].align, std::move(text)});
            column += widths[i] + kTableGap;
        }
        if (!spans.empty()) addLine(TextStyle::Normal, std::move(spans));
    }

    void addStacked(const PaperTable& table)
    {
        for (const auto& row : table.rows) {
            for (std::size_t i = 0; i < row.size(); ++i) {
                (*this)(PaperRow{table.columns[i].heading, row[i], TextStyle::Normal, i == 0 ? 0 : 2});
            }
        }
    }

    PaperLayout m_layout;
};

} // namespace

PaperLayout layOut(const PaperDocument& document, int columns)
{
    assert(columns >= kNarrowestPaper);
    Layouter layouter{columns};
    for (const auto& block : document) std::visit(layouter, block);
    return layouter.layout();
}

} // namespace till
