#include "shot.h"
#include "support/places.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QDir>
#include <QPixmap>
#include <QScrollBar>

#include <stdexcept>

namespace till::test {

namespace {

QString named(const QWidget& widget)
{
    return QString::fromLatin1(widget.metaObject()->className()) + u' ' + widget.objectName();
}

} // namespace

void layOut(QWidget& widget, QSize size)
{
    widget.resize(size);
    widget.show();
    QApplication::processEvents();
    QApplication::sendPostedEvents();
    QApplication::processEvents();
}

void shoot(QWidget& widget, QSize size, const QString& name)
{
    layOut(widget, size);
    const auto folder = QString::fromStdString(shotsFolder().string());
    QDir{}.mkpath(folder);
    widget.grab().save(folder + u'/' + name + QStringLiteral(".png"));
}

QWidget& childNamed(QWidget& root, const QString& name)
{
    if (auto* found = root.findChild<QWidget*>(name)) return *found;
    QStringList known;
    const auto all = root.findChildren<QWidget*>();
    for (const auto* widget : all)
        if (!widget->objectName().isEmpty()) known << widget->objectName();
    throw std::runtime_error{
        "no widget called " + name.toStdString() + "; there are: " + known.join(u", ").toStdString()};
}

QStringList nameless(QWidget& root)
{
    QStringList names;
    const auto all = root.findChildren<QWidget*>();
    for (auto* widget : all) {
        if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus || qobject_cast<QScrollBar*>(widget))
            continue;
        if (widget->focusProxy() != nullptr) continue;
        const auto* spoken = QAccessible::queryAccessibleInterface(widget);
        if (spoken == nullptr || spoken->text(QAccessible::Name).trimmed().isEmpty()) names << named(*widget);
    }
    return names;
}

QStringList smallerThan(QWidget& root, int size)
{
    QStringList names;
    const auto all = root.findChildren<QAbstractButton*>();
    for (const auto* button : all)
        if (button->isVisible() && (button->width() < size || button->height() < size))
            names << named(*button) + QStringLiteral(" %1x%2").arg(button->width()).arg(button->height());
    return names;
}

} // namespace till::test
