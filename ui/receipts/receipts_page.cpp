#include "ui/receipts/receipts_page.h"

#include "services/checkout_service.h"
#include "services/people_service.h"
#include "services/report_service.h"
#include "ui/app/action_guard.h"
#include "ui/app/error_text.h"
#include "ui/kit/chip_row.h"
#include "ui/kit/combo_field.h"
#include "ui/kit/file_chooser.h"
#include "ui/kit/key_hint.h"
#include "ui/kit/list_table.h"
#include "ui/kit/note_bar.h"
#include "ui/kit/plain_label.h"
#include "ui/kit/surface.h"
#include "ui/kit/theme.h"
#include "ui/receipts/hand_over.h"
#include "ui/receipts/receipts_model.h"
#include "ui/sell/item_field.h"
#include "ui/sell/receipt_view.h"

#include <QAction>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QSaveFile>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <algorithm>

namespace till {

using namespace Qt::StringLiterals;

namespace {

constexpr double kPaperWidth = 368; // of the sheet on the screen, inside its border
constexpr BusinessDay kFirstDay{0};

struct Period {
    std::optional<BusinessDay> from;
    std::optional<BusinessDay> to;
};

Period periodOf(const QString& id, BusinessDay today)
{
    if (id == u"today"_s) return {today, today};
    if (id == u"week"_s) return {BusinessDay{today.days - 6}, today};
    return {};
}

} // namespace

ReceiptsPage::ReceiptsPage(Shop& shop, const Formats& formats, QWidget* parent)
    : QWidget{parent}
    , m_shop{shop}
    , m_formats{formats}
    , m_view{new ReceiptView}
    , m_field{new ItemField{u"search"_s}}
    , m_period{new ChipRow}
    , m_tender{new ComboField}
    , m_person{new ComboField}
    , m_count{new PlainLabel{{}, 12, QFont::Normal, Ink::Secondary}}
    , m_table{new ListTable}
    , m_model{new ReceiptsModel{formats, this}}
    , m_note{new NoteBar}
    , m_handOver{new HandOver{shop, formats, *m_note}}
{
    setObjectName(u"receiptsPage"_s);
    m_view->setActions({{u"pdf"_s, u"receipt-text"_s, tr("Save as PDF"), QKeySequence{u"Ctrl+S"_s}, true},
        {u"copy"_s, u"plus"_s, tr("Copy"), QKeySequence{u"Ctrl+K"_s}}});
    m_field->setObjectName(u"receiptSearch"_s);
    m_field->setHint(tr("Scan, or type number, amount or product"));
    m_period->setChoices({{u"today"_s, tr("Today")}, {u"week"_s, tr("7 days")}, {u"all"_s, tr("All")}});
    auto* row = new QHBoxLayout{this};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_view);
    row->addWidget(makeList(), 1);
    onTheme(this, [this] { m_view->setFixedWidth(tokens().px(424)); });
    connectAll();
}

ReceiptsPage::~ReceiptsPage() = default;

QWidget* ReceiptsPage::makeList()
{
    m_table->setObjectName(u"receiptTable"_s);
    m_table->setAccessibleName(tr("Receipts"));
    m_table->setModel(m_model);
    m_table->setRowHeights(40, 52);
    m_count->setObjectName(u"receiptCount"_s);
    m_tender->setObjectName(u"receiptTender"_s);
    m_tender->setAccessibleName(tr("Paid with"));
    m_person->setObjectName(u"receiptPerson"_s);
    m_person->setAccessibleName(tr("Rung up by"));

    auto* card = Surface::card();
    auto* inCard = new QVBoxLayout{card};
    inCard->setContentsMargins(1, 4, 1, 1);
    inCard->setSpacing(0);
    inCard->addWidget(m_table, 1);
    auto* footer = new Surface{Surface::Fill::None, Surface::Edge::Top};
    auto* hints = new QHBoxLayout{footer};
    hints->addWidget(new KeyHint{{u"↑"_s, u"↓"_s}, tr("choose")});
    hints->addStretch(1);
    hints->addWidget(new KeyHint{{tr("Esc")}, tr("back to the sale")});
    inCard->addWidget(footer);

    auto* filters = new QHBoxLayout;
    filters->addWidget(m_period, 1);
    filters->addWidget(m_tender);
    filters->addWidget(m_person);
    filters->addWidget(m_count);
    auto* side = new QWidget;
    auto* column = new QVBoxLayout{side};
    column->addWidget(m_field);
    column->addWidget(m_note);
    column->addLayout(filters);
    column->addWidget(card, 1);
    column->addWidget(m_handOver);
    onTheme(this, [footer, hints, column] {
        const Tokens& t = tokens();
        footer->setFixedHeight(t.px(44));
        hints->setContentsMargins(t.px(16), 0, t.px(16), 0);
        column->setContentsMargins(t.px(16), t.px(16), t.px(16), t.px(16));
        column->setSpacing(t.px(12));
    });
    return side;
}

