#include "ui/kit/style_sheet.h"

#include <QHash>

namespace till {

using namespace Qt::StringLiterals;

namespace {

// Colours of labels come from the palette, so that a label can take another one: no rule for QWidget here.
constexpr auto kTemplate = R"(
QLineEdit, QComboBox, QSpinBox, QDateEdit, QTimeEdit, QPlainTextEdit {
    background: @surface@; border: 1px solid @input@; border-radius: @radius@;
    padding: 0 @pad@; min-height: @controlInner@; selection-background-color: @primary@;
    selection-color: @onPrimary@; }
QLineEdit:focus, QComboBox:focus, QSpinBox:focus, QDateEdit:focus, QTimeEdit:focus, QPlainTextEdit:focus {
    border: 2px solid @primary@; padding: 0 @padFocus@; min-height: @controlInnerFocus@; }
QLineEdit[compact="true"] { min-height: @compactInner@; }
QLineEdit[compact="true"]:focus { min-height: @compactInnerFocus@; }
QLineEdit:disabled, QComboBox:disabled, QSpinBox:disabled {
    background: @surface2@; color: @disabledText@; border-color: @hair@; }
QLineEdit[bare="true"], QLineEdit[bare="true"]:focus {
    border: none; background: transparent; padding: 0; min-height: 0; }
QComboBox::drop-down { border: none; width: @arrowWidth@; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView {
    background: @surface@; color: @text@; border: 1px solid @hair@; outline: none;
    selection-background-color: @sel@; selection-color: @text@; }
QMenu { background: @surface@; color: @text@; border: 1px solid @hair@; padding: 4px; }
QMenu::item { padding: @pad@ @padWide@; border-radius: @radiusSmall@; }
QMenu::item:selected { background: @sel@; }
QMenu::item:disabled { color: @disabledText@; }
QToolTip { background: @text@; color: @surface@; border: none; padding: 4px @pad@; }
QTableView, QListView, QTreeView { background: @surface@; border: none; outline: none; }
QHeaderView { background: @surface@; border: none; }
QHeaderView::section {
    background: @surface@; color: @text2@; border: none; border-bottom: 1px solid @hair@;
    padding: 0 @padCell@; }
QTableView[bare="true"], QTableView[bare="true"] QHeaderView, QTableView[bare="true"] QHeaderView::section {
    background: transparent; }
QScrollArea, QScrollArea > QWidget > QWidget#scrolled { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: @scroll@; margin: 0; }
QScrollBar:horizontal { background: transparent; height: @scroll@; margin: 0; }
QScrollBar::handle { background: @input@; border-radius: 3px; margin: 3px; min-height: 32px; min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
)"_L1;

QHash<QString, QString> valuesOf(const Tokens& t)
{
    const Colours& c = t.colours();
    const auto px = [](int size) { return QString::number(size) + u"px"_s; };
    return {
        {u"surface"_s, c.surface.name()},
        {u"surface2"_s, c.surface2.name()},
        {u"text"_s, c.text.name()},
        {u"text2"_s, c.text2.name()},
        {u"disabledText"_s, c.disabledText.name()},
        {u"hair"_s, c.hair.name()},
        {u"input"_s, c.input.name()},
        {u"primary"_s, c.primary.name()},
        {u"onPrimary"_s, c.onPrimary.name()},
        {u"sel"_s, c.sel.name()},
        {u"radius"_s, px(t.px(8))},
        {u"radiusSmall"_s, px(t.px(6))},
        {u"pad"_s, px(t.px(10))},
        {u"padFocus"_s, px(t.px(10) - 1)},
        {u"padWide"_s, px(t.px(16))},
        {u"padCell"_s, px(t.px(8))},
        {u"scroll"_s, px(t.px(12))},
        {u"controlInner"_s, px(t.controlHeight() - 2)},
        {u"controlInnerFocus"_s, px(t.controlHeight() - 4)},
        {u"compactInner"_s, px(t.px(30, 46))},
        {u"compactInnerFocus"_s, px(t.px(28, 44))},
        {u"arrowWidth"_s, px(t.px(32))},
    };
}

} // namespace

QString styleSheetFrom(const Tokens& tokens)
{
    const auto values = valuesOf(tokens);
    QString sheet;
    const QString text = kTemplate;
    qsizetype from = 0;
    while (true) {
        const auto open = text.indexOf(u'@', from);
        if (open < 0) break;
        const auto close = text.indexOf(u'@', open + 1);
        const auto name = text.mid(open + 1, close - open - 1);
        Q_ASSERT(values.contains(name));
        sheet += QStringView{text}.mid(from, open - from);
        sheet += values.value(name);
        from = close + 1;
    }
    return sheet + text.mid(from);
}

} // namespace till
