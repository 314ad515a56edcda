#include "ui/sell/product_picker.h"

#include "services/catalog_service.h"
#include "ui/kit/key_button.h"
#include "ui/kit/plain_label.h"
#include "ui/kit/theme.h"
#include "ui/sell/results_view.h"
#include "ui/sound/sounds.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

namespace till {

using namespace Qt::StringLiterals;

namespace {
constexpr int kMostResults = 50;
}

ProductPicker::ProductPicker(
    Shop& shop, const Formats& formats, const DepartmentColours& colours, Proposed proposed, QWidget* parent)
    : QDialog{parent}
    , m_shop{shop}
    , m_formats{formats}
    , m_colours{colours}
    , m_proposed{std::move(proposed)}
    , m_field{new QLineEdit}
    , m_why{new PlainLabel{{}, 13, QFont::Normal, Ink::Secondary}}
    , m_results{new ResultsView}
{
    setObjectName(u"productPicker"_s);
    setWindowTitle(tr("Add a quick key"));
    m_field->setObjectName(u"pickerField"_s);
    m_field->setAccessibleName(tr("Product"));
    m_field->setPlaceholderText(tr("Type a name or a number, or scan"));
    m_field->setMaxLength(200);
    m_field->installEventFilter(this);
    m_why->setObjectName(u"pickerWhy"_s);
    auto* cancel = new KeyButton{tr("Back")};
    cancel->setObjectName(u"pickerBack"_s);
    cancel->setKey(Qt::Key_Escape);
    connect(cancel, &KeyButton::clicked, this, &QDialog::reject);

    auto* column = new QVBoxLayout{this};
    auto* head = new QHBoxLayout;
    head->addWidget(m_field, 1);
    head->addWidget(cancel);
    column->addLayout(head);
    column->addWidget(m_why);
    column->addWidget(m_results, 1);
    onTheme(this, [this, column] {
        const Tokens& t = tokens();
        column->setContentsMargins(t.px(16), t.px(16), t.px(16), t.px(16));
        column->setSpacing(t.px(12));
        m_field->setMinimumHeight(t.px(44, 56));
        setMinimumSize(t.px(640), t.px(560));
    });
    connect(m_field, &QLineEdit::textEdited, this, &ProductPicker::search);
    connect(m_field, &QLineEdit::returnPressed, this, &ProductPicker::submit);
    connect(m_results, &ResultsView::chosen, this, &ProductPicker::choose);
    search({});
    m_field->setFocus();
}

void ProductPicker::search(const QString& text)
{
    const auto words = text.trimmed();
    const auto hits =
        words.isEmpty() ? m_proposed.products : m_shop.catalog().search(words.toStdString(), kMostResults);
    m_why->setText(words.isEmpty() ? m_proposed.why : QString{});
    m_why->setVisible(!m_why->text().isEmpty());
    m_results->show(resultRows(hits, words, m_formats, m_colours),
        tr("%n product(s)", nullptr, static_cast<int>(hits.size())), m_formats.currencySymbol());
}

/// A code is itself; anything else means the marked row.
void ProductPicker::submit()
{
    const auto found = m_shop.catalog().findByCode(m_field->text().trimmed().toStdString());
    choose(found ? found->id.value : m_results->selectedProduct());
}

bool ProductPicker::takeScan(const QString& code)
{
    const auto found = m_shop.catalog().findByCode(code.toStdString());
    if (found) {
        choose(found->id.value);
    } else {
        Sounds::instance().play(Sound::Unknown);
        m_why->setPlainText(tr("%1 is no code of any product.").arg(code.left(60)));
        m_why->show();
    }
    return true;
}

void ProductPicker::choose(qint64 product)
{
    if (product == 0) return;
    m_product = product;
    accept();
}

bool ProductPicker::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_Up: m_results->moveSelection(-1); return true;
        case Qt::Key_Down: m_results->moveSelection(1); return true;
        case Qt::Key_PageUp: m_results->moveSelection(-10); return true;
        case Qt::Key_PageDown: m_results->moveSelection(10); return true;
        default: break;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace till
