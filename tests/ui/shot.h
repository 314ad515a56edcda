#pragma once

#include <QString>
#include <QWidget>

namespace till::test {

/// Shows `widget` at `size`, lets it lay itself out, and keeps its picture as build/<preset>/shots/<name>.png
/// for people to look at. Pictures are never compared.
void shoot(QWidget& widget, QSize size, const QString& name);

/// Shows and lays out without a picture.
void layOut(QWidget& widget, QSize size);

/// The child called `name`; fails the test with the names that exist when there is none.
QWidget& childNamed(QWidget& root, const QString& name);
template <typename T>
T& child(QWidget& root, const char* name)
{
    auto* found = qobject_cast<T*>(&childNamed(root, QString::fromLatin1(name)));
    if (found == nullptr) throw std::runtime_error{std::string{name} + " is of another class"};
    return *found;
}

/// Names (class and object name) of the shown controls that can take the focus but tell a screen reader
/// nothing.
QStringList nameless(QWidget& root);
/// Names of the shown buttons that are smaller than `size` in a direction.
QStringList smallerThan(QWidget& root, int size);

} // namespace till::test
