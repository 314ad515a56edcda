#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QImage>
#include <QString>

namespace till {

// Pictures from outside: a phone, a supplier's site, whatever lies on a stick. Nothing is decoded before its
// size is known to be bearable. PNG, JPEG, WebP, BMP and GIF by their content, whatever they are called; no
// format that is a program or refers to other files.

inline constexpr qint64 kMostPictureFileBytes = 25'000'000;
inline constexpr int kMostPicturePixels = 60'000'000;

/// A file as a small PNG without what else a camera wrote into it: upright, at most `side` pixels a side.
/// FileNotFound, FileNotReadable, PictureNotReadable, PictureTooLarge.
Result<QByteArray> smallPicture(const QString& file, int side);

/// What the shop file keeps, decoded; a null image when it is none. May run on any thread.
QImage decodedPicture(const QByteArray& png, int side);

} // namespace till
