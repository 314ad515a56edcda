#include "ui/printing/print_once.h"

#include "paper/escpos.h"
#include "services/print_service.h"
#include "services/setting_service.h"
#include "services/shop.h"

#include <QCoreApplication>
#include <QPointer>

namespace till {

void printOnce(
    QObject* owner, Shop& shop, const PaperDocument& paper, const std::function<void(const Result<>&)>& done)
{
    const auto setup = printerSetup(shop.settings());
    if (!setup || setup->address.kind == PrinterAddress::Kind::Folder)
        return done(Error{ErrorCode::PrinterNotSet});
    const auto job = toEscPos(layOut(paper, setup->profile.columns), setup->profile);
    sendOnce(owner, shop, setup->address, job, done);
}

void sendOnce(QObject* owner, Shop& shop, const PrinterAddress& to, const std::string& job,
    const std::function<void(const Result<>&)>& done)
{
    shop.printing().printLoose(to, job, [owner = QPointer{owner}, done](const Result<>& sent) {
        auto* window = QCoreApplication::instance();
        if (window == nullptr) return; // closed in the middle of it: nobody is left to hear
        QMetaObject::invokeMethod(
            window,
            [owner, done, sent] {
                if (owner) done(sent);
            },
            Qt::QueuedConnection);
    });
}

} // namespace till
