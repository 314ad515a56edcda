#include "ui/keys/shortcuts_section.h"

#include "ui/keys/key_catcher.h"
#include "ui/keys/key_map.h"
#include "ui/keys/key_sheet.h"
#include "ui/kit/file_chooser.h"
#include "ui/kit/key_badge.h"
#include "ui/kit/note_bar.h"
#include "ui/kit/plain_label.h"
#include "ui/kit/theme.h"
#include "ui/settings/settings_desk.h"
#include "ui/settings/settings_form.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace till {

using namespace Qt::StringLiterals;

QWidget* shortcutsSection(SettingsDesk& desk)
{
    auto* form = new SettingsForm{desk, ShortcutList::tr("Shortcuts")};
    form->addWide(new ShortcutList{desk});
    form->addStretch();
    return form;
}

ShortcutRow::ShortcutRow(const Command& command, QWidget* parent)
    : QWidget{parent}
    , m_id{QString::fromLatin1(command.id)}
    , m_words{wordsOf(command)}
    , m_badge{new KeyBadge{QKeySequence{}}}
    , m_change{new KeyCatcher{tr("Change")}}
    , m_reset{new KeyButton{tr("As delivered")}}
{
    setObjectName(u"shortcut_"_s + m_id);
    m_change->setObjectName(u"change_"_s + m_id);
    m_change->setAccessibleName(tr("Change the key of: %1").arg(m_words));
    m_reset->setObjectName(u"reset_"_s + m_id);
    m_reset->setAccessibleName(tr("The key as delivered: %1").arg(m_words));
    m_reset->setKind(ButtonKind::Quiet);
    for (auto* button : {static_cast<KeyButton*>(m_change), m_reset}) button->setHeights(32, 48);
    auto* words = new PlainLabel{m_words, 14, QFont::Normal};
    words->setWordWrap(true);
    auto* row = new QHBoxLayout{this};
    row->addWidget(words, 1);
    row->addWidget(m_badge);
    row->addWidget(m_reset);
    row->addWidget(m_change);
    onTheme(this, [row] {
        row->setContentsMargins(0, tokens().px(2), 0, tokens().px(2));
        row->setSpacing(tokens().px(12));
    });
    connect(m_change, &KeyCatcher::caught, this,
        [this](const QKeySequence& key) { Q_EMIT keyWanted(m_id, key); });
    connect(m_reset, &KeyButton::clicked, this, [this] { Q_EMIT resetWanted(m_id); });
    follow();
}

void ShortcutRow::follow()
{
    const auto key = KeyMap::instance().key(m_id);
    m_badge->setText(key.isEmpty() ? tr("none") : keyText(key));
    m_reset->setVisible(KeyMap::instance().isChanged(m_id));
}

bool ShortcutRow::matches(const QString& words) const
{
    return m_words.contains(words, Qt::CaseInsensitive) ||
           m_badge->text().contains(words, Qt::CaseInsensitive);
}

ShortcutList::ShortcutList(SettingsDesk& desk, QWidget* parent)
    : QWidget{parent}
    , m_desk{desk}
{
    setObjectName(u"shortcutList"_s);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(buildHead());
    for (const auto& command : allCommands()) {
        const auto title = wordsOf(command.group);
        if (m_groups.empty() || m_groups.back().title->objectName() != u"shortcuts "_s + title) {
            auto* label = new PlainLabel{title, 16, QFont::DemiBold};
            label->setObjectName(u"shortcuts "_s + title);
            column->addWidget(label);
            m_groups.push_back({label, {}});
        }
        auto* row = new ShortcutRow{command};
        column->addWidget(row);
        m_groups.back().rows.push_back(row);
        connect(row, &ShortcutRow::keyWanted, this, &ShortcutList::change);
        connect(row, &ShortcutRow::resetWanted, this, [this](const QString& id) {
            const auto before = KeyMap::instance().toText();
            KeyMap::instance().reset(id);
            keep(before, tr("The key"));
        });
    }
    addFixed(*column);
    onTheme(this, [column] { column->setSpacing(tokens().px(4)); });
    connect(&KeyMap::instance(), &KeyMap::changed, this, [this] {
        for (const auto& group : m_groups)
            for (auto* row : group.rows) row->follow();
    });
}

