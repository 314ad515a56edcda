#include "ui/day/close_page.h"

#include "domain/cash/currency.h"
#include "ui/app/action_guard.h"
#include "ui/app/error_text.h"
#include "ui/day/count_grid.h"
#include "ui/kit/chip_row.h"
#include "ui/kit/key_button.h"
#include "ui/kit/note_bar.h"
#include "ui/kit/page_head.h"
#include "ui/kit/plain_label.h"
#include "ui/kit/surface.h"
#include "ui/kit/theme.h"
#include "ui/wizard/form_field.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace till {

using namespace Qt::StringLiterals;

namespace {

QLineEdit* moneyField(const QString& name)
{
    auto* field = new QLineEdit;
    field->setObjectName(name);
    field->setAlignment(Qt::AlignRight);
    field->setMaxLength(30);
    return field;
}

} // namespace

ClosePage::ClosePage(Shop& shop, const Formats& formats, QWidget* parent)
    : QWidget{parent}
    , m_shop{shop}
    , m_formats{formats}
    , m_head{new PageHead{tr("Close the till")}}
    , m_note{new NoteBar}
    , m_way{new ChipRow}
    , m_ways{new QStackedWidget}
    , m_grid{new CountGrid{formats, currency(shop.facts().currency)}}
    , m_sum{moneyField(u"countedSum"_s)}
    , m_leave{moneyField(u"leaveAmount"_s)}
    , m_remark{new QLineEdit}
    , m_totalHead{new PlainLabel{{}, 12, QFont::Normal, Ink::Secondary}}
    , m_total{new PlainLabel{{}, 32, QFont::Bold}}
{
    setObjectName(u"closePage"_s);
    auto* cards = new QHBoxLayout;
    cards->addWidget(makeCount(), 3);
    cards->addWidget(makeAfter(), 2);
    auto* column = new QVBoxLayout{this};
    column->addWidget(m_head);
    column->addWidget(m_note);
    column->addLayout(cards, 1);
    column->addWidget(makeFooter());
    onTheme(this, [column, cards] {
        const Tokens& t = tokens();
        column->setContentsMargins(t.px(16), t.px(16), t.px(16), t.px(16));
        column->setSpacing(t.px(12));
        cards->setSpacing(t.px(16));
    });
    connect(m_way, &ChipRow::chosen, this, &ClosePage::showWay);
    connect(m_grid, &CountGrid::edited, this, &ClosePage::showTotal);
    connect(m_grid, &CountGrid::edited, m_note, &NoteBar::dismiss);
    connect(m_grid, &CountGrid::finished, m_leave, [this] { m_leave->setFocus(Qt::OtherFocusReason); });
    connect(m_sum, &QLineEdit::textEdited, this, &ClosePage::showTotal);
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto* command = new QAction{this};
        command->setShortcut(QKeySequence{Qt::CTRL | key});
        command->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(command, &QAction::triggered, this, &ClosePage::commit);
        addAction(command);
    }
}

QWidget* ClosePage::makeCount()
{
    auto* scrolled = new QScrollArea;
    scrolled->setObjectName(u"countScroll"_s);
    scrolled->setFocusPolicy(Qt::NoFocus);
    scrolled->setFrameShape(QFrame::NoFrame);
    scrolled->setWidgetResizable(true);
    scrolled->setWidget(m_grid);
    scrolled->viewport()->setAutoFillBackground(false);
    m_grid->setAutoFillBackground(false);
    auto* single = new QWidget;
    auto* inSingle = new QVBoxLayout{single};
    inSingle->setContentsMargins(0, 0, 0, 0);
    inSingle->addWidget(
        new FormField{tr("Everything in the drawer, %1").arg(m_formats.currencySymbol()), m_sum});
    inSingle->addStretch(1);
    m_ways->addWidget(scrolled);
    m_ways->addWidget(single);
    auto* words =
        new PlainLabel{tr("Type how many, Enter goes on, 100+7 adds. Take the drawer away from the counter."),
            12, QFont::Normal, Ink::Secondary};
    words->setWordWrap(true);
    auto* card = Surface::card();
    auto* column = new QVBoxLayout{card};
    column->addWidget(new PlainLabel{tr("Count the drawer"), 18, QFont::DemiBold});
    column->addWidget(words);
    column->addWidget(m_way);
    column->addWidget(m_ways, 1);
    onTheme(this, [this, column] {
        const Tokens& t = tokens();
        column->setContentsMargins(t.px(16), t.px(16), t.px(16), t.px(16));
        column->setSpacing(t.px(12));
        m_sum->setFont(t.font(24, QFont::Bold));
        m_sum->setMinimumHeight(t.px(56));
    });
    return card;
}

