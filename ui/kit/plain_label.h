#pragma once

#include <QLabel>

namespace till {

/// Which named colour a text takes.
enum class Ink { Text, Secondary, Primary, Danger, OnWarn, OnOk, OnBad, Disabled };

const QColor& inkColour(Ink ink); ///< in the theme of this moment

/// The only label of the program: what it shows is text, never markup, whoever wrote it.
/// Its font and colour follow the theme. With elision it shortens instead of widening its layout, and
/// the whole text is in the tooltip.
class PlainLabel : public QLabel {
    Q_OBJECT

public:
    explicit PlainLabel(const QString& text = {}, QWidget* parent = nullptr);
    PlainLabel(const QString& text, int size, int weight, Ink ink = Ink::Text, QWidget* parent = nullptr);

    void setLook(int size, int weight, Ink ink = Ink::Text);
    void setInk(Ink ink);
    void setElided(bool elided);
    void setPlainText(const QString& text); ///< as setText(), and keeps the tooltip of an elided label right

    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void adapt();
    int m_size = 14;
    int m_weight = QFont::Normal;
    Ink m_ink = Ink::Text;
    bool m_elided = false;
};

/// A tooltip from data: Qt would take "<b>" in it for markup.
void setPlainToolTip(QWidget& widget, const QString& text);

} // namespace till
