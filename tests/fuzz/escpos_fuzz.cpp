#include "paper/escpos.h"
#include "paper/virtual_printer.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

// Whatever bytes reach the test printer, it stays whole; whatever text reaches a paper, the real one does.

namespace {

void require(bool promise)
{
    if (!promise) std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes{reinterpret_cast<const char*>(data), size};
    const auto& profile = *till::printerProfile("generic-58");
    till::VirtualPrinter whole{profile};
    whole.take(bytes);
    whole.finish();
    till::VirtualPrinter halves{profile};
    halves.take(bytes.substr(0, size / 2));
    halves.take(bytes.substr(size / 2));
    halves.finish();
    require(whole.transcript() == halves.transcript());

    const till::PaperDocument paper{till::PaperText{std::string{bytes.substr(0, 300)}}};
    till::VirtualPrinter printer{profile};
    printer.take(till::toEscPos(till::layOut(paper, profile.columns), profile));
    printer.finish();
    require(printer.errors().empty() && printer.kicks() == 0 && printer.cuts() == 0);
    return 0;
}
