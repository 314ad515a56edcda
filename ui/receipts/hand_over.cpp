#include "ui/receipts/hand_over.h"

#include "paper/receipt_document.h"
#include "services/print_service.h"
#include "services/receipt_service.h"
#include "ui/app/action_guard.h"
#include "ui/app/error_text.h"
#include "ui/kit/key_button.h"
#include "ui/kit/note_bar.h"
#include "ui/kit/theme.h"
#include "ui/printing/print_once.h"
#include "ui/receipts/mail_handoff.h"
#include "ui/receipts/receipt_paper.h"

#include <QGridLayout>

namespace till {

using namespace Qt::StringLiterals;

HandOver::HandOver(Shop& shop, const Formats& formats, NoteBar& note, QWidget* parent)
    : QWidget{parent}
    , m_shop{shop}
    , m_formats{formats}
    , m_note{note}
    , m_print{new KeyButton{u"printer"_s, tr("Print again"), QKeySequence{u"Ctrl+P"_s}}}
    , m_mail{new KeyButton{u"mail"_s, tr("E-mail"), QKeySequence{u"Ctrl+E"_s}}}
    , m_gift{new KeyButton{u"gift"_s, tr("Gift receipt"), QKeySequence{u"Ctrl+G"_s}}}
    , m_takeBack{new KeyButton{u"undo-2"_s, tr("Take back"), QKeySequence{u"Ctrl+R"_s}}}
    , m_grid{new QGridLayout{this}}
{
    m_print->setObjectName(u"receiptPrintAgain"_s);
    m_print->setKind(ButtonKind::Primary);
    m_mail->setObjectName(u"receiptMail"_s);
    m_gift->setObjectName(u"receiptGift"_s);
    m_takeBack->setObjectName(u"receiptTakeBack"_s);
    m_grid->setContentsMargins(0, 0, 0, 0);
    for (auto* button : {m_print, m_mail, m_gift, m_takeBack}) button->setAccessibleName(button->text());
    onTheme(this, [this] { adapt(); });
    connect(m_print, &KeyButton::clicked, this, &HandOver::printAgain);
    connect(m_mail, &KeyButton::clicked, this, &HandOver::mail);
    connect(m_gift, &KeyButton::clicked, this, &HandOver::gift);
    connect(m_takeBack, &KeyButton::clicked, this, &HandOver::takeBack);
    clear();
}

void HandOver::adapt()
{
    const Tokens& t = tokens();
    m_grid->setSpacing(t.px(8));
    const int columns = width() < t.px(640) ? 2 : 4;
    if (columns == m_columns) return;
    m_columns = columns;
    int place = 0;
    for (auto* button : {m_print, m_mail, m_gift, m_takeBack}) {
        button->setHeights(columns == 2 ? 44 : 56, columns == 2 ? 56 : 64);
        m_grid->addWidget(button, place / columns, place % columns);
        ++place;
    }
    for (int column = 0; column < 4; ++column) m_grid->setColumnStretch(column, column < columns ? 1 : 0);
}

void HandOver::resizeEvent(QResizeEvent*)
{
    adapt();
}

void HandOver::setReceipt(DocumentId document, const Receipt& receipt)
{
    m_document = document;
    m_receipt = receipt;
    setEnabled(true);
}

void HandOver::clear()
{
    m_receipt.reset();
    setEnabled(false);
}

void HandOver::printAgain()
{
    if (!m_receipt) return;
    guarded(this, [this] {
        const auto job = m_shop.printing().print(m_shop.owner(), m_document);
        if (!job) return refuse(job.error());
        tell(job->copy > 0 ? tr("Copy %1 goes to the printer.").arg(job->copy)
                           : tr("It goes to the printer."));
    });
}

void HandOver::mail()
{
    if (!m_receipt) return;
    guarded(this, [this] {
        const auto number = QString::fromStdString(m_receipt->number);
        const auto subject = tr("Receipt %1, %2").arg(number, QString::fromStdString(m_receipt->shopName));
        const auto pdf = ReceiptPaper{*m_receipt, m_formats}.pdf();
        handToMail(this, number, pdf, subject, [this, document = m_document](const Result<QString>& path) {
            if (!path) return refuse(path.error());
            guarded(this, [&] {
                const auto noted = m_shop.receipts().noteMailed(m_shop.owner(), document);
                if (!noted) return refuse(noted.error());
                tell(tr("Your mail program has it. The PDF lies at %1.").arg(*path));
            });
        });
    });
}

/// On the printer, where there is one; what is shown can be saved as PDF either way.
void HandOver::gift()
{
    if (!m_receipt) return;
    guarded(this, [this] {
        Q_EMIT giftMade();
        const auto paper = giftDocument(*m_receipt, paperWords(), paperFormat(m_formats));
        printOnce(this, m_shop, paper, [this](const Result<>& sent) {
            if (sent) return tell(tr("The gift receipt went to the printer."));
            if (sent.error().code == ErrorCode::PrinterNotSet)
                return tell(tr("There is no receipt printer: save the gift receipt as PDF."));
            refuse(sent.error());
        });
    });
}

void HandOver::takeBack()
{
    if (m_receipt) Q_EMIT takeBackRequested(m_document.value);
}

void HandOver::refuse(const Error& error)
{
    m_note.show({Tone::Bad, {}, errorText(error), {}, {}});
}

void HandOver::tell(const QString& words)
{
    m_note.show({Tone::Ok, m_receipt ? QString::fromStdString(m_receipt->number) : QString{}, words, {}, {}});
}

} // namespace till