QWidget* ClosePage::makeAfter()
{
    m_remark->setObjectName(u"closeRemark"_s);
    m_remark->setMaxLength(200);
    m_leave->setPlaceholderText(tr("all of it"));
    auto* why = new PlainLabel{
        tr("What should be in the drawer stays hidden until you commit. This way the count is honest for "
           "everybody."),
        13, QFont::Normal, Ink::Text};
    why->setWordWrap(true);
    auto* note = new Surface{Surface::Fill::Selected, Surface::Edge::None, 8};
    auto* inNote = new QVBoxLayout{note};
    inNote->addWidget(why);
    auto* card = Surface::card();
    auto* column = new QVBoxLayout{card};
    column->addWidget(new PlainLabel{tr("For the next shift"), 18, QFont::DemiBold});
    column->addWidget(new FormField{tr("Stays in the drawer, %1").arg(m_formats.currencySymbol()), m_leave});
    column->addWidget(new FormField{tr("Remark"), m_remark});
    column->addWidget(note);
    column->addStretch(1);
    onTheme(this, [column, inNote] {
        const Tokens& t = tokens();
        column->setContentsMargins(t.px(16), t.px(16), t.px(16), t.px(16));
        column->setSpacing(t.px(12));
        inNote->setContentsMargins(t.px(12), t.px(10), t.px(12), t.px(10));
    });
    return card;
}

QWidget* ClosePage::makeFooter()
{
    m_total->setObjectName(u"countTotal"_s);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_totalHead);
    words->addWidget(m_total);
    auto* back = new KeyButton{QString{}, tr("Back"), Qt::Key_Escape};
    back->setObjectName(u"closeBack"_s);
    auto* done = new KeyButton{u"lock"_s, tr("Commit count"), QKeySequence{u"Ctrl+Return"_s}};
    done->setObjectName(u"commitCount"_s);
    done->setKind(ButtonKind::Primary);
    auto* footer = new Surface{Surface::Fill::Quiet, Surface::Edge::All, 10};
    auto* row = new QHBoxLayout{footer};
    row->addLayout(words, 1);
    for (auto* button : {back, done}) {
        button->setAccessibleName(button->text());
        button->setHeights(40, 56);
        row->addWidget(button);
    }
    onTheme(this, [row] {
        const Tokens& t = tokens();
        row->setContentsMargins(t.px(16), t.px(8), t.px(16), t.px(8));
        row->setSpacing(t.px(12));
    });
    connect(back, &KeyButton::clicked, this, &ClosePage::left);
    connect(done, &KeyButton::clicked, this, &ClosePage::commit);
    for (auto* field : {m_sum, m_leave, m_remark})
        connect(field, &QLineEdit::textEdited, m_note, &NoteBar::dismiss);
    return footer;
}

void ClosePage::start(const QString& sentence)
{
    m_head->setSentence(sentence);
    m_note->dismiss();
    m_grid->clear();
    for (auto* field : {m_sum, m_leave, m_remark}) field->clear();
    if (m_grid->rowCount() > 0)
        m_way->setChoices({{u"pieces"_s, tr("By notes and coins")}, {u"sum"_s, tr("One sum")}});
    else
        m_way->setChoices({{u"sum"_s, tr("One sum")}});
    showWay();
}

void ClosePage::takeFocus()
{
    if (m_way->current() == u"sum"_s) return m_sum->setFocus(Qt::OtherFocusReason);
    m_grid->takeFocus();
}

void ClosePage::refuseScan(const QString& code)
{
    m_note->show({Tone::Warn, code,
        tr("was not taken: you are counting. Finish the count, or leave it with Esc, and scan again."), {},
        {}});
}

void ClosePage::showWay()
{
    m_ways->setCurrentIndex(m_way->current() == u"sum"_s ? 1 : 0);
    showTotal();
    takeFocus();
}

Result<Money> ClosePage::counted() const
{
    if (m_way->current() == u"sum"_s) return m_formats.parseMoney(m_sum->text());
    if (m_grid->rowsCounted() == 0) return Error{ErrorCode::NumberInvalid};
    return m_grid->total();
}

void ClosePage::showTotal()
{
    guarded(this, [this] {
        const auto total = counted();
        m_total->setText(total ? m_formats.moneyWithSymbol(*total) : u"–"_s);
        m_total->setAccessibleName(tr("Counted so far: %1").arg(m_total->text()));
        m_totalHead->setText(m_way->current() == u"sum"_s ? tr("Counted")
                                                          : tr("Counted so far, %1 of %2 rows")
                                                                .arg(QString::number(m_grid->rowsCounted()),
                                                                    QString::number(m_grid->rowCount())));
    });
}

void ClosePage::commit()
{
    guarded(this, [this] {
        const auto total = counted();
        if (!total) return refuse(total.error());
        std::optional<Money> leave;
        if (!m_leave->text().trimmed().isEmpty()) {
            const auto typed = m_formats.parseMoney(m_leave->text());
            if (!typed) return refuse(typed.error());
            if (*typed > *total)
                return m_note->show(
                    {Tone::Bad, {}, tr("No more can stay in the drawer than is in it."), {}, {}});
            leave = *typed;
        }
        const auto done =
            m_shop.shifts().close(m_shop.owner(), *total, leave, m_remark->text().toStdString());
        if (!done) return refuse(done.error());
        Q_EMIT closed(*done);
    });
}

void ClosePage::refuse(const Error& error)
{
    const bool nothing = error.code == ErrorCode::NumberInvalid && error.detail.empty();
    m_note->show({Tone::Bad, {},
        nothing ? tr("Count the drawer first: type how many of each, or the sum.") : errorText(error), {},
        {}});
}

void ClosePage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) return Q_EMIT left();
    QWidget::keyPressEvent(event);
}

} // namespace till
