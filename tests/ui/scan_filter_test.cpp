#include "counter.h"
#include "key_hands.h"
#include "shot.h"

#include "services/catalog_service.h"
#include "ui/kit/ask_dialog.h"
#include "ui/scan/scan_filter.h"
#include "ui/sell/item_field.h"
#include "ui/sell/sell_frame.h"

#include <QAction>
#include <QLineEdit>
#include <QSignalSpy>
#include <QVBoxLayout>

using namespace till;
using namespace till::test;
using namespace Qt::StringLiterals;

namespace {

/// A form beside the sale: a field, a button, and whether a scan reached the window.
struct Form : QWidget, ScanReceiver {
    Form()
    {
        auto* column = new QVBoxLayout{this};
        column->addWidget(&field);
        column->addWidget(&button);
        QObject::connect(&field, &QLineEdit::textEdited, [this](const QString& text) { edits << text; });
        QObject::connect(&button, &QPushButton::clicked, [this] { ++clicks; });
        activate(*this);
        field.setFocus();
    }
    bool takeScan(const QString& code) override
    {
        scans << code;
        return takes;
    }
    QLineEdit field;
    QPushButton button;
    QStringList edits;
    QStringList scans;
    int clicks = 0;
    bool takes = true;
};

struct ScanFixture {
    ScanFixture() { ScanFilter::instance().setRules({}); }
    ~ScanFixture() { ScanFilter::instance().setRules({}); }
    KeyHands hands;
    Form form;
};

} // namespace

TEST_CASE_METHOD(ScanFixture, "a scan goes to the window and leaves not a digit in the field")
{
    hands.type(u"12"_s);
    hands.scan(u"4006381333931"_s);
    CHECK(form.field.text() == u"12");
    CHECK(form.scans == QStringList{u"4006381333931"_s});
}

TEST_CASE_METHOD(ScanFixture, "a scan over a selected text leaves the text and the selection")
{
    form.field.setText(u"Jam"_s);
    form.field.selectAll();
    hands.scan(u"4006381333931"_s);
    CHECK(form.field.text() == u"Jam");
    CHECK(form.field.selectedText() == u"Jam");
}

TEST_CASE_METHOD(ScanFixture, "what a person types is there at once, letter by letter")
{
    hands.type(u"jam"_s);
    CHECK(form.edits == QStringList{u"j"_s, u"ja"_s, u"jam"_s});
    CHECK(form.scans.isEmpty());
}

