#include "paper/word_wrap.h"

#include "paper/printable.h"

namespace till {

namespace {

class Wrapper {
public:
    Wrapper(int width, int laterWidth)
        : m_width{width}
        , m_laterWidth{laterWidth}
    {
    }

    void add(std::string_view word)
    {
        const auto needed = displayWidth(word);
        if (m_used > 0 && m_used + 1 + needed > m_width) endLine();
        if (m_used > 0) put(" ", 1);
        if (needed <= m_width) return put(word, needed);
        for (const auto& glyph : glyphs(word)) {
            if (m_used + glyph.width > m_width) endLine();
            put(glyph.text, glyph.width);
        }
    }

    std::vector<std::string> lines()
    {
        if (!m_line.empty()) endLine();
        return std::move(m_lines);
    }

private:
    void put(std::string_view text, int width)
    {
        m_line += text;
        m_used += width;
    }

    void endLine()
    {
        m_lines.push_back(std::move(m_line));
        m_line.clear();
        m_used = 0;
        m_width = m_laterWidth;
    }

    int m_width;
    int m_laterWidth;
    int m_used = 0;
    std::string m_line;
    std::vector<std::string> m_lines;
};

} // namespace

std::vector<std::string> wrapped(std::string_view printableText, int width, int laterWidth)
{
    Wrapper wrapper{width, laterWidth};
    while (!printableText.empty()) {
        const auto end = std::min(printableText.find(' '), printableText.size());
        if (end > 0) wrapper.add(printableText.substr(0, end));
        printableText.remove_prefix(std::min(end + 1, printableText.size()));
    }
    return wrapper.lines();
}

} // namespace till
