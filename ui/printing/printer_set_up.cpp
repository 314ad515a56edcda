#include "ui/printing/printer_set_up.h"

#include "paper/test_strip.h"
#include "services/setting_service.h"
#include "ui/app/background.h"
#include "ui/kit/combo_field.h"
#include "ui/kit/key_button.h"
#include "ui/kit/plain_label.h"
#include "ui/kit/segments.h"
#include "ui/kit/theme.h"
#include "ui/printing/print_once.h"
#include "ui/settings/settings_desk.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include <array>

namespace till {

using namespace Qt::StringLiterals;

namespace {

KeyButton* named(KeyButton* button, const QString& name)
{
    button->setObjectName(name);
    button->setAccessibleName(button->text());
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

QWidget* question(const QString& words, std::initializer_list<QWidget*> controls)
{
    auto* row = new QWidget;
    auto* line = new QHBoxLayout{row};
    line->setContentsMargins(0, 0, 0, 0);
    auto* label = new PlainLabel{words, 14, QFont::Normal};
    label->setWordWrap(true);
    line->addWidget(label, 1);
    for (auto* control : controls) line->addWidget(control);
    onTheme(row, [line] { line->setSpacing(tokens().px(8)); });
    return row;
}

} // namespace

PrinterSetUp::PrinterSetUp(SettingsDesk& desk, QWidget* parent)
    : QWidget{parent}
    , m_desk{desk}
    , m_place{new ComboField}
    , m_strip{named(new KeyButton{u"printer"_s, tr("Print the test strip"), {}}, u"printStrip"_s)}
{
    setObjectName(u"printerSetUp"_s);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(buildPlace());
    m_questions = buildQuestions();
    column->addWidget(m_questions);
    m_questions->hide();
    onTheme(this, [column] { column->setSpacing(tokens().px(12)); });
    askAgain();
    findPrinters();
}

QWidget* PrinterSetUp::buildPlace()
{
    m_place->setObjectName(u"printerPlace"_s);
    m_place->setAccessibleName(tr("Where the printer is"));
    m_place->setEditable(true);
    m_place->setInsertPolicy(QComboBox::NoInsert);
    m_place->lineEdit()->setPlaceholderText(tr("tcp:192.168.1.50, or choose one"));
    m_place->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_strip->setKind(ButtonKind::Primary);
    connect(m_strip, &KeyButton::clicked, this, &PrinterSetUp::printStrip);
    auto* find = named(new KeyButton{u"refresh-cw"_s, tr("Find"), {}}, u"findPrinters"_s);
    connect(find, &KeyButton::clicked, this, &PrinterSetUp::findPrinters);
    auto* row = new QWidget;
    auto* line = new QHBoxLayout{row};
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_place, 1);
    line->addWidget(find);
    line->addWidget(m_strip);
    onTheme(row, [line] { line->setSpacing(tokens().px(8)); });
    return row;
}

QWidget* PrinterSetUp::buildQuestions()
{
    const auto choice = [](const char* name, const QString& words, const std::vector<Segments::Choice>& all) {
        auto* field = new Segments{words, all};
        field->setObjectName(QString::fromLatin1(name));
        return field;
    };
    const auto longest = tr("The longest ruler that fits on one line");
    const auto euro = tr("The line that shows the euro sign");
    const auto cut = tr("Was the paper cut?");
    const auto drawer = tr("The drawer opens with");
    m_columns = choice("stripColumns", longest, {{u"32"_s, u"32"_s}, {u"42"_s, u"42"_s}, {u"48"_s, u"48"_s}});
    m_euro = choice(
        "stripEuro", euro, {{u"0"_s, u"1"_s}, {u"1"_s, u"2"_s}, {u"2"_s, u"3"_s}, {u"none"_s, tr("none")}});
    m_cut = choice("stripCut", cut, {{u"on"_s, tr("yes")}, {u"off"_s, tr("no")}});
    m_drawer = choice("stripDrawer", drawer,
        {{u"pin2"_s, tr("pin 2")}, {u"pin5"_s, tr("pin 5")}, {u"none"_s, tr("there is none")}});
    auto* first = named(new KeyButton{tr("Try pin 2")}, u"tryPin2"_s);
    auto* second = named(new KeyButton{tr("Try pin 5")}, u"tryPin5"_s);
    connect(first, &KeyButton::clicked, this, [this] { tryDrawer(DrawerKick::Pin2); });
    connect(second, &KeyButton::clicked, this, [this] { tryDrawer(DrawerKick::Pin5); });
    auto* kept = named(new KeyButton{u"check"_s, tr("It came out: use this printer"), {}}, u"keepPrinter"_s);
    kept->setKind(ButtonKind::Primary);
    connect(kept, &KeyButton::clicked, this, &PrinterSetUp::keep);
    auto* questions = new QWidget;
    questions->setObjectName(u"stripQuestions"_s);
    auto* column = new QVBoxLayout{questions};
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(question(longest, {m_columns}));
    column->addWidget(question(euro, {m_euro}));
    column->addWidget(question(cut, {m_cut}));
    column->addWidget(question(tr("Did it open?"), {first, second}));
    column->addWidget(question(drawer, {m_drawer}));
    column->addWidget(kept, 0, Qt::AlignTrailing);
    onTheme(questions, [column] { column->setSpacing(tokens().px(8)); });
    return questions;
}

void PrinterSetUp::askAgain()
{
    const auto* profile = printerProfile(m_desk.value("printer.profile").toStdString());
    m_columns->setCurrent(QString::number(profile != nullptr ? profile->columns : 48));
    m_euro->setCurrent(u"0"_s);
    const auto table = m_desk.value("printer.table");
    if (table == u"none") m_euro->setCurrent(table);
    for (std::size_t i = 0; i < euroTables().size(); ++i)
        if (table == QString::fromStdString(euroTables()[i].encoding)) m_euro->setCurrent(QString::number(i));
    m_cut->setCurrent(m_desk.value("printer.cut") == u"off" ? u"off"_s : u"on"_s);
    m_drawer->setCurrent(m_desk.value("printer.drawer"));
}

void PrinterSetUp::findPrinters()
{
    const auto known = m_desk.value("printer.address");
    runInBackground<std::vector<PrinterAddress>>(
        this, []() -> Result<std::vector<PrinterAddress>> { return till::findPrinters(); },
        [this, known](Result<std::vector<PrinterAddress>> found) {
            const auto typed = m_place->currentText();
            m_place->clear();
            if (found)
                for (const auto& one : *found) m_place->addItem(QString::fromStdString(one.toText()));
            if (!known.isEmpty() && m_place->findText(known) < 0) m_place->insertItem(0, known);
            if (!typed.isEmpty())
                m_place->setEditText(typed);
            else if (!known.isEmpty())
                m_place->setEditText(known);
            else
                m_place->setCurrentIndex(m_place->count() > 0 ? 0 : -1);
        });
}

Result<PrinterAddress> PrinterSetUp::address() const
{
    return PrinterAddress::read(m_place->currentText().trimmed().toStdString());
}

void PrinterSetUp::send(const std::string& job, const QString& done)
{
    const auto to = address();
    if (!to) return m_desk.refuse({ErrorCode::PrinterUnknown, m_place->currentText().toStdString()});
    m_strip->setEnabled(false);
    sendOnce(this, m_desk.shop(), *to, job, [this, done](const Result<>& sent) {
        m_strip->setEnabled(true);
        if (!sent) return m_desk.refuse(sent.error());
        m_desk.tell({}, done);
        m_questions->show();
    });
}

void PrinterSetUp::printStrip()
{
    const auto to = address();
    if (to && to->kind == PrinterAddress::Kind::Folder) { // nothing to look at: a PDF can do everything
        m_questions->show();
        return m_desk.tell({}, tr("Each paper becomes a PDF in this folder. There is no strip to look at."));
    }
    send(setUpStrip(), tr("The strip was sent. Look at the paper, and answer below."));
}

void PrinterSetUp::tryDrawer(DrawerKick kick)
{
    send(drawerKick(kick), tr("The drawer was asked to open."));
}

void PrinterSetUp::keep()
{
    const auto to = address();
    if (!to) return m_desk.refuse({ErrorCode::PrinterUnknown, m_place->currentText().toStdString()});
    const auto columns = m_columns->current();
    const auto kind = columns == u"32" ? "generic-58" : columns == u"42" ? "generic-80-42" : "generic-80";
    const auto euro = m_euro->current();
    const auto table = euro == u"none" ? std::string{"none"}
                                       : euroTables().at(static_cast<std::size_t>(euro.toInt())).encoding;
    const std::array<std::pair<const char*, std::string>, 5> answers{
        {{"printer.profile", kind}, {"printer.table", table}, {"printer.cut", m_cut->current().toStdString()},
            {"printer.drawer", m_drawer->current().toStdString()}, {"printer.address", to->toText()}}};
    auto& shop = m_desk.shop();
    const bool isKept = m_desk.attempt([&]() -> Result<> {
        for (const auto& [key, value] : answers)
            if (auto set = shop.settings().set(shop.owner(), key, value); !set) return set;
        return {};
    });
    if (!isKept) return;
    m_questions->hide();
    m_desk.tell(QString::fromStdString(to->toText()), tr("prints from now on."));
}

} // namespace till
