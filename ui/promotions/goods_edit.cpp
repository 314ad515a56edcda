#include "ui/promotions/goods_edit.h"

#include "services/catalog_service.h"
#include "ui/app/action_guard.h"
#include "ui/kit/combo_field.h"
#include "ui/kit/key_button.h"
#include "ui/kit/plain_label.h"
#include "ui/kit/theme.h"
#include "ui/wizard/form_field.h"

#include <QHBoxLayout>
#include <QLayoutItem>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace till {

using namespace Qt::StringLiterals;

namespace {
constexpr int kMostHits = 5;
}

GoodsEdit::GoodsEdit(Shop& shop, const QString& name, const QString& caption, QWidget* parent)
    : QWidget{parent}
    , m_shop{shop}
    , m_search{new QLineEdit}
    , m_departments{new ComboField}
    , m_words{new PlainLabel{{}, 13, QFont::Normal, Ink::Secondary}}
    , m_hits{new QVBoxLayout}
    , m_chosen{new QVBoxLayout}
{
    setObjectName(name);
    m_search->setObjectName(name + u"Search"_s);
    m_search->setPlaceholderText(tr("Name, number or barcode"));
    m_search->setMaxLength(200);
    m_departments->setObjectName(name + u"Department"_s);
    m_words->setWordWrap(true);
    auto* fields = new QHBoxLayout;
    fields->addWidget(new FormField{caption, m_search}, 3);
    fields->addWidget(new FormField{tr("or a department"), m_departments}, 2);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(fields);
    column->addLayout(m_hits);
    column->addWidget(m_words);
    column->addLayout(m_chosen);
    onTheme(this, [this, column, fields] {
        const Tokens& t = tokens();
        column->setSpacing(t.px(8));
        fields->setSpacing(t.px(12));
        m_hits->setSpacing(t.px(2));
        m_chosen->setSpacing(t.px(2));
    });
    connect(m_search, &QLineEdit::textEdited, this, &GoodsEdit::search);
    connect(m_search, &QLineEdit::returnPressed, this, [this] { add(m_search->text()); });
    connect(m_departments, &QComboBox::activated, this, [this](int at) {
        const auto id = m_departments->itemData(at).toLongLong();
        m_departments->setCurrentIndex(0);
        if (id != 0) take(m_goods.departments, id);
    });
}

bool GoodsEdit::holdsFocus() const
{
    return m_search->hasFocus();
}

void GoodsEdit::setGoods(const GoodsChoice& goods)
{
    m_goods = goods;
    m_search->clear();
    clear(*m_hits);
    m_departments->clear();
    m_departments->addItem(tr("Choose"), QVariant::fromValue(qint64{0}));
    const auto& departments = m_shop.catalog().departments();
    for (const auto& each : departments) {
        auto name = QString::fromStdString(each.name);
        for (const auto& above : departments) {
            if (above.id == each.parent) name = QString::fromStdString(above.name) + u" / "_s + name;
        }
        m_departments->addItem(name, QVariant::fromValue(qint64{each.id.value}));
    }
    showChosen();
}

void GoodsEdit::search(const QString& text)
{
    clear(*m_hits);
    if (text.trimmed().size() < 2) return;
    guarded(this, [&] {
        for (const auto& hit : m_shop.catalog().search(text.trimmed().toStdString(), kMostHits)) {
            auto* row = new KeyButton{u"plus"_s, QString::fromStdString(hit.name), QKeySequence{}};
            row->setObjectName(objectName() + u"Hit"_s);
            row->setArrangement(KeyButton::Arrangement::Spread);
            row->setKind(ButtonKind::Quiet);
            row->setHeights(32, 48);
            row->setAccessibleName(row->text());
            connect(
                row, &KeyButton::clicked, this, [this, id = hit.id.value] { take(m_goods.products, id); });
            m_hits->addWidget(row);
        }
    });
}

void GoodsEdit::add(const QString& textOrCode)
{
    const auto text = textOrCode.trimmed().toStdString();
    if (text.empty()) return;
    guarded(this, [&] {
        const auto found = m_shop.catalog().findByCode(text);
        const auto hits = found ? std::vector<ProductHit>{} : m_shop.catalog().search(text, 1);
        if (!found && hits.empty()) {
            m_words->setText(tr("Nothing is called “%1”.").arg(textOrCode.trimmed().left(40)));
            return;
        }
        take(m_goods.products, found ? found->id.value : hits.front().id.value);
    });
}

void GoodsEdit::take(std::vector<std::int64_t>& ids, std::int64_t id)
{
    const auto at = std::lower_bound(ids.begin(), ids.end(), id);
    if (at == ids.end() || *at != id) ids.insert(at, id);
    m_search->clear();
    // A button of the list may have asked for it: it goes when it has said so.
    QMetaObject::invokeMethod(
        this,
        [this] {
            clear(*m_hits);
            showChosen();
            Q_EMIT edited();
        },
        Qt::QueuedConnection);
}

void GoodsEdit::clear(QVBoxLayout& rows)
{
    while (auto* item = rows.takeAt(0)) {
        if (auto* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item; // NOLINT(cppcoreguidelines-owning-memory): a layout hands its items over
    }
}

void GoodsEdit::showChosen()
{
    clear(*m_chosen);
    m_words->setText(m_goods.isEverything() ? tr("All goods, until some are chosen.") : QString{});
    m_words->setVisible(m_goods.isEverything());
    guarded(this, [this] {
        for (int at = 1; at < m_departments->count(); ++at) {
            const auto id = m_departments->itemData(at).toLongLong();
            if (std::binary_search(m_goods.departments.begin(), m_goods.departments.end(), id))
                addRow(tr("Department %1").arg(m_departments->itemText(at)), m_goods.departments, id);
        }
        for (const auto id : m_goods.products) {
            const auto details = m_shop.catalog().details(ProductId{id});
            if (details) addRow(QString::fromStdString(details->fields.name), m_goods.products, id);
        }
    });
}

void GoodsEdit::addRow(const QString& words, std::vector<std::int64_t>& ids, std::int64_t id)
{
    auto* box = new QWidget;
    auto* row = new QHBoxLayout{box};
    row->setContentsMargins(0, 0, 0, 0);
    auto* name = new PlainLabel{words, 14, QFont::DemiBold};
    name->setElided(true);
    auto* remove = new KeyButton;
    remove->setObjectName(objectName() + u"Remove"_s);
    remove->setIconName(u"x"_s);
    remove->setKind(ButtonKind::Quiet);
    remove->setHeights(32, 48);
    remove->setAccessibleName(tr("Take out %1").arg(words));
    row->addWidget(name, 1);
    row->addWidget(remove);
    m_chosen->addWidget(box);
    connect(remove, &KeyButton::clicked, this, [this, &ids, id] {
        std::erase(ids, id);
        QMetaObject::invokeMethod(
            this,
            [this] {
                showChosen();
                Q_EMIT edited();
            },
            Qt::QueuedConnection);
    });
}

} // namespace till
