#pragma once

#include <QPixmap>
#include <QWidget>

namespace till {

/// The tile that follows the finger while it is dragged.
class TileGhost : public QWidget {
    Q_OBJECT

public:
    explicit TileGhost(QWidget* parent)
        : QWidget{parent}
    {
        setObjectName(QStringLiteral("tileGhost"));
        setAttribute(Qt::WA_TransparentForMouseEvents);
        hide();
    }
    void lift(const QPixmap& picture)
    {
        m_picture = picture;
        resize(picture.deviceIndependentSize().toSize());
        raise();
        show();
    }
    void centreOn(const QPoint& place) { move(place - rect().center()); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QPixmap m_picture;
};

} // namespace till
