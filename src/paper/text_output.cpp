#include "paper/printable.h"
#include "paper/text_layout.h"
#include "paper/word_wrap.h"

#include <algorithm>

namespace till {

namespace {

class TextWriter {
public:
    explicit TextWriter(int columns)
        : m_columns{columns}
    {
    }

    void operator()(const PaperLine& line)
    {
        std::string text;
        int used = 0;
        for (const auto& span : line.spans) {
            const auto width = displayWidth(span.text);
            const auto free = span.width - width;
            const auto before = span.align == TextAlign::Left    ? 0
                                : span.align == TextAlign::Right ? free
                                                                 : free / 2;
            const auto start = std::max(span.column + before, used);
            text.append(static_cast<std::size_t>(start - used), ' ');
            text += span.text;
            used = start + width;
        }
        end(text);
    }
    void operator()(const PaperRule&) { end(std::string(static_cast<std::size_t>(m_columns), '-')); }
    void operator()(const PaperBlank&) { end({}); }
    void operator()(const PaperImage&) {}
    void operator()(const PaperBarcode& barcode)
    {
        for (const auto& line : wrapped(barcode.caption, m_columns, m_columns)) {
            (*this)(PaperLine{{{0, m_columns, TextAlign::Centre, line}}});
        }
    }

    std::string text() { return std::move(m_text); }

private:
    void end(std::string_view line)
    {
        m_text += line.substr(0, line.find_last_not_of(' ') + 1);
        m_text += '\n';
    }

    int m_columns;
    std::string m_text;
};

} // namespace

std::string toText(const PaperLayout& layout)
{
    TextWriter writer{layout.columns};
    for (const auto& block : layout.blocks) std::visit(writer, block);
    return writer.text();
}

} // namespace till
