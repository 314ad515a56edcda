#include "ui/settings/settings_form.h"

#include "services/setting_service.h"
#include "ui/kit/combo_field.h"
#include "ui/kit/plain_label.h"
#include "ui/kit/scroll_down.h"
#include "ui/kit/segments.h"
#include "ui/kit/surface.h"
#include "ui/kit/switch_field.h"
#include "ui/kit/theme.h"
#include "ui/settings/lines_field.h"
#include "ui/settings/settings_desk.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

namespace till {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kMostSegments = 3;

QString nameOf(const std::string& key)
{
    return u"setting_"_s + QString::fromStdString(key);
}

} // namespace

SettingsForm::SettingsForm(SettingsDesk& desk, const QString& title, QWidget* parent)
    : QWidget{parent}
    , m_desk{desk}
    , m_rows{new QVBoxLayout}
{
    auto* content = new QWidget;
    content->setLayout(m_rows);
    auto* scroll = scrollDown(content, u"settingsScroll"_s, title);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* card = Surface::card();
    auto* inside = new QVBoxLayout{card};
    auto* head = new PlainLabel{title, 20, QFont::Bold};
    head->setObjectName(u"settingsTitle"_s);
    inside->addWidget(head);
    inside->addWidget(scroll, 1);
    auto* whole = new QVBoxLayout{this};
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(card);
    onTheme(this, [this, inside] {
        const Tokens& t = tokens();
        inside->setContentsMargins(t.px(16), t.px(12), t.px(4), t.px(8));
        inside->setSpacing(t.px(8));
        m_rows->setContentsMargins(0, 0, t.px(12), t.px(8));
        m_rows->setSpacing(t.px(8));
    });
    m_changed = desk.shop().settings().changed.subscribe([this] {
        for (const auto& show : m_followers) show();
    });
}

void SettingsForm::follow(std::function<void()> show)
{
    show();
    m_followers.push_back(std::move(show));
}

void SettingsForm::addHairline()
{
    m_rows->addWidget(new Hairline);
}

void SettingsForm::addGroup(const QString& title, const QString& hint)
{
    m_rows->addSpacing(tokens().px(8));
    m_rows->addWidget(new PlainLabel{title, 16, QFont::DemiBold});
    if (hint.isEmpty()) return;
    auto* words = new PlainLabel{hint, 13, QFont::Normal, Ink::Secondary};
    words->setWordWrap(true);
    m_rows->addWidget(words);
}

void SettingsForm::addRow(const QString& words, const QString& hint, QWidget* control)
{
    addHairline();
    if (control->accessibleName().isEmpty()) control->setAccessibleName(words);
    auto* text = new QVBoxLayout;
    text->setSpacing(0);
    auto* name = new PlainLabel{words, 14, QFont::DemiBold};
    name->setWordWrap(true);
    name->setBuddy(control);
    text->addWidget(name);
    if (!hint.isEmpty()) {
        auto* more = new PlainLabel{hint, 13, QFont::Normal, Ink::Secondary};
        more->setWordWrap(true);
        text->addWidget(more);
        control->setAccessibleDescription(hint);
    }
    auto* row = new QHBoxLayout;
    row->addLayout(text, 1);
    row->setAlignment(text, Qt::AlignVCenter);
    row->addWidget(control, 0, Qt::AlignVCenter);
    m_rows->addLayout(row);
    onTheme(control, [row] { row->setSpacing(tokens().px(16)); });
}

void SettingsForm::addSwitch(const std::string& key, const QString& words, const QString& hint)
{
    auto* field = new SwitchField{words};
    field->setObjectName(nameOf(key));
    addRow(words, hint, field);
    follow([this, field, key] { field->setChecked(m_desk.value(key) == u"on"_s); });
    connect(field, &SwitchField::clicked, this, [this, field, key, words](bool on) {
        if (!m_desk.set(key, on ? u"on"_s : u"off"_s, words)) field->setChecked(!on);
    });
}

void SettingsForm::addChoice(
    const std::string& key, const QString& words, const QString& hint, const std::vector<Choice>& choices)
{
    if (choices.size() <= kMostSegments) {
        std::vector<Segments::Choice> segments;
        segments.reserve(choices.size());
        for (const auto& choice : choices) segments.push_back({choice.value, choice.words});
        auto* field = new Segments{words, segments};
        field->setObjectName(nameOf(key));
        addRow(words, hint, field);
        follow([this, field, key] { field->setCurrent(m_desk.value(key)); });
        connect(field, &Segments::chosen, this, [this, field, key, words](const QString& value) {
            if (!m_desk.set(key, value, words)) field->setCurrent(m_desk.value(key));
        });
        return;
    }
    auto* field = new ComboField;
    field->setObjectName(nameOf(key));
    for (const auto& choice : choices) field->addItem(choice.words, choice.value);
    addRow(words, hint, field);
    follow([this, field, key] { field->setCurrentIndex(field->findData(m_desk.value(key))); });
    connect(field, &QComboBox::activated, this, [this, field, key, words] {
        if (!m_desk.set(key, field->currentData().toString(), words))
            field->setCurrentIndex(field->findData(m_desk.value(key)));
    });
}

void SettingsForm::addText(const std::string& key, const QString& words, const QString& hint)
{
    auto* field = new QLineEdit;
    field->setObjectName(nameOf(key));
    addRow(words, hint, field);
    onTheme(field, [field] { field->setFixedWidth(tokens().px(280)); });
    follow([this, field, key] { field->setText(m_desk.value(key)); });
    connect(field, &QLineEdit::editingFinished, this, [this, field, key, words] {
        if (field->text() == m_desk.value(key)) return;
        if (!m_desk.set(key, field->text(), words)) field->setText(m_desk.value(key));
    });
}

void SettingsForm::addLines(const std::string& key, const QString& words, const QString& hint)
{
    auto* field = new LinesField;
    field->setObjectName(nameOf(key));
    addRow(words, hint, field);
    follow([this, field, key] { field->setPlainText(m_desk.value(key)); });
    connect(field, &LinesField::editingFinished, this, [this, field, key, words] {
        if (field->toPlainText() == m_desk.value(key)) return;
        if (!m_desk.set(key, field->toPlainText(), words)) field->setPlainText(m_desk.value(key));
    });
}

void SettingsForm::addWide(QWidget* widget)
{
    m_rows->addWidget(widget);
}

void SettingsForm::addStretch()
{
    m_rows->addStretch(1);
}

} // namespace till
