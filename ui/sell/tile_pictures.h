#pragma once

#include "services/shop.h"
#include "ui/sell/tile_model.h"

#include <QObject>

#include <map>
#include <vector>

namespace till {

/// Pictures of products as tiles show them. Bytes are read once and decoded on another thread: a page is
/// there at once, its pictures follow. Kept until a person changes them.
class TilePictures : public QObject {
    Q_OBJECT

public:
    explicit TilePictures(Shop& shop, QObject* parent = nullptr);

    /// Puts in what is at hand; what has to be decoded first comes with arrived().
    void fill(std::vector<TileRow>& rows);

Q_SIGNALS:
    void arrived(); ///< fill() knows more than before

private:
    struct Known {
        Timestamp changedAt;
        QString icon;
        QImage image;
    };
    using Decoded = std::vector<std::pair<qint64, QImage>>;
    void decode(std::vector<std::pair<qint64, QByteArray>> pictures);

    Shop& m_shop;
    std::map<qint64, Known> m_known;
};

} // namespace till
