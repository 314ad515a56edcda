#include "ui/receipts/receipt_sending.h"

#include "paper/receipt_document.h"
#include "services/receipt_service.h"
#include "ui/app/action_guard.h"
#include "ui/printing/print_once.h"
#include "ui/receipts/mail_handoff.h"
#include "ui/receipts/receipt_paper.h"

namespace till {

ReceiptSending::ReceiptSending(Shop& shop, const Formats& formats, QWidget* parent)
    : QObject{parent}
    , m_window{parent}
    , m_shop{shop}
    , m_formats{formats}
{
}

void ReceiptSending::mail(DocumentId document, const Receipt& receipt)
{
    guarded(m_window, [&] {
        const auto number = QString::fromStdString(receipt.number);
        const auto subject = tr("Receipt %1, %2").arg(number, QString::fromStdString(receipt.shopName));
        const auto pdf = ReceiptPaper{receipt, m_formats}.pdf();
        handToMail(this, number, pdf, subject, [this, document, number](const Result<QString>& path) {
            if (!path) return refused(path.error());
            guarded(m_window, [&] {
                const auto noted = m_shop.receipts().noteMailed(m_shop.owner(), document);
                if (!noted) return refused(noted.error());
                Q_EMIT told(number, tr("Your mail program has it. The PDF lies at %1.").arg(*path));
            });
        });
    });
}

void ReceiptSending::gift(const Receipt& receipt)
{
    guarded(m_window, [&] {
        const auto paper = giftDocument(receipt, paperWords(), paperFormat(m_formats));
        const auto number = QString::fromStdString(receipt.number);
        printOnce(this, m_shop, paper, [this, number](const Result<>& sent) {
            if (sent) return told(number, tr("The gift receipt went to the printer."));
            if (sent.error().code == ErrorCode::PrinterNotSet)
                return told(number, tr("There is no receipt printer: save the gift receipt as PDF."));
            Q_EMIT refused(sent.error());
        });
    });
}

} // namespace till
