#include "ui/kit/picture_file.h"

#include <QBuffer>
#include <QFile>
#include <QFileInfo>
#include <QImageReader>
#include <QPainter>

namespace till {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostMegabytes = 300; ///< of memory for one picture while it is decoded

Result<QImage> decoded(QIODevice& device, int side)
{
    QImageReader reader{&device};
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    static const QList<QByteArray> kFormats{"png", "jpeg", "jpg", "webp", "bmp", "gif"};
    if (!reader.canRead() || !kFormats.contains(reader.format())) return Error{ErrorCode::PictureNotReadable};
    const QSize size = reader.size();
    if (!size.isValid() || size.isEmpty()) return Error{ErrorCode::PictureNotReadable};
    if (qint64{size.width()} * size.height() > kMostPicturePixels) return Error{ErrorCode::PictureTooLarge};
    if (size.width() > side || size.height() > side)
        reader.setScaledSize(size.scaled(side, side, Qt::KeepAspectRatio).expandedTo({1, 1}));
    const QImage image = reader.read();
    if (image.isNull()) return Error{ErrorCode::PictureNotReadable};
    return image;
}

/// The pixels and nothing else: no place, no camera, no text.
QImage pixelsOf(const QImage& image)
{
    QImage bare{image.size(), QImage::Format_ARGB32};
    bare.fill(Qt::transparent);
    QPainter painter{&bare};
    painter.drawImage(0, 0, image);
    return bare;
}

} // namespace

Result<QByteArray> smallPicture(const QString& file, int side)
{
    QImageReader::setAllocationLimit(kMostMegabytes);
    const QFileInfo info{file};
    if (!info.exists()) return Error{ErrorCode::FileNotFound, file.toStdString()};
    if (!info.isFile()) return Error{ErrorCode::PictureNotReadable};
    if (info.size() > kMostPictureFileBytes) return Error{ErrorCode::PictureTooLarge};
    QFile device{file};
    if (!device.open(QIODevice::ReadOnly)) return Error{ErrorCode::FileNotReadable, file.toStdString()};
    const auto image = decoded(device, side);
    if (!image) return image.error();
    QByteArray png;
    QBuffer buffer{&png};
    buffer.open(QIODevice::WriteOnly);
    if (!pixelsOf(*image).save(&buffer, "PNG")) return Error{ErrorCode::PictureNotReadable};
    return png;
}

QImage decodedPicture(const QByteArray& png, int side)
{
    QByteArray bytes = png;
    QBuffer buffer{&bytes};
    buffer.open(QIODevice::ReadOnly);
    const auto image = decoded(buffer, side);
    return image ? image->convertToFormat(QImage::Format_ARGB32_Premultiplied) : QImage{};
}

} // namespace till
