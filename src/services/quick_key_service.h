#pragma once

#include "base/clock.h"
#include "base/event.h"
#include "base/result.h"
#include "domain/catalog/quick_keys.h"
#include "services/actor.h"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace till {

class Session;

/// What a product's key shows beside its name.
struct ProductPicture {
    ProductId product;
    std::string icon;    ///< the name of one of the program's own; empty: a PNG, see picturePng()
    Timestamp changedAt; ///< another one means another picture
};

/// A key nobody has put there yet, and why it could be one.
struct QuickKeyProposal {
    ProductId product;
    std::int64_t lines = 0;  ///< sold on the days looked at, around this hour
    bool hasBarcode = false; ///< a scanner finds it anyway: proposed after those without
};

/// The buttons of the Sell page: pages that a person arranges, pictures of products, and what could be on a
/// page. Nothing here moves a key by itself. Commands need layout.edit.
class QuickKeyService {
public:
    static constexpr std::size_t kMostPictureBytes = 300'000;
    static constexpr int kMostPictureSide = 256;

    explicit QuickKeyService(Session& session);

    QuickKeyLayout pages() const; ///< keys of archived products are left out

    /// An empty page behind the others. The name's errors; NumberOutOfRange when there are kQuickKeyPages.
    Result<QuickKeyPageId> addPage(const Actor& actor, std::string_view name);
    /// A page with these products on its first places.
    Result<QuickKeyPageId> addPageOf(
        const Actor& actor, std::string_view name, std::span<const ProductId> products);
    // QuickKeyPageNotFound of each that names a page; NumberOutOfRange of a place that is none, and of a page
    // that is full.
    Result<> renamePage(const Actor& actor, QuickKeyPageId page, std::string_view name);
    Result<> movePage(const Actor& actor, QuickKeyPageId page, int index); ///< 0 is the first tab
    Result<> archivePage(const Actor& actor, QuickKeyPageId page);
    /// On a place, or on the first free one: which it is comes back. ProductNotFound.
    Result<int> put(
        const Actor& actor, QuickKeyPageId page, ProductId product, std::optional<int> place = {});
    Result<> move(const Actor& actor, QuickKeyPageId page, int from, int to); ///< see moveKey()
    /// To another page, on its first free place when none is given.
    Result<> moveToPage(const Actor& actor, QuickKeyPageId page, int from, QuickKeyPageId other,
        std::optional<int> place = {});
    Result<> remove(const Actor& actor, QuickKeyPageId page, int place);
    Result<> setColour(const Actor& actor, QuickKeyPageId page, int place, std::optional<int> colour);
    /// Everything as it was: pages made since are put away, those put away come back.
    Result<> restore(const Actor& actor, const QuickKeyLayout& layout);

    std::vector<ProductPicture> pictures(
        std::span<const ProductId> products) const;                ///< of those that have one
    std::vector<std::uint8_t> picturePng(ProductId product) const; ///< empty: it has none, or an icon
    /// A PNG of at most kMostPictureSide pixels a side and kMostPictureBytes. PictureNotReadable,
    /// PictureTooLarge, ProductNotFound.
    Result<> setPicture(const Actor& actor, ProductId product, std::span<const std::uint8_t> png);
    Result<> setIcon(const Actor& actor, ProductId product, std::string_view icon); ///< PictureNotReadable
    Result<> removePicture(const Actor& actor, ProductId product);

    /// What sells around this hour on this day of the week: without a barcode first, then what sells most.
    /// From eight weeks, and where these say too little from the last fortnight. It only reads.
    std::vector<QuickKeyProposal> proposals(int limit) const;

    Event<> changed; ///< pages, keys or pictures: read again what you show

private:
    Result<> edit(
        const Actor& actor, nlohmann::json payload, const std::function<Result<>(QuickKeyLayout&)>& change);
    Result<> editPage(const Actor& actor, QuickKeyPageId page, nlohmann::json payload,
        const std::function<Result<>(QuickKeyPage&)>& change);
    Result<> changePicture(
        const Actor& actor, ProductId product, std::string_view what, const std::function<void()>& write);

    Session& m_session;
};

} // namespace till
