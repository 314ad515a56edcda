#include "counter.h"
#include "key_hands.h"
#include "shot.h"

#include "services/cart_service.h"
#include "services/setting_service.h"
#include "ui/keys/key_map.h"
#include "ui/keys/key_sheet.h"
#include "ui/kit/key_badge.h"
#include "ui/sell/action_row.h"

#include <QFile>
#include <set>

using namespace till;
using namespace till::test;
using namespace Qt::StringLiterals;

namespace {

struct Keys {
    Keys() { map.resetAll(); }
    ~Keys() { map.resetAll(); }
    KeyMap& map = KeyMap::instance();
};

QKeySequence key(const QString& text)
{
    return QKeySequence{text, QKeySequence::PortableText};
}

} // namespace

TEST_CASE_METHOD(Keys, "the keys as delivered are those of the counter, none twice, none reserved")
{
    const std::pair<const char*, const char*> spec[] = {{"help", "F1"}, {"item_field", "F2"},
        {"search", "F3"}, {"price", "F4"}, {"hold", "F6"}, {"recall", "F7"}, {"receipts", "F8"},
        {"price_check", "F9"}, {"part_cash", "F10"}, {"card", "F11"}, {"cash", "F12"}, {"undo", "Ctrl+Z"}};
    for (const auto& [command, keys] : spec)
        CHECK(map.key(QString::fromLatin1(command)) == key(QString::fromLatin1(keys)));
    std::set<QString> used;
    for (const auto& command : allCommands()) {
        const auto id = QString::fromLatin1(command.id);
        for (const auto& one : command.keys) {
            CHECK(used.insert(one.toString()).second);
            CHECK(map.check(id, one) == KeyRefusal::None);
        }
    }
}

TEST_CASE_METHOD(Keys, "a key that is taken is refused, with the name of who has it")
{
    QString taker;
    CHECK(map.check(u"price"_s, key(u"F12"_s), &taker) == KeyRefusal::Taken);
    CHECK(taker == u"cash");
    CHECK(map.assign(u"price"_s, key(u"F12"_s)) == KeyRefusal::Taken);
    CHECK(map.key(u"price"_s) == key(u"F4"_s));
    CHECK(map.assign(u"price"_s, key(u"F4"_s)) == KeyRefusal::None); // its own
}

TEST_CASE_METHOD(Keys, "Escape, Enter, characters, the keys of texts and of scanners belong to nobody")
{
    CHECK(map.check(u"cash"_s, key(u"Esc"_s)) == KeyRefusal::StepsBack);
    CHECK(map.check(u"cash"_s, key(u"Ctrl+Esc"_s)) == KeyRefusal::StepsBack);
    for (const auto& text : {u"Return"_s, u"Tab"_s, u"Del"_s, u"Up"_s})
        CHECK(map.check(u"cash"_s, key(text)) == KeyRefusal::Moves);
    for (const auto& text : {u"5"_s, u"A"_s, u"Shift+A"_s, u"+"_s, u"Space"_s})
        CHECK(map.check(u"cash"_s, key(text)) == KeyRefusal::Types);
    CHECK(map.check(u"cash"_s, key(u"Ctrl+C"_s)) == KeyRefusal::OfText);
    CHECK(map.check(u"cash"_s, key(u"Ctrl+]"_s)) == KeyRefusal::Scanner);
    CHECK(map.check(u"cash"_s, key(u"Ctrl+Space"_s)) == KeyRefusal::None);
}

TEST_CASE_METHOD(Keys, "changed keys come back from their text, and only they are in it")
{
    CHECK(map.toText().isEmpty());
    REQUIRE(map.assign(u"price"_s, key(u"Ctrl+F4"_s)) == KeyRefusal::None);
    REQUIRE(map.assign(u"cash"_s, {}) == KeyRefusal::None);
    const auto text = map.toText();
    map.resetAll();
    map.load(text);
    CHECK(map.key(u"price"_s) == key(u"Ctrl+F4"_s));
    CHECK(map.key(u"cash"_s).isEmpty());
    CHECK(map.key(u"card"_s) == key(u"F11"_s));
    CHECK(map.isChanged(u"cash"_s));
    map.reset(u"cash"_s);
    CHECK(map.key(u"cash"_s) == key(u"F12"_s));
}

TEST_CASE_METHOD(Keys, "a damaged text leaves what was delivered, and never gives a key twice")
{
    map.load(u"price Esc\ncash\x07\nnobody F4\nhold F6 F12 nonsense\n\n  \n"_s);
    CHECK(map.key(u"price"_s) == key(u"F4"_s));
    CHECK(map.keys(u"hold"_s) == QList<QKeySequence>{key(u"F6"_s), key(u"F12"_s)});
    CHECK(map.key(u"cash"_s).isEmpty()); // hold has it now
    map.load(u"price F9\ncash F9"_s);
    CHECK(map.keys(u"price"_s).size() + map.keys(u"cash"_s).size() == 1);
    CHECK(map.key(u"price_check"_s).isEmpty());
}

TEST_CASE_METHOD(Counter, "a changed key works at once, stands on its button, and the old one does nothing")
{
    const Keys keys;
    KeyHands hands;
    addProduct("Jam", 590, "3017620422003");
    hands.scan(u"3017620422003"_s);
    REQUIRE(keys.map.assign(u"hold"_s, key(u"Ctrl+H"_s)) == KeyRefusal::None);
    CHECK(button("action_hold").key() == key(u"Ctrl+H"_s));
    hands.press(Qt::Key_F6);
    CHECK(rows().size() == 1);
    hands.press(Qt::Key_H, Qt::ControlModifier);
    CHECK(rows().isEmpty());
}

TEST_CASE_METHOD(Counter, "the overview of keys shows the keys as they are now, and its key leads back")
{
    const Keys keys;
    KeyHands hands;
    REQUIRE(keys.map.assign(u"cash"_s, key(u"Ctrl+B"_s)) == KeyRefusal::None);
    hands.press(Qt::Key_F1);
    QStringList badges;
    for (const auto* badge : childNamed(*page, u"helpPage"_s).findChildren<KeyBadge*>())
        badges << badge->text();
    CHECK(badges.contains(u"Ctrl+B"_s));
    CHECK_FALSE(badges.contains(u"F12"_s));
    hands.press(Qt::Key_F1);
    CHECK(page->frame().left() == SellFrame::Left::Tiles);
}

TEST_CASE_METHOD(Keys, "the keys can be had on paper")
{
    const TempFolder folder;
    const auto file = QString::fromStdString((folder.path() / "keys.pdf").string());
    REQUIRE(writeKeySheet(file, u"Corner <b>Bakery"_s, u"2.50"_s));
    QFile pdf{file};
    REQUIRE(pdf.open(QIODevice::ReadOnly));
    CHECK(pdf.readAll().startsWith("%PDF"));
    CHECK_FALSE(writeKeySheet(u"/no/such/folder/keys.pdf"_s, {}, u"2.50"_s));
}