/// Ways to pay and people as they are now; what was chosen stays chosen.
void ReceiptsPage::fillFilters()
{
    const auto fill = [](ComboField& box, const QString& all, const auto& each) {
        const auto chosen = box.currentData();
        box.clear();
        box.addItem(all, qint64{0});
        each();
        box.setCurrentIndex(std::max(0, box.findData(chosen)));
    };
    fill(*m_tender, tr("All payments"), [this] {
        for (const auto& type : m_shop.checkout().tenderTypes())
            m_tender->addItem(QString::fromStdString(type.name), static_cast<qint64>(type.id.value));
    });
    fill(*m_person, tr("Everybody"), [this] {
        for (const auto& user : m_shop.people().users())
            m_person->addItem(QString::fromStdString(user.name), static_cast<qint64>(user.id.value));
    });
}

bool ReceiptsPage::isNarrowed() const
{
    return m_tender->currentIndex() > 0 || m_person->currentIndex() > 0;
}

void ReceiptsPage::connectAll()
{
    connect(m_field, &ItemField::textEdited, this, [this] {
        m_reading = ReceiptQuery::Reading::Any;
        m_note->dismiss();
        reload();
    });
    connect(m_field, &ItemField::submitted, this, [this] { m_table->markRow(0); });
    connect(m_field, &ItemField::moveRequested, m_table, &ListTable::moveMark);
    connect(m_field, &ItemField::escaped, this, &ReceiptsPage::backRequested);
    connect(m_period, &ChipRow::chosen, this, [this] { reload(); });
    for (auto* filter : {m_tender, m_person})
        connect(filter, &QComboBox::activated, this, &ReceiptsPage::reload);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex& now) {
            if (now.isValid()) load(m_model->at(now.row()).document);
        });
    connect(m_model, &ReceiptsModel::rowsInserted, this, &ReceiptsPage::showCount);
    connect(m_model, &ReceiptsModel::failed, this, [this](const QString& sentence) {
        m_note->show({Tone::Bad, {}, sentence, {}, {}});
    });
    connect(m_handOver, &HandOver::takeBackRequested, this, &ReceiptsPage::takeBackRequested);
    connect(m_handOver, &HandOver::giftMade, this, &ReceiptsPage::showGift);
    connect(m_view, &ReceiptView::triggered, this, [this](const QString& id) {
        if (id == u"pdf"_s) savePdf();
        if (id == u"copy"_s) copy();
    });
    addKey(QKeySequence{u"Ctrl+S"_s}, [this] { savePdf(); });
    addKey(QKeySequence{u"Ctrl+K"_s}, [this] { copy(); });
    addKey(QKeySequence{u"Ctrl+P"_s}, [this] { m_handOver->printAgain(); });
    addKey(QKeySequence{u"Ctrl+E"_s}, [this] { m_handOver->mail(); });
    addKey(QKeySequence{u"Ctrl+G"_s}, [this] { m_handOver->gift(); });
    addKey(QKeySequence{u"Ctrl+R"_s}, [this] { m_handOver->takeBack(); });
    addKey(Qt::Key_F3, [this] { takeFocus(); });
}

void ReceiptsPage::addKey(const QKeySequence& key, const std::function<void()>& action)
{
    auto* command = new QAction{this};
    command->setShortcut(key);
    command->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(command, &QAction::triggered, this, action);
    addAction(command);
}

void ReceiptsPage::takeFocus()
{
    m_field->takeFocus();
}

void ReceiptsPage::takeScan(const QString& code)
{
    m_field->setText(code);
    m_note->dismiss();
    // The code of goods can have the figures of a receipt's number.
    const bool digits = std::ranges::all_of(code, [](QChar c) { return c.isDigit(); });
    const bool found =
        (digits && lookFor(ReceiptQuery::Reading::Goods)) || lookFor(ReceiptQuery::Reading::Any);
    if (found) {
        m_table->markRow(0);
    } else {
        clearPaper();
        m_note->show(
            {Tone::Warn, code, tr("There is no receipt of this number, and none with such goods."), {}, {}});
    }
    takeFocus();
}

bool ReceiptsPage::lookFor(ReceiptQuery::Reading reading)
{
    m_reading = reading;
    const auto chosen = m_period->current();
    for (const auto& period : {chosen, u"all"_s}) {
        m_period->setCurrent(period);
        reload();
        if (m_model->rowCount() > 0) return true;
    }
    m_period->setCurrent(chosen);
    reload();
    return false;
}

void ReceiptsPage::clearPaper()
{
    m_document.reset();
    m_shown.reset();
    m_view->setPaper({}, {});
    m_view->setCaption({});
    m_handOver->clear();
}

void ReceiptsPage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) return Q_EMIT backRequested();
    QWidget::keyPressEvent(event);
}

void ReceiptsPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    guarded(this, [this] { fillFilters(); });
    reload();
}

