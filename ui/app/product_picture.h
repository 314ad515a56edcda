#pragma once

#include "base/ids.h"
#include "base/result.h"
#include "services/shop.h"

#include <QString>

class QWidget;

namespace till {

/// Asks for a picture of the product and keeps what was chosen. False: they changed their mind. The errors of
/// smallPicture() and of QuickKeyService::setPicture().
Result<bool> choosePicture(QWidget* parent, Shop& shop, ProductId product, const QString& name);

/// The picture in a file becomes the product's.
Result<> keepPicture(Shop& shop, ProductId product, const QString& file);

} // namespace till
