#include "page_on_screen.h"

#include "paper/dots.h"
#include "services/receipt_service.h"
#include "services/setting_service.h"
#include "ui/kit/combo_field.h"
#include "ui/kit/file_chooser.h"
#include "ui/kit/segments.h"
#include "ui/receipts/block_list.h"
#include "ui/receipts/receipt_preview.h"
#include "ui/settings/lines_field.h"
#include "ui/settings/settings_page.h"

#include <catch2/catch.hpp>

#include <QFile>
#include <QTemporaryDir>

using namespace till;
using namespace till::test;
using namespace Qt::StringLiterals;

namespace {

struct DesignerOnScreen : PageOnScreen<SettingsPage> {
    DesignerOnScreen()
    {
        page.showSection(u"receipt"_s);
        blocks().setFocus();
    }
    BlockList& blocks() { return child<BlockList>(page, "receiptBlocks"); }
    ReceiptDesign design() { return shop().receipts().design(); }
    QString paper() { return child<ReceiptPreview>(page, "receiptPreview").accessibleDescription(); }
};

} // namespace

TEST_CASE_METHOD(
    DesignerOnScreen, "a block is switched off with Space: it is gone from the paper and from receipts")
{
    CHECK(paper().contains(u"A-000123"_s));
    blocks().mark(ReceiptBlockKind::Saved);
    CHECK(paper().contains(u"You saved"_s));
    QTest::keyClick(&blocks(), Qt::Key_Space);
    CHECK_FALSE(paper().contains(u"You saved"_s));
    CHECK_FALSE(blockOf(design(), ReceiptBlockKind::Saved).isOn);
    press("noteAction");
    CHECK(paper().contains(u"You saved"_s));
}

TEST_CASE_METHOD(DesignerOnScreen, "the goods cannot be switched off")
{
    blocks().mark(ReceiptBlockKind::Lines);
    QTest::keyClick(&blocks(), Qt::Key_Space);
    CHECK(design() == standardDesign());
}

TEST_CASE_METHOD(DesignerOnScreen, "Alt+Up moves the marked block, which stays marked")
{
    blocks().mark(ReceiptBlockKind::TaxNumber);
    QTest::keyClick(&blocks(), Qt::Key_Up, Qt::AltModifier);
    CHECK(design().blocks.at(1).kind == ReceiptBlockKind::TaxNumber);
    CHECK(blocks().marked() == ReceiptBlockKind::TaxNumber);
}

TEST_CASE_METHOD(
    DesignerOnScreen, "words show on the paper while they are typed, and count when the field is left")
{
    blocks().mark(ReceiptBlockKind::OpeningHours);
    QTest::keyClick(&blocks(), Qt::Key_Space);
    auto& lines = child<LinesField>(page, "blockLines");
    lines.setFocus();
    QTest::keyClicks(&lines, u"Mon to Sat"_s);
    CHECK(paper().contains(u"Mon to Sat"_s));
    CHECK(blockOf(design(), ReceiptBlockKind::OpeningHours).text.empty());
    blocks().setFocus();
    CHECK(blockOf(design(), ReceiptBlockKind::OpeningHours).text == "Mon to Sat");
}

TEST_CASE_METHOD(DesignerOnScreen, "every paper is shown as wide as it is, and all of it is true")
{
    for (const auto* width : {"32", "42", "80"}) {
        child<Segments>(page, "paperKinds").setCurrent(QString::fromLatin1(width));
        Q_EMIT child<Segments>(page, "paperKinds").chosen(QString::fromLatin1(width));
        CHECK(paper().contains(u"Sourdough loaf"_s));
    }
}

TEST_CASE_METHOD(DesignerOnScreen, "a picture is put on top, and what is none is refused with words")
{
    const QTemporaryDir scratch;
    const auto good = scratch.filePath(u"logo.png"_s);
    auto dots = blankDots(60, 20);
    for (int i = 0; i < 20; ++i) dots.blacken(i, i);
    const auto png = toPng(dots);
    QFile file{good};
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(png.data(), static_cast<qint64>(png.size()));
    file.close();
    QString answer = good;
    const auto before = setFileChooser([&](QWidget*, const FileRequest&) { return std::optional{answer}; });
    blocks().mark(ReceiptBlockKind::Logo);
    press("chooseLogo");
    CHECK(blockOf(design(), ReceiptBlockKind::Logo).isOn);
    const auto kept = design().logo;
    CHECK(kept.size() == 64);
    answer = scratch.filePath(u"missing.png"_s);
    press("chooseLogo");
    CHECK(design().logo == kept);
    CHECK_FALSE(note().isEmpty());
    setFileChooser(before);
}