void ReceiptsPage::reload()
{
    guarded(this, [this] {
        const auto period = periodOf(m_period->current(), m_shop.now().businessDay);
        const bool oneDay = period.from && period.from == period.to;
        const auto text = m_field->text().toStdString();
        const TenderTypeId tender{m_tender->currentData().toLongLong()};
        const UserId user{m_person->currentData().toLongLong()};
        m_model->show(
            [this, period, text, tender, user, reading = m_reading](int limit, int offset) {
                return m_shop.receipts().find(
                    {text, period.from, period.to, limit, offset, reading, tender, user});
            },
            oneDay ? period.from : std::nullopt);
        const int time = oneDay ? 64 : 124;
        m_table->setColumns({{104}, {time}, {0}, {104, 640}, {92, 560}, {164}});
        showCount();
        const int known = m_document ? m_model->rowOf(*m_document) : -1;
        if (known >= 0 || !m_document) m_table->markRow(std::max(0, known));
    });
}

void ReceiptsPage::showCount()
{
    guarded(this, [this] {
        qint64 count = m_model->rowCount();
        Money sum;
        for (int row = 0; row < m_model->rowCount(); ++row) sum += m_model->at(row).total;
        const bool counted = m_model->isComplete();
        const bool isAll = m_field->text().trimmed().isEmpty() && !isNarrowed();
        if (!counted && isAll) {
            // Not all are read yet, but the sums of days know them.
            const auto today = m_shop.now().businessDay;
            const auto period = periodOf(m_period->current(), today);
            const auto all = m_shop.reports().sales(
                period.from.value_or(kFirstDay), period.to.value_or(today), SalesBy::Day);
            count = all.total.tickets;
            sum = all.total.gross;
        }
        const auto words = counted || isAll
                               ? tr("%n receipt(s), %1", nullptr, static_cast<int>(count))
                               : tr("the newest %n receipt(s), %1", nullptr, static_cast<int>(count));
        m_count->setText(words.arg(m_formats.moneyWithSymbol(sum)));
    });
}

void ReceiptsPage::showReceipt(qint64 documentId)
{
    m_field->clear();
    m_reading = ReceiptQuery::Reading::Any;
    m_note->dismiss();
    m_document = DocumentId{documentId};
    reload();
    if (m_model->rowOf(*m_document) < 0) {
        m_period->setCurrent(u"all"_s);
        reload();
    }
    load(*m_document);
}

void ReceiptsPage::load(DocumentId document)
{
    guarded(this, [this, document] {
        const auto receipt = m_shop.receipts().load(document);
        if (!receipt) return refuse(receipt.error());
        m_document = document;
        show(*receipt);
    });
}

void ReceiptsPage::show(const Receipt& receipt)
{
    const ReceiptPaper paper{receipt, m_formats};
    auto image = paper.image(tokens().px(static_cast<int>(kPaperWidth)) * devicePixelRatioF() / 80.0);
    m_view->setPaper(image, paper.text());
    const auto at = m_formats.dateAndTime(receipt.time);
    m_view->setCaption(receipt.copyNumber > 0
                           ? tr("80 mm paper, 42 characters, copy %1").arg(receipt.copyNumber)
                           : tr("80 mm paper, 42 characters, %1").arg(at));
    m_shown = std::make_unique<Receipt>(receipt);
    m_kind = ReceiptPaper::For::Customer;
    if (m_document) m_handOver->setReceipt(*m_document, receipt);
}

void ReceiptsPage::showGift()
{
    if (!m_shown) return;
    guarded(this, [this] {
        m_kind = ReceiptPaper::For::Gift;
        const ReceiptPaper paper{*m_shown, m_formats, m_kind};
        m_view->setPaper(paper.image(tokens().px(static_cast<int>(kPaperWidth)) * devicePixelRatioF() / 80.0),
            paper.text());
        m_view->setCaption(tr("Gift receipt, without prices"));
    });
}

void ReceiptsPage::copy()
{
    if (!m_document) return;
    guarded(this, [this] {
        const auto made = m_shop.receipts().copy(m_shop.owner(), *m_document);
        if (!made) return refuse(made.error());
        show(*made);
        m_note->show({Tone::Info, QString::fromStdString(made->number),
            tr("This is copy %1. The journal says who made it.").arg(made->copyNumber), {}, {}});
    });
}

void ReceiptsPage::savePdf()
{
    if (!m_shown) return;
    guarded(this, [this] {
        const auto number = QString::fromStdString(m_shown->number);
        const auto chosen = chooseFile(
            this, {.kind = FileRequest::Kind::Save,
                      .title = tr("Save the receipt"),
                      .filter = tr("PDF (*.pdf)"),
                      .startFolder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation),
                      .suggestedName = number + u".pdf"_s});
        if (!chosen) return;
        const auto bytes = ReceiptPaper{*m_shown, m_formats, m_kind}.pdf();
        QSaveFile file{*chosen};
        const auto size = static_cast<qint64>(bytes.size());
        const bool written =
            file.open(QIODevice::WriteOnly) && file.write(bytes.data(), size) == size && file.commit();
        if (!written) return refuse({ErrorCode::FileNotWritable});
        m_note->show({Tone::Ok, number, tr("Saved as %1.").arg(*chosen), {}, {}});
    });
}

void ReceiptsPage::refuse(const Error& error)
{
    m_note->show({Tone::Bad, {}, errorText(error), {}, {}});
}

} // namespace till
