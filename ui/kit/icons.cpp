#include "ui/kit/icons.h"

#include "ui/kit/theme.h"

#include <QFile>
#include <QHash>
#include <QPainter>
#include <QSet>
#include <QSvgRenderer>

static void initIconResources()
{
    Q_INIT_RESOURCE(tillroll); // a static library's resources are dropped by the linker unless asked for
}

namespace till {

using namespace Qt::StringLiterals;

namespace {

QString pathOf(const QString& name)
{
    static const bool ready = (initIconResources(), true);
    Q_UNUSED(ready)
    return u":/icons/"_s + name + u".svg"_s;
}

QByteArray svgOf(const QString& name)
{
    static QHash<QString, QByteArray> sources;
    auto found = sources.constFind(name);
    if (found == sources.constEnd()) {
        QFile file{pathOf(name)};
        const bool opened = file.open(QIODevice::ReadOnly);
        if (!opened) qWarning("no icon is called %s", qPrintable(name)); // the tests fail on it
        found = sources.insert(name,
            opened ? file.readAll().replace("stroke-width=\"2\"", "stroke-width=\"1.8\"") : QByteArray{});
    }
    return *found;
}

bool pointsSomewhere(const QString& name)
{
    static const QSet<QString> names{u"arrow-left"_s, u"chevron-left"_s, u"chevron-right"_s, u"undo-2"_s,
        u"delete"_s, u"corner-down-left"_s, u"truck"_s};
    return names.contains(name);
}

} // namespace

QPixmap iconPixmap(const QString& name, int size, const QColor& colour, qreal devicePixelRatio)
{
    static QHash<QString, QPixmap> drawn;
    const int pixels = qRound(size * devicePixelRatio);
    const QString key = name + u'/' + QString::number(pixels) + colour.name(QColor::HexArgb);
    if (const auto known = drawn.constFind(key); known != drawn.constEnd()) return *known;

    QPixmap pixmap{pixels, pixels};
    pixmap.fill(Qt::transparent);
    const QByteArray source = svgOf(name);
    if (!source.isEmpty()) {
        // QtSvg draws currentColor black, whatever the painter's pen.
        QSvgRenderer renderer{QByteArray{source}.replace("currentColor", colour.name().toLatin1())};
        QPainter painter{&pixmap};
        painter.setRenderHint(QPainter::Antialiasing);
        renderer.render(&painter, QRectF{0, 0, qreal(pixels), qreal(pixels)});
    }
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return *drawn.insert(key, pixmap);
}

void paintIcon(QPainter& painter, const QRect& where, const QString& name, const QColor& colour)
{
    const qreal ratio = painter.device()->devicePixelRatioF();
    const QPixmap pixmap = iconPixmap(name, where.width(), colour, ratio);
    if (painter.layoutDirection() == Qt::RightToLeft && pointsSomewhere(name)) {
        painter.save();
        painter.translate(where.x() * 2 + where.width(), 0);
        painter.scale(-1, 1);
        painter.drawPixmap(where.topLeft(), pixmap);
        painter.restore();
        return;
    }
    painter.drawPixmap(where.topLeft(), pixmap);
}

QIcon themedIcon(const QString& name)
{
    const auto& colours = tokens().colours();
    QIcon icon;
    for (const qreal ratio : {1.0, 2.0}) {
        icon.addPixmap(iconPixmap(name, tokens().px(18), colours.text2, ratio));
        icon.addPixmap(iconPixmap(name, tokens().px(18), colours.disabledText, ratio), QIcon::Disabled);
    }
    return icon;
}

bool hasIcon(const QString& name)
{
    return QFile::exists(pathOf(name));
}

} // namespace till