TEST_CASE_METHOD(ScanFixture, "keys rolled as fast as a scanner's are typed a moment later, in order")
{
    hands.scan(u"abc"_s, 0); // too short, no end
    CHECK(waitUntil([&] { return form.field.text() == u"abc"; }, 2'000));
    hands.scan(u"def"_s, Qt::Key_Return);
    CHECK(form.field.text() == u"abcdef");
    CHECK(form.scans.isEmpty());
}

TEST_CASE_METHOD(ScanFixture, "a scan that comes in two parts to a busy program is taken out as a whole")
{
    hands.scan(u"400638"_s, 0);
    CHECK(waitUntil([&] { return form.field.text() == u"400638"; }, 2'000)); // taken for typing
    hands.time -= 500;                                                       // the rest was on its way
    hands.scan(u"1333931"_s);
    CHECK(form.field.text().isEmpty());
    CHECK(form.scans == QStringList{u"4006381333931"_s});
}

TEST_CASE_METHOD(ScanFixture, "a scan presses no button, whatever stands in the code")
{
    form.button.setFocus();
    hands.scan(u"A 12 34"_s);
    CHECK(form.clicks == 0);
    CHECK(form.scans == QStringList{u"A 12 34"_s});
    hands.press(Qt::Key_Space);
    CHECK(waitUntil([&] { return form.clicks == 1; }, 2'000)); // a person's Space does
}

TEST_CASE_METHOD(ScanFixture, "a key that is held down is no scanner")
{
    for (int i = 0; i < 20; ++i) pressAt(10'000 + i * 33u, Qt::Key_4, i > 0);
    pressAt(10'000 + 20 * 33u, Qt::Key_Return);
    CHECK(form.scans.isEmpty());
}

TEST_CASE_METHOD(
    ScanFixture, "Ctrl and a bracket between the elements of a GS1 code is the separator, and fires nothing")
{
    hands.time += 500;
    quint64 at = hands.time;
    const auto send = [&](int key, Qt::KeyboardModifiers modifiers, const QString& text) {
        QKeyEvent down{QEvent::KeyPress, key, modifiers, text};
        down.setTimestamp(at += 5);
        QApplication::sendEvent(focused(), &down);
    };
    for (const QChar c : u"]C110AB"_s) send(c.unicode(), {}, QString{c});
    send(Qt::Key_BracketRight, Qt::ControlModifier, u"\x1d"_s);
    for (const QChar c : u"21XY"_s) send(c.unicode(), {}, QString{c});
    send(Qt::Key_Return, {}, u"\r"_s);
    CHECK(form.scans == QStringList{u"]C110AB\x1d"_s + u"21XY"_s});
}

TEST_CASE_METHOD(ScanFixture, "a scanner set to Tab, or to a prefix, is understood by its rules")
{
    hands.scan(u"4006381333931"_s, Qt::Key_Tab);
    CHECK(form.scans.size() == 1); // Enter or Tab, without a setting
    CHECK(form.field.hasFocus());
    ScanFilter::instance().setRules({.prefix = "~"});
    hands.scan(u"~5449000000996"_s, Qt::Key_Return, 90);
    CHECK(form.scans.back() == u"5449000000996");
    CHECK(form.field.text().isEmpty());
}

TEST_CASE_METHOD(ScanFixture, "a scanner that sends no end is over when it rests")
{
    ScanFilter::instance().setRules({.end = ScanRules::End::None});
    hands.scan(u"5449000000996"_s, 0);
    CHECK(waitUntil([&] { return form.scans.size() == 1; }, 2'000));
    CHECK(form.field.text().isEmpty());
}

TEST_CASE_METHOD(ScanFixture, "a field that asks for codes keeps what is scanned into it")
{
    keepScans(form.field);
    hands.scan(u"5449000000996"_s);
    CHECK(form.field.text() == u"5449000000996");
    CHECK(form.scans.isEmpty());
}

TEST_CASE_METHOD(ScanFixture, "a scan that nobody here wants is refused aloud and typed nowhere")
{
    form.takes = false;
    QSignalSpy refused{&ScanFilter::instance(), &ScanFilter::refused};
    hands.scan(u"5449000000996"_s);
    CHECK(refused.size() == 1);
    CHECK(form.field.text().isEmpty());
}

TEST_CASE_METHOD(
    ScanFixture, "a question on the screen says that a scan was not added, and is not answered by it")
{
    AskDialog dialog{
        {u"Close the till?"_s, u"It stays closed."_s, {}, {{u"Keep"_s}, {u"Close"_s}}, 1, 0}, &form};
    dialog.setModal(true);
    activate(dialog);
    hands.scan(u"5449000000996"_s);
    CHECK(dialog.isVisible());
    CHECK(form.scans.isEmpty());
    CHECK(child<QLabel>(dialog, "askScan").text().contains(u"5449000000996"_s));
    CHECK(child<QLabel>(dialog, "askScan").isVisible());
}

TEST_CASE_METHOD(ScanFixture, "a scan that comes while another is being taken is taken after it")
{
    struct Slow : Form {
        bool takeScan(const QString& code) override
        {
            if (scans.isEmpty()) ScanFilter::instance().deliver(u"second"_s);
            return Form::takeScan(code);
        }
    } slow;
    hands.scan(u"first"_s);
    CHECK(slow.scans == QStringList{u"first"_s, u"second"_s});
}

TEST_CASE_METHOD(ScanFixture, "figures rolled into a function key are typed before it works on them")
{
    QString seen;
    auto* cash = new QAction{&form};
    cash->setShortcut(Qt::Key_F12);
    QObject::connect(cash, &QAction::triggered, [&] { seen = form.field.text(); });
    form.addAction(cash);
    hands.scan(u"20"_s, 0);
    hands.press(Qt::Key_F12);
    CHECK(seen == u"20");
}

TEST_CASE_METHOD(Counter, "a code that looks like a command is a code: no barcode gives a discount")
{
    KeyHands hands;
    addProduct("Jam", 590, "3017620422003");
    hands.scan(u"3017620422003"_s);
    const auto before = rows();
    hands.scan(u"100%"_s);
    CHECK(rows() == before);
    hands.press(Qt::Key_Escape);
    hands.scan(u"*999"_s);
    CHECK(rows() == before);
}
