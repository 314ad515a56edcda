#include "ui/app/product_picture.h"

#include "services/quick_key_service.h"
#include "ui/kit/file_chooser.h"
#include "ui/kit/picture_file.h"
#include "ui/kit/picture_picker.h"

namespace till {

Result<> keepPicture(Shop& shop, ProductId product, const QString& file)
{
    const auto png = smallPicture(file, QuickKeyService::kMostPictureSide);
    if (!png) return png.error();
    return shop.quickKeys().setPicture(shop.owner(), product,
        {reinterpret_cast<const std::uint8_t*>(png->constData()), static_cast<std::size_t>(png->size())});
}

Result<bool> choosePicture(QWidget* parent, Shop& shop, ProductId product, const QString& name)
{
    PicturePicker picker{name, parent};
    picker.exec();
    Result<> kept;
    switch (picker.choice()) {
    case PicturePicker::Choice::Nothing: return false;
    case PicturePicker::Choice::Icon:
        kept = shop.quickKeys().setIcon(shop.owner(), product, picker.icon().toStdString());
        break;
    case PicturePicker::Choice::None: kept = shop.quickKeys().removePicture(shop.owner(), product); break;
    case PicturePicker::Choice::File: {
        const auto file = chooseFile(parent,
            {FileRequest::Kind::Open, PicturePicker::tr("A picture"),
                PicturePicker::tr("Pictures") + QStringLiteral(" (*.png *.jpg *.jpeg *.webp *.bmp *.gif)")});
        if (!file) return false;
        kept = keepPicture(shop, product, *file);
        break;
    }
    }
    if (!kept) return kept.error();
    return true;
}

} // namespace till