QWidget* ShortcutList::buildHead()
{
    auto* head = new QWidget;
    auto* row = new QHBoxLayout{head};
    row->setContentsMargins(0, 0, 0, 0);
    auto* search = new QLineEdit;
    search->setObjectName(u"shortcutSearch"_s);
    search->setAccessibleName(tr("Search commands and keys"));
    search->setPlaceholderText(tr("Search commands and keys"));
    search->setClearButtonEnabled(true);
    row->addWidget(search, 1);
    connect(search, &QLineEdit::textChanged, this, &ShortcutList::search);
    const auto add = [&](const QString& name, const QString& word, auto action) {
        auto* button = new KeyButton{word};
        button->setObjectName(name);
        button->setAccessibleName(word);
        row->addWidget(button);
        connect(button, &KeyButton::clicked, this, action);
    };
    add(u"printKeys"_s, tr("Print"), [this] {
        previewKeySheet(
            this, QString::fromStdString(m_desk.shop().facts().name), m_desk.formats().samplePrice());
    });
    add(u"saveKeys"_s, tr("Save as PDF"), [this] { savePdf(); });
    add(u"resetKeys"_s, tr("All as delivered"), [this] {
        const auto before = KeyMap::instance().toText();
        KeyMap::instance().resetAll();
        keep(before, tr("All keys"));
    });
    onTheme(head, [row] { row->setSpacing(tokens().px(8)); });
    return head;
}

void ShortcutList::addFixed(QVBoxLayout& column)
{
    column.addWidget(new PlainLabel{tr("These never change"), 16, QFont::DemiBold});
    auto* why = new PlainLabel{tr("A number first, then what it is. Esc always steps back and never does "
                                  "more; Enter, Tab, the arrows and "
                                  "what types a character belong to the fields."),
        13, QFont::Normal, Ink::Secondary};
    why->setWordWrap(true);
    column.addWidget(why);
    for (const auto& fixed : fixedKeys(m_desk.formats().samplePrice())) {
        if (fixed.command != nullptr) continue;
        auto* row = new QHBoxLayout;
        row->setContentsMargins(0, tokens().px(2), 0, tokens().px(2));
        row->addWidget(new PlainLabel{wordsOf(fixed), 14, QFont::Normal}, 1);
        for (const auto& key : fixed.typed) row->addWidget(new KeyBadge{key});
        column.addLayout(row);
    }
}

void ShortcutList::search(const QString& words)
{
    for (const auto& group : m_groups) {
        bool any = false;
        for (auto* row : group.rows) {
            const bool shown = row->matches(words);
            row->setVisible(shown);
            any = any || shown;
        }
        group.title->setVisible(any);
    }
}

void ShortcutList::change(const QString& command, const QKeySequence& key)
{
    auto& map = KeyMap::instance();
    QString taker;
    const auto refused = map.check(command, key, &taker);
    if (refused != KeyRefusal::None) {
        for (const auto& one : allCommands())
            if (taker == QLatin1String{one.id}) taker = wordsOf(one);
        return m_desk.note().show({Tone::Bad, keyText(key), refusalText(refused, taker), {}, {}});
    }
    const auto before = map.toText();
    map.assign(command, key);
    keep(before, keyText(key));
}

void ShortcutList::keep(const QString& before, const QString& what)
{
    // Not yet kept: a refusal puts the map back to what counts.
    if (!m_desk.set("keys.map", KeyMap::instance().toText(), what)) KeyMap::instance().load(before);
}

void ShortcutList::savePdf()
{
    const auto file = chooseFile(
        this, {FileRequest::Kind::Save, tr("Save the keys"), tr("PDF (*.pdf)"), {}, tr("keys") + u".pdf"_s});
    if (!file) return;
    const bool written = writeKeySheet(
        *file, QString::fromStdString(m_desk.shop().facts().name), m_desk.formats().samplePrice());
    m_desk.note().show(written ? NoteBar::Note{Tone::Ok, *file, tr("has been written."), {}, {}}
                               : NoteBar::Note{Tone::Bad, *file, tr("cannot be written there."), {}, {}});
}

} // namespace till
