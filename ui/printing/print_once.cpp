#include "ui/printing/print_once.h"

#include "paper/escpos.h"
#include "services/print_service.h"
#include "services/setting_service.h"
#include "services/shop.h"
#include "ui/app/background.h"

namespace till {

void printOnce(
    QObject* owner, Shop& shop, const PaperDocument& paper, const std::function<void(const Result<>&)>& done)
{
    const auto setup = printerSetup(shop.settings());
    if (!setup || setup->address.kind == PrinterAddress::Kind::Folder)
        return done(Error{ErrorCode::PrinterNotSet});
    const auto job = toEscPos(layOut(paper, setup->profile.columns), setup->profile);
    runInBackground<bool>(
        owner,
        [address = setup->address, job]() -> Result<bool> {
            if (auto sent = sendToPrinter(address, job); !sent) return sent.error();
            return true;
        },
        [done](const Result<bool>& sent) { sent ? done({}) : done(sent.error()); });
}

} // namespace till
