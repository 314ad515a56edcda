#include "domain/catalog/barcode.h"

#include "base/text.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

// Whatever a scanner sends is classified, and what is accepted keeps its promises.

namespace {

void require(bool promise)
{
    if (!promise) std::abort();
}

const till::EmbeddedCodeRules& shopRules()
{
    static const auto rules = [] {
        const till::EmbeddedCodeFormat formats[] = {
            {"21IIIIIWWWWWC"}, {"23IIIIIKPPPPC"}, {"2IIIIIQQQQQC"}, {"99IIVV"}};
        return till::makeEmbeddedCodeRules(formats, 2).value();
    }();
    return rules;
}

void checkElements(const till::Gs1Elements& elements)
{
    constexpr int kYear = 2025;
    const auto again = till::readElementString(till::toElementString(elements), kYear);
    require(again.hasValue() && *again == elements);
    const auto bracketed = till::readBracketed(till::toBracketed(elements), kYear);
    require(bracketed.hasValue() && *bracketed == elements);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view scan{reinterpret_cast<const char*>(data), size};
    const auto barcode = till::classify(scan, {.embeddedRules = shopRules(), .currentYear = 2025});
    require(barcode.code.empty() || scan.ends_with(barcode.code));
    if (barcode.gtin14) require(till::hasValidCheckDigit(till::gtin14Text(*barcode.gtin14)));
    if (barcode.error) require(till::isUtf8(barcode.error->detail));
    if (!barcode.elements.empty()) checkElements(barcode.elements);
    return 0;
}
