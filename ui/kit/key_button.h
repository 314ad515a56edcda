#pragma once

#include <QKeySequence>
#include <QPushButton>

namespace till {

/// What pressing it means. Danger is a word in red on a quiet button; Link has no box at rest.
enum class ButtonKind { Normal, Primary, Pay, Danger, Quiet, Link, Warn };

/// The button of the program: icon, word, amount, count and the key that does the same, all painted.
/// It shows its key, the window's key map fires it: that map can be edited while the button lives.
/// A click never takes the keyboard focus away (Tab still reaches it), so the next scan or digit lands
/// where it belonged. Long words are elided; the icon goes first when there is no room.
class KeyButton : public QPushButton {
    Q_OBJECT

public:
    enum class Arrangement {
        Row,     ///< all pieces in a centred row
        Spread,  ///< icon and word at the start, key at the end
        Stacked, ///< word above caption, or above its key when there is no caption
    };

    explicit KeyButton(const QString& text = {}, QWidget* parent = nullptr);
    KeyButton(
        const QString& iconName, const QString& text, const QKeySequence& key, QWidget* parent = nullptr);

    void setKind(ButtonKind kind);
    void setIconName(const QString& name);
    void setKey(const QKeySequence& key);
    void setAmount(const QString& amount);   ///< a large figure after the word
    void setCaption(const QString& caption); ///< a small second line; makes it Stacked
    void setCount(int count);                ///< a round figure after the word; 0 hides it
    void setArrangement(Arrangement arrangement);
    void setTextSize(int size, int weight = QFont::DemiBold);
    /// Height at 100 % in standard and in touch density.
    void setHeights(int standard, int touch);
    void setStretchy(); ///< grows with its cell in both directions, as the keys of a pad do
    void setIconShown(bool shown);
    void setIconSizeAt100(int size);
    void setSwatch(int seriesIndex); ///< a department's colour square instead of an icon; 0 for none

    QString amount() const { return m_amount; }
    QString caption() const { return m_caption; }
    QString iconName() const { return m_iconName; }
    QKeySequence key() const { return m_key; }
    int count() const { return m_count; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void keyChanged();

protected:
    void keyPressEvent(QKeyEvent* event) override; ///< Enter presses what has the focus, as Space does
    void paintEvent(QPaintEvent* event) override;

private:
    struct Look;
    struct Piece;
    Look look() const;
    std::vector<Piece> pieces(const Look& look) const;
    int contentWidth() const;
    int padding() const;
    bool showsKey() const;
    void paintRow(QPainter& painter, const Look& look) const;
    void paintStacked(QPainter& painter, const Look& look) const;
    void paintPiece(QPainter& painter, const Piece& piece, const QRect& box, const Look& look) const;
    int standardHeight() const;
    void refresh();

    ButtonKind m_kind = ButtonKind::Normal;
    Arrangement m_arrangement = Arrangement::Row;
    QString m_iconName;
    QString m_amount;
    QString m_caption;
    QKeySequence m_key;
    int m_count = 0;
    int m_swatch = 0;
    int m_textSize = 13;
    int m_textWeight = QFont::DemiBold;
    int m_heightStandard = 44;
    int m_heightTouch = 56;
    int m_iconSize = 18;
    bool m_iconShown = true;
    bool m_stretchy = false;
};

} // namespace till
