#include "ui/receipts/hand_over.h"

#include "services/print_service.h"
#include "ui/app/action_guard.h"
#include "ui/app/error_text.h"
#include "ui/kit/key_button.h"
#include "ui/kit/note_bar.h"
#include "ui/kit/theme.h"
#include "ui/receipts/receipt_sending.h"

#include <QGridLayout>

namespace till {

using namespace Qt::StringLiterals;

HandOver::HandOver(Shop& shop, const Formats& formats, NoteBar& note, QWidget* parent)
    : QWidget{parent}
    , m_shop{shop}
    , m_note{note}
    , m_print{new KeyButton{u"printer"_s, tr("Print again"), QKeySequence{u"Ctrl+P"_s}}}
    , m_mail{new KeyButton{u"mail"_s, tr("E-mail"), QKeySequence{u"Ctrl+E"_s}}}
    , m_gift{new KeyButton{u"gift"_s, tr("Gift receipt"), QKeySequence{u"Ctrl+G"_s}}}
    , m_takeBack{new KeyButton{u"undo-2"_s, tr("Take back"), QKeySequence{u"Ctrl+R"_s}}}
    , m_grid{new QGridLayout{this}}
    , m_sending{new ReceiptSending{shop, formats, this}}
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
    connect(m_sending, &ReceiptSending::refused, this, &HandOver::refuse);
    connect(m_sending, &ReceiptSending::told, this, [this](const QString& number, const QString& words) {
        m_note.show({Tone::Ok, number, words, {}, {}});
    });
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
    if (m_receipt) m_sending->mail(m_document, *m_receipt);
}

/// On the printer, where there is one; what is shown can be saved as PDF either way.
void HandOver::gift()
{
    if (!m_receipt) return;
    Q_EMIT giftMade();
    m_sending->gift(*m_receipt);
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
