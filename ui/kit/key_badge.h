#pragma once

#include <QKeySequence>
#include <QWidget>

namespace till {

/// The words on a key: "Ctrl+Z", "Enter", "Del", "↑". Translated by Qt as the keyboard prints them.
QString keyText(const QKeySequence& key);

/// How a badge sits on what is under it.
struct BadgeLook {
    bool large = false; ///< 12 px on 20 instead of 11 on 18
    QColor ink{}; ///< on a filled button: text and border in this colour, no fill. Unset: the quiet badge
    bool disabled = false;
};

QSize keyBadgeSize(const QString& text, bool large = false);
void paintKeyBadge(QPainter& painter, const QPoint& topLeft, const QString& text, const BadgeLook& look = {});

/// A key beside words, as in "Esc back to tiles". Takes no focus; hidden while the user hides keys.
class KeyBadge : public QWidget {
    Q_OBJECT

public:
    explicit KeyBadge(const QKeySequence& key, QWidget* parent = nullptr);
    explicit KeyBadge(const QString& text, QWidget* parent = nullptr); ///< what is typed: "3", "2,50"

    void setKey(const QKeySequence& key);
    void setText(const QString& text);
    QString text() const { return m_text; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_text;
};

} // namespace till
