#include "ui/sell/tile_pictures.h"

#include "services/quick_key_service.h"
#include "ui/app/background.h"
#include "ui/kit/icons.h"
#include "ui/kit/picture_file.h"

namespace till {

namespace {

constexpr int kSide = 128; ///< 44 px at twice the resolution and 140 %
constexpr std::size_t kMostKept = 600;

} // namespace

TilePictures::TilePictures(Shop& shop, QObject* parent)
    : QObject{parent}
    , m_shop{shop}
{
}

void TilePictures::fill(std::vector<TileRow>& rows)
{
    std::vector<ProductId> products;
    for (const auto& row : rows)
        if (row.productId != 0) products.push_back(ProductId{row.productId});
    auto& service = m_shop.quickKeys();
    if (m_known.size() > kMostKept) m_known.clear();

    std::map<qint64, const Known*> wanted;
    std::vector<std::pair<qint64, QByteArray>> toDecode;
    for (const auto& picture : service.pictures(products)) {
        const auto id = picture.product.value;
        auto& known = m_known[id];
        if (known.changedAt != picture.changedAt) {
            const auto icon = QString::fromStdString(picture.icon);
            known = {picture.changedAt, hasIcon(icon) ? icon : QString{}, {}};
            if (picture.icon.empty()) {
                const auto png = service.picturePng(picture.product);
                toDecode.emplace_back(
                    id, QByteArray{reinterpret_cast<const char*>(png.data()), qsizetype(png.size())});
            }
        }
        wanted[id] = &known;
    }
    for (auto& row : rows) {
        const auto found = wanted.find(row.productId);
        if (found == wanted.end()) continue;
        row.icon = found->second->icon;
        row.picture = found->second->image;
    }
    if (!toDecode.empty()) decode(std::move(toDecode));
}

void TilePictures::decode(std::vector<std::pair<qint64, QByteArray>> pictures)
{
    runInBackground<Decoded>(
        this,
        [pictures = std::move(pictures)]() -> Result<Decoded> {
            Decoded images;
            for (const auto& [id, png] : pictures) images.emplace_back(id, decodedPicture(png, kSide));
            return images;
        },
        [this](Result<Decoded> images) {
            if (!images) return;
            for (auto& [id, image] : *images) m_known[id].image = std::move(image);
            Q_EMIT arrived();
        });
}

} // namespace till
