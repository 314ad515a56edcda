#include "ui/receipts/receipt_paper.h"

#include "paper/picture.h"
#include "paper/receipt_document.h"

#include <QCoreApplication>

namespace till {

namespace {

constexpr int kColumns = 42;

class Words {
    Q_DECLARE_TR_FUNCTIONS(till::ReceiptPaper)

public:
    static PaperWords all()
    {
        PaperWords words;
        words.taxNumber = tr("VAT no.").toStdString();
        words.sale = tr("Sale").toStdString();
        words.till = tr("Till").toStdString();
        words.cashier = tr("Served by").toStdString();
        words.returned = tr("Return").toStdString();
        words.net = tr("Net").toStdString();
        words.tax = tr("VAT").toStdString();
        words.gross = tr("Gross").toStdString();
        words.total = tr("TOTAL").toStdString();
        words.rounding = tr("Rounding").toStdString();
        words.due = tr("To pay").toStdString();
        words.change = tr("Change").toStdString();
        words.saved = tr("You saved").toStdString();
        words.copy = tr("COPY").toStdString();
        words.gift = tr("GIFT RECEIPT").toStdString();
        words.training = tr("TRAINING - NOT A SALE").toStdString();
        return words;
    }
};

} // namespace

PaperWords paperWords()
{
    return Words::all();
}

PaperFormat paperFormat(const Formats& formats)
{
    PaperFormat format;
    format.decimalSeparator = QString{formats.decimalSign()}.toStdString();
    format.groupSeparator = formats.locale().groupSeparator().toStdString();
    const QString date = formats.locale().dateFormat(QLocale::ShortFormat);
    const auto year = date.indexOf(u'y');
    const auto month = date.indexOf(u'M');
    const auto day = date.indexOf(u'd');
    if (year >= 0 && year < day)
        format.dateOrder = DateOrder::YearMonthDay;
    else if (month < day)
        format.dateOrder = DateOrder::MonthDayYear;
    for (const auto c : date) {
        if (c.isLetter() || c.isSpace()) continue;
        format.dateSeparator = QString{c}.toStdString();
        break;
    }
    return format;
}

ReceiptPaper::ReceiptPaper(const Receipt& receipt, const Formats& formats, For whom)
    : m_layout{layOut(whom == For::Gift ? giftDocument(receipt, paperWords(), paperFormat(formats))
                                        : receiptDocument(receipt, paperWords(), paperFormat(formats)),
          kColumns)}
{
}

QImage ReceiptPaper::image(double pixelsPerMm) const
{
    const auto picture = paint(m_layout, kRoll80, pixelsPerMm);
    const QImage view{
        picture.bytes.data(), picture.width, picture.height, picture.stride, QImage::Format_RGB32};
    return view.copy();
}

std::string ReceiptPaper::pdf() const
{
    return toPdf(m_layout, kRoll80);
}

QString ReceiptPaper::text() const
{
    return QString::fromStdString(toText(m_layout));
}

} // namespace till
