#include "ui/keys/key_sheet.h"

#include "ui/keys/key_map.h"
#include "ui/kit/key_badge.h"

#include <QCoreApplication>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>
#include <QPrintPreviewDialog>
#include <QPrinter>

#include <algorithm>

namespace till {

using namespace Qt::StringLiterals;

namespace {

void addFixed(KeySection& section, CommandGroup group, const QString& samplePrice)
{
    for (const auto& fixed : fixedKeys(samplePrice)) {
        if (fixed.group != group) continue;
        KeyLine line{fixed.typed, wordsOf(fixed)};
        if (fixed.command != nullptr) {
            const auto key = KeyMap::instance().key(QLatin1String{fixed.command});
            if (key.isEmpty()) continue;
            line.keys << keyText(key);
        }
        section.lines.push_back(std::move(line));
    }
}

/// A price needs its figure: its key alone would only ask for it.
bool isIn(const std::vector<FixedKeys>& fixed, const char* command)
{
    return std::ranges::any_of(fixed, [&](const FixedKeys& one) {
        return one.command != nullptr && QLatin1String{one.command} == QLatin1String{command};
    });
}

KeySection sectionOf(CommandGroup group, const QString& samplePrice)
{
    KeySection section{wordsOf(group), {}};
    addFixed(section, group, samplePrice);
    const auto fixed = fixedKeys(samplePrice);
    for (const auto& command : allCommands()) {
        const auto keys = KeyMap::instance().keys(QLatin1String{command.id});
        const bool shown = group == CommandGroup::Price && isIn(fixed, command.id);
        if (command.group != group || keys.isEmpty() || shown) continue;
        // One line says it for all departments.
        const QLatin1String id{command.id};
        if (id.startsWith("department_"_L1) && id != "department_1"_L1) continue;
        section.lines.push_back({{keyText(keys.front())}, wordsOf(command)});
    }
    return section;
}

/// Draws the sheet on a page of A4 that is `dots` to the inch; black on white, whatever the window looks
/// like.
class SheetPainter {
public:
    SheetPainter(QPainter& painter, const QRect& page, int dots)
        : m_painter{painter}
        , m_page{page}
        , m_dots{dots}
    {
    }

    void paint(const QString& shopName, const std::vector<KeySection>& sections)
    {
        m_painter.setPen(Qt::black);
        setFont(18, QFont::Bold);
        m_painter.drawText(QRect{m_page.left(), m_page.top(), m_page.width(), px(9)}, Qt::AlignLeft,
            QCoreApplication::translate("till::KeySheet", "Keys of the till"));
        setFont(11, QFont::Normal);
        m_painter.drawText(QRect{m_page.left(), m_page.top(), m_page.width(), px(8)},
            Qt::AlignRight | Qt::AlignBottom, shopName);
        int lines = 0;
        for (const auto& section : sections) lines += static_cast<int>(section.lines.size()) + 2;
        const int top = m_page.top() + px(14);
        int column = 0;
        int y = top;
        int used = 0;
        for (const auto& section : sections) {
            if (column == 0 && used > 0 && used + static_cast<int>(section.lines.size()) / 2 > lines / 2) {
                column = 1;
                y = top;
            }
            y = paintSection(section, column, y);
            used += static_cast<int>(section.lines.size()) + 2;
        }
    }

private:
    int px(double millimetres) const { return static_cast<int>(millimetres / 25.4 * m_dots); }
    void setFont(int points, int weight)
    {
        QFont font{u"Noto Sans"_s};
        font.setPixelSize(points * m_dots / 72);
        font.setWeight(static_cast<QFont::Weight>(weight));
        m_painter.setFont(font);
    }

    int paintSection(const KeySection& section, int column, int y)
    {
        const int width = (m_page.width() - px(10)) / 2;
        const int x = m_page.left() + column * (width + px(10));
        setFont(13, QFont::Bold);
        m_painter.drawText(QRect{x, y, width, px(7)}, Qt::AlignLeft | Qt::AlignVCenter, section.title);
        y += px(8);
        for (const auto& line : section.lines) y = paintLine(line, x, width, y);
        return y + px(5);
    }

    int paintLine(const KeyLine& line, int x, int width, int y)
    {
        setFont(9, QFont::DemiBold);
        int keyX = x;
        for (const auto& key : line.keys) {
            const int wide = std::max(px(6), m_painter.fontMetrics().horizontalAdvance(key) + px(3));
            m_painter.drawRoundedRect(QRect{keyX, y, wide, px(5)}, px(1), px(1));
            m_painter.drawText(QRect{keyX, y, wide, px(5)}, Qt::AlignCenter, key);
            keyX += wide + px(1);
        }
        setFont(10, QFont::Normal);
        const int words = x + px(31);
        m_painter.drawText(QRect{words, y, x + width - words, px(5)}, Qt::AlignLeft | Qt::AlignVCenter,
            m_painter.fontMetrics().elidedText(line.words, Qt::ElideRight, x + width - words));
        return y + px(6.6);
    }

    QPainter& m_painter;
    QRect m_page;
    int m_dots;
};

const QPageLayout& paperLayout()
{
    static const QPageLayout layout{
        QPageSize{QPageSize::A4}, QPageLayout::Portrait, QMarginsF{15, 15, 15, 15}, QPageLayout::Millimeter};
    return layout;
}

} // namespace

std::vector<KeySection> keySheet(const QString& samplePrice)
{
    std::vector<KeySection> sections;
    for (const auto group : {CommandGroup::Goods, CommandGroup::Price, CommandGroup::Paying,
             CommandGroup::Sales, CommandGroup::Program})
        sections.push_back(sectionOf(group, samplePrice));
    return sections;
}

bool writeKeySheet(const QString& file, const QString& shopName, const QString& samplePrice)
{
    QPdfWriter pdf{file};
    pdf.setPageLayout(paperLayout());
    pdf.setResolution(300);
    pdf.setTitle(QCoreApplication::translate("till::KeySheet", "Keys of the till"));
    QPainter painter;
    if (!painter.begin(&pdf)) return false;
    SheetPainter{painter, QRect{QPoint{}, paperLayout().paintRectPixels(300).size()}, 300}.paint(
        shopName, keySheet(samplePrice));
    return painter.end();
}

void previewKeySheet(QWidget* parent, const QString& shopName, const QString& samplePrice)
{
    QPrinter printer{QPrinter::HighResolution};
    printer.setPageLayout(paperLayout());
    QPrintPreviewDialog dialog{&printer, parent};
    dialog.setWindowTitle(QCoreApplication::translate("till::KeySheet", "Keys of the till"));
    QObject::connect(&dialog, &QPrintPreviewDialog::paintRequested, [&](QPrinter* paper) {
        QPainter painter{paper};
        const auto size = paper->pageLayout().paintRectPixels(paper->resolution()).size();
        SheetPainter{painter, QRect{QPoint{}, size}, paper->resolution()}.paint(
            shopName, keySheet(samplePrice));
    });
    dialog.exec();
}

} // namespace till
