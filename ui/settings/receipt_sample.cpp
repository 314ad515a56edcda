#include "ui/settings/receipt_sample.h"

#include "paper/picture.h"
#include "paper/receipt_document.h"
#include "ui/receipts/receipt_paper.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QImageReader>

namespace till {

namespace {

constexpr qint64 kMostBytes = 8'000'000;
constexpr int kLongestSide = 8'000;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(till::ReceiptSample)
public:
    static std::string text(const QString& words) { return words.toStdString(); }
};

ReceiptLine goods(const QString& name, std::int64_t count, Money each, const char* tax)
{
    return {Words::text(name), "", Quantity::fromWhole(count), UnitPrice::fromMoney(each), each * count, {},
        {tax}};
}

} // namespace

Receipt sampleReceipt(Receipt receipt)
{
    // A price like 4.20 in any currency: of yen there are 420.
    const auto money = [](std::int64_t minor) { return Money::fromMinor(minor); };
    receipt.till = "A";
    receipt.number = "A-000123";
    receipt.cashier = Words::text(Words::tr("Amina"));
    receipt.lines = {goods(Words::tr("Sourdough loaf, 750 g"), 1, money(420), "B"),
        goods(Words::tr("Butter croissant"), 2, money(110), "B"),
        goods(Words::tr("Enamel mug, blue"), 1, money(790), "A")};
    receipt.lines.back().adjustments = {{Words::text(Words::tr("Staff 10 %")), money(-79)}};
    receipt.taxes = {{"A", Rate::fromPercent(20), money(593), money(118), money(711)},
        {"B", Rate::fromPercent(5), money(610), money(30), money(640)}};
    receipt.pricesIncludeTax = true;
    receipt.gross = money(1'430);
    receipt.discount = money(79);
    receipt.net = money(1'203);
    receipt.totalTax = money(148);
    receipt.total = receipt.due = money(1'351);
    receipt.tenders = {{"cash", Words::text(Words::tr("Cash")), money(2'000), true}};
    receipt.change = money(649);
    return receipt;
}

int shorterBySaving(Receipt receipt, int columns, const Formats& formats)
{
    const auto length = [&](bool saves) {
        receipt.design.savesPaper = saves;
        const auto paper = receiptDocument(receipt, paperWords(), paperFormat(formats));
        return lengthMm(layOut(paper, columns), rollFor(columns)) + 2 * kPaperMarginMm;
    };
    const auto usual = length(false);
    return static_cast<int>((usual - length(true)) * 100 / usual);
}

Result<std::string> pngOfFile(const QString& path)
{
    const Error notReadable{ErrorCode::PictureNotReadable, QFileInfo{path}.fileName().toStdString()};
    QFile file{path};
    if (!file.open(QIODevice::ReadOnly)) return Error{ErrorCode::FileNotReadable, path.toStdString()};
    if (file.size() > kMostBytes) return Error{ErrorCode::PictureTooLarge};
    QImageReader reader{&file};
    reader.setAutoTransform(true);
    const auto size = reader.size();
    if (!size.isValid()) return notReadable;
    if (size.width() > kLongestSide || size.height() > kLongestSide) return Error{ErrorCode::PictureTooLarge};
    constexpr int kEnough = 4 * kWidestLogo;
    if (size.width() > kEnough || size.height() > kEnough)
        reader.setScaledSize(size.scaled(kEnough, kEnough, Qt::KeepAspectRatio));
    const auto image = reader.read();
    if (image.isNull()) return notReadable;
    QByteArray bytes;
    QBuffer buffer{&bytes};
    buffer.open(QIODevice::WriteOnly);
    if (!image.save(&buffer, "PNG")) return notReadable;
    return bytes.toStdString();
}

} // namespace till
