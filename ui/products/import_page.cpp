#include "ui/products/import_page.h"

#include "ui/app/action_guard.h"
#include "ui/app/error_text.h"
#include "ui/kit/key_button.h"
#include "ui/kit/list_table.h"
#include "ui/kit/page_head.h"
#include "ui/kit/plain_label.h"
#include "ui/kit/progress_window.h"
#include "ui/kit/surface.h"
#include "ui/kit/theme.h"
#include "ui/products/problems_model.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace till {

using namespace Qt::StringLiterals;

ImportPage::ImportPage(Shop& shop, const Formats& formats, QWidget* parent)
    : QWidget{parent}
    , m_shop{shop}
    , m_formats{formats}
    , m_head{new PageHead{tr("Import products")}}
    , m_columns{new PlainLabel{{}, 13, QFont::Normal, Ink::Secondary}}
    , m_problemHead{new PlainLabel{{}, 18, QFont::DemiBold}}
    , m_model{new ProblemsModel{this}}
    , m_table{new ListTable}
    , m_import{new KeyButton{u"upload"_s, tr("Import"), QKeySequence{}}}
{
    setObjectName(u"importPage"_s);
    auto* tiles = new QHBoxLayout;
    const auto addTile = [&](const QString& id, const QString& caption) {
        auto* tile = Surface::card();
        auto* figure = new PlainLabel{u"0"_s, 24, QFont::Bold};
        figure->setObjectName(u"import_"_s + id);
        auto* inTile = new QVBoxLayout{tile};
        inTile->addWidget(new PlainLabel{caption, 12, QFont::DemiBold, Ink::Secondary});
        inTile->addWidget(figure);
        tiles->addWidget(tile, 1);
        m_figures[id] = figure;
    };
    addTile(u"rows"_s, tr("Rows in the file"));
    addTile(u"added"_s, tr("New products"));
    addTile(u"changed"_s, tr("Changed"));
    addTile(u"unchanged"_s, tr("As they are"));
    addTile(u"rejected"_s, tr("Cannot be taken"));
    m_columns->setWordWrap(true);
    m_columns->setObjectName(u"importColumns"_s);
    m_problemHead->setObjectName(u"importProblemHead"_s);
    m_table->setObjectName(u"importProblems"_s);
    m_table->setAccessibleName(tr("Rows that cannot be taken"));
    m_table->setModel(m_model);
    m_table->setColumns({{96}, {0}});
    auto* card = Surface::card();
    auto* inCard = new QVBoxLayout{card};
    inCard->addWidget(m_problemHead);
    inCard->addWidget(m_table, 1);

    m_import->setObjectName(u"importNow"_s);
    m_import->setKind(ButtonKind::Primary);
    auto* cancel = new KeyButton{QString{}, tr("Cancel"), Qt::Key_Escape};
    cancel->setObjectName(u"importCancel"_s);
    auto* footer = new QHBoxLayout;
    footer->addStretch(1);
    for (auto* button : {cancel, m_import}) {
        button->setAccessibleName(button->text());
        button->setHeights(40, 56);
        footer->addWidget(button);
    }
    auto* column = new QVBoxLayout{this};
    column->addWidget(m_head);
    column->addLayout(tiles);
    column->addWidget(m_columns);
    column->addWidget(card, 1);
    column->addLayout(footer);
    onTheme(this, [column, tiles, footer, inCard] {
        const Tokens& t = tokens();
        column->setContentsMargins(t.px(16), t.px(16), t.px(16), t.px(16));
        column->setSpacing(t.px(12));
        tiles->setSpacing(t.px(12));
        footer->setSpacing(t.px(8));
        inCard->setContentsMargins(t.px(16), t.px(12), t.px(16), t.px(12));
    });
    connect(cancel, &KeyButton::clicked, this, &ImportPage::left);
    connect(m_import, &KeyButton::clicked, this, &ImportPage::import);
    setFocusPolicy(Qt::ClickFocus);
    setAccessibleName(tr("Import products"));
}

Result<ProductImportReport> ImportPage::run(bool dryRun)
{
    ProgressWindow window{this, dryRun ? tr("Reading the list") : tr("Importing products"),
        tr("Until it is done, everything is as it was.")};
    ProductImportOptions options;
    options.file = m_file.toStdString();
    options.dryRun = dryRun;
    options.progress = [&window](int percent) { return window.step(percent); };
    return m_shop.imports().products(m_shop.owner(), options);
}

bool ImportPage::preview(const QString& file)
{
    m_file = file;
    bool shown = false;
    guarded(this, [this, &shown] {
        const auto report = run(true);
        if (!report) return Q_EMIT refused(errorText(report.error()));
        show(*report);
        shown = true;
    });
    return shown;
}

void ImportPage::show(const ProductImportReport& report)
{
    m_head->setSentence(tr("%1: this is what would happen").arg(QFileInfo{m_file}.fileName()));
    m_figures[u"rows"_s]->setText(m_formats.whole(report.rows));
    m_figures[u"added"_s]->setText(m_formats.whole(report.added));
    m_figures[u"changed"_s]->setText(m_formats.whole(report.changed));
    m_figures[u"unchanged"_s]->setText(m_formats.whole(report.unchanged));
    m_figures[u"rejected"_s]->setText(m_formats.whole(report.rejectedCount));
    m_figures[u"rejected"_s]->setInk(report.rejectedCount > 0 ? Ink::Danger : Ink::Text);
    QStringList columns;
    for (const auto& [field, column] : report.columns)
        columns << u"%1 = %2"_s.arg(QString::fromStdString(field), QString::fromStdString(column));
    QString words = tr("Columns used: %1").arg(columns.join(u", "_s));
    if (report.stockLeftAlone > 0) {
        words += u' ';
        words += tr("The stock of %n known product(s) stays as it is.", nullptr,
            static_cast<int>(report.stockLeftAlone));
    }
    m_columns->setPlainText(words);
    m_problemHead->setText(report.rejectedCount == 0 ? tr("Every row can be taken")
                                                     : tr("%n row(s) stay out, the others are imported",
                                                           nullptr, static_cast<int>(report.rejectedCount)));
    m_model->show(report.rejected);
    m_table->setVisible(report.rejectedCount > 0);
    m_import->setEnabled(report.added + report.changed > 0);
}

void ImportPage::import()
{
    guarded(this, [this] {
        const auto report = run(false);
        if (!report) return Q_EMIT refused(errorText(report.error()));
        Q_EMIT imported(
            report->id.value, tr("%1 new, %2 changed, %3 left out.")
                                  .arg(m_formats.whole(report->added), m_formats.whole(report->changed),
                                      m_formats.whole(report->rejectedCount)));
    });
}

void ImportPage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) return Q_EMIT left();
    QWidget::keyPressEvent(event);
}

} // namespace till
