#include "ui/printing/print_queue_page.h"

#include "ui/app/action_guard.h"
#include "ui/app/error_text.h"
#include "ui/kit/icon_label.h"
#include "ui/kit/key_button.h"
#include "ui/kit/note_bar.h"
#include "ui/kit/page_head.h"
#include "ui/kit/plain_label.h"
#include "ui/kit/scroll_down.h"
#include "ui/kit/surface.h"
#include "ui/kit/theme.h"
#include "ui/printing/printer_words.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace till {

using namespace Qt::StringLiterals;

PrintQueuePage::PrintQueuePage(Shop& shop, const Formats& formats, QWidget* parent)
    : QWidget{parent}
    , m_shop{shop}
    , m_formats{formats}
    , m_head{new PageHead{tr("Printer")}}
    , m_note{new NoteBar}
{
    setObjectName(u"printQueuePage"_s);
    setAccessibleName(tr("Printer"));
    auto* look = new KeyButton{u"refresh-cw"_s, tr("Try again now"), {}};
    look->setObjectName(u"printerLook"_s);
    look->setAccessibleName(look->text());
    connect(look, &KeyButton::clicked, this, [this] { m_shop.printing().look(); });
    m_head->addAction(look);
    auto* list = new QWidget;
    m_rows = new QVBoxLayout{list};
    m_rows->setContentsMargins(0, 0, 0, 0);
    auto* scroll = scrollDown(list, u"printQueueScroll"_s, tr("Prints"));
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* column = new QVBoxLayout{this};
    column->addWidget(m_head);
    column->addWidget(m_note);
    column->addWidget(scroll, 1);
    onTheme(this, [this, column] {
        const Tokens& t = tokens();
        column->setContentsMargins(t.px(16), t.px(16), t.px(16), t.px(16));
        column->setSpacing(t.px(12));
        m_rows->setSpacing(t.px(8));
    });
    setFocusPolicy(Qt::StrongFocus);
    m_changed = shop.printing().changed.subscribe([this] {
        if (isVisible()) refresh();
    });
}

void PrintQueuePage::takeFocus()
{
    setFocus(Qt::OtherFocusReason);
}

void PrintQueuePage::showEvent(QShowEvent*)
{
    m_note->dismiss();
    refresh();
}

void PrintQueuePage::clear()
{
    while (auto* item = m_rows->takeAt(0)) {
        if (item->widget() != nullptr) {
            item->widget()->hide();
            item->widget()->deleteLater(); // it may be what was pressed
        }
        delete item;
    }
}

void PrintQueuePage::refresh()
{
    const auto status = m_shop.printing().status();
    auto words = printerWords(status);
    if (!status.why.empty()) words += u" ("_s + QString::fromStdString(status.why) + u')';
    m_head->setSentence(words);
    clear();
    const auto jobs = m_shop.printing().jobs();
    for (const auto& job : jobs) m_rows->addWidget(row(job));
    if (jobs.empty()) m_rows->addWidget(nothing(), 1);
    m_rows->addStretch();
}

QString PrintQueuePage::about(const PrintJob& job) const
{
    const auto since = m_formats.dateAndTime(job.since);
    switch (job.state) {
    case PrintJob::State::Waiting: return tr("waits since %1").arg(since);
    case PrintJob::State::Printing: return tr("is being printed");
    case PrintJob::State::Unknown:
        return tr("of %1. The printer stopped in the middle: look whether the paper is there.").arg(since);
    case PrintJob::State::Done: return tr("printed");
    }
    Q_UNREACHABLE();
}

KeyButton* PrintQueuePage::button(
    const QString& name, const PrintJob& job, const QString& word, std::function<Result<>()> action)
{
    auto* press = new KeyButton{word};
    press->setObjectName(name + QString::number(job.id));
    press->setAccessibleName(u"%1, %2"_s.arg(word, jobName(job)));
    press->setFocusPolicy(Qt::StrongFocus);
    connect(press, &KeyButton::clicked, this, [this, action = std::move(action)] {
        guarded(this, [&] {
            const auto done = action();
            if (!done) m_note->show({Tone::Bad, {}, errorText(done.error()), {}, {}});
        });
    });
    return press;
}

QWidget* PrintQueuePage::row(const PrintJob& job)
{
    auto* card = Surface::card();
    card->setObjectName(u"printJob%1"_s.arg(job.id));
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(new PlainLabel{jobName(job), 16, QFont::DemiBold});
    auto* detail = new PlainLabel{about(job), 13, QFont::Normal, Ink::Secondary};
    detail->setWordWrap(true);
    words->addWidget(detail);
    auto* line = new QHBoxLayout{card};
    line->addLayout(words, 1);
    auto& printing = m_shop.printing();
    const auto actor = m_shop.owner();
    const auto id = job.id;
    if (job.state == PrintJob::State::Unknown) {
        auto* again = button(u"printCopy"_s, job, tr("Print a copy"), [&printing, actor, id]() -> Result<> {
            const auto copy = printing.printAgain(actor, id);
            return copy ? Result<>{} : copy.error();
        });
        again->setKind(ButtonKind::Primary);
        line->addWidget(again);
        line->addWidget(button(u"printIsThere"_s, job, tr("The paper is there"),
            [&printing, actor, id] { return printing.confirm(actor, id); }));
    }
    if (job.state != PrintJob::State::Printing) {
        auto* discard = button(u"printDiscard"_s, job, tr("Discard"),
            [&printing, actor, id] { return printing.discard(actor, id); });
        discard->setKind(ButtonKind::Danger);
        line->addWidget(discard);
    }
    const Tokens& t = tokens();
    line->setContentsMargins(t.px(16), t.px(10), t.px(12), t.px(10));
    line->setSpacing(t.px(8));
    return card;
}

QWidget* PrintQueuePage::nothing() const
{
    auto* empty = new QWidget;
    empty->setObjectName(u"printQueueEmpty"_s);
    auto* column = new QVBoxLayout{empty};
    column->addStretch();
    column->addWidget(new IconLabel{u"printer"_s, 56, Ink::Secondary}, 0, Qt::AlignHCenter);
    column->addWidget(
        new PlainLabel{tr("Nothing waits for the printer"), 24, QFont::Bold}, 0, Qt::AlignHCenter);
    column->addWidget(new PlainLabel{tr("Receipts that cannot be printed now stand here until they can."), 16,
                          QFont::Normal, Ink::Secondary},
        0, Qt::AlignHCenter);
    column->addStretch();
    return empty;
}

} // namespace till
