#include "paper/word_wrap.h"

#include "paper/printable.h"

#include <algorithm>

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

template <typename Use>
void forEachWord(std::string_view text, Use use)
{
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        if (end > 0) use(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

} // namespace

std::vector<std::string> wrapped(std::string_view printableText, int width, int laterWidth)
{
    Wrapper wrapper{width, laterWidth};
    forEachWord(printableText, [&wrapper](std::string_view word) { wrapper.add(word); });
    return wrapper.lines();
}

int widestWord(std::string_view printableText)
{
    int widest = 0;
    forEachWord(
        printableText, [&widest](std::string_view word) { widest = std::max(widest, displayWidth(word)); });
    return widest;
}

} // namespace till
