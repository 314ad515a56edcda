#include "ui/promotions/offer_editor.h"

#include "services/promotion_service.h"
#include "ui/app/action_guard.h"
#include "ui/app/error_text.h"
#include "ui/kit/ask.h"
#include "ui/kit/key_button.h"
#include "ui/kit/note_bar.h"
#include "ui/kit/page_head.h"
#include "ui/kit/plain_label.h"
#include "ui/kit/scroll_down.h"
#include "ui/kit/surface.h"
#include "ui/kit/theme.h"
#include "ui/promotions/example_cart.h"
#include "ui/promotions/goods_edit.h"
#include "ui/promotions/offer_figures.h"
#include "ui/promotions/offer_limits.h"
#include "ui/promotions/offer_words.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace till {

using namespace Qt::StringLiterals;

namespace {

/// What has to be filled in, or cannot be like that.
QString problemOf(const Error& error)
{
    return error.code == ErrorCode::PromotionInvalid
               ? OfferEditor::tr("Still to fill in: %1.").arg(offerField(error.detail))
               : errorText(error);
}

} // namespace

OfferEditor::OfferEditor(Shop& shop, const Formats& formats, QWidget* parent)
    : QWidget{parent}
    , m_shop{shop}
    , m_formats{formats}
    , m_head{new PageHead{tr("New offer")}}
    , m_note{new NoteBar}
    , m_figures{new OfferFigures{formats}}
    , m_goods{new GoodsEdit{shop, u"offerGoods"_s, tr("Goods it is for")}}
    , m_got{new GoodsEdit{shop, u"offerGot"_s, tr("Goods that are got")}}
    , m_goodsCard{Surface::card()}
    , m_limits{new OfferLimits{shop}}
    , m_example{new ExampleCart{shop, formats}}
    , m_unsaved{new PlainLabel{{}, 13, QFont::Normal, Ink::Secondary}}
    , m_archive{new KeyButton{u"trash-2"_s, tr("End the offer"), QKeySequence{}}}
    , m_save{new KeyButton{QString{}, tr("Save"), QKeySequence{u"Ctrl+S"_s}}}
{
    setObjectName(u"offerEditor"_s);
    auto* top = new QVBoxLayout;
    top->addWidget(m_head);
    top->addWidget(m_note);
    auto* middle = new QHBoxLayout;
    middle->addWidget(makeForm(), 1);
    auto* beside = new QVBoxLayout;
    beside->addWidget(m_example, 1);
    middle->addLayout(beside);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addLayout(middle, 1);
    column->addWidget(makeFooter());
    onTheme(this, [this, top, middle, beside] {
        const Tokens& t = tokens();
        top->setContentsMargins(t.px(16), t.px(16), t.px(16), t.px(8));
        top->setSpacing(t.px(8));
        middle->setSpacing(0);
        beside->setContentsMargins(0, t.px(4), t.px(16), t.px(16));
        m_example->setFixedWidth(t.px(380, 400));
    });
    connect(m_figures, &OfferFigures::edited, this, &OfferEditor::noteChange);
    connect(m_figures, &OfferFigures::kindChanged, this, &OfferEditor::adaptGoods);
    connect(m_goods, &GoodsEdit::edited, this, &OfferEditor::noteChange);
    connect(m_got, &GoodsEdit::edited, this, &OfferEditor::noteChange);
    connect(m_limits, &OfferLimits::edited, this, &OfferEditor::noteChange);
    auto* key = new QAction{this};
    key->setShortcut(QKeySequence{u"Ctrl+S"_s});
    key->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(key, &QAction::triggered, this, &OfferEditor::save);
    addAction(key);
}

QWidget* OfferEditor::makeForm()
{
    auto* goods = new QVBoxLayout{m_goodsCard};
    goods->addWidget(m_goods);
    goods->addWidget(m_got);
    auto* content = new QWidget;
    auto* column = new QVBoxLayout{content};
    column->addWidget(m_figures);
    column->addWidget(m_goodsCard);
    column->addWidget(m_limits);
    column->addStretch(1);
    auto* scroll = scrollDown(content, u"offerScroll"_s, tr("Offer"));
    scroll->setFocusPolicy(Qt::NoFocus);
    onTheme(this, [column, goods] {
        const Tokens& t = tokens();
        column->setContentsMargins(t.px(16), t.px(4), t.px(16), t.px(16));
        column->setSpacing(t.px(12));
        goods->setContentsMargins(t.px(16), t.px(16), t.px(16), t.px(16));
        goods->setSpacing(t.px(16));
    });
    return scroll;
}

QWidget* OfferEditor::makeFooter()
{
    m_archive->setObjectName(u"archiveOffer"_s);
    m_archive->setKind(ButtonKind::Danger);
    m_save->setObjectName(u"saveOffer"_s);
    m_save->setKind(ButtonKind::Primary);
    m_unsaved->setObjectName(u"offerUnsaved"_s);
    m_unsaved->setElided(true);
    m_unsaved->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    auto* cancel = new KeyButton{QString{}, tr("Cancel"), Qt::Key_Escape};
    cancel->setObjectName(u"cancelOffer"_s);
    auto* footer = new Surface{Surface::Fill::Card, Surface::Edge::Top};
    auto* row = new QHBoxLayout{footer};
    row->addWidget(m_archive);
    row->addWidget(m_unsaved, 1);
    row->addWidget(cancel);
    row->addWidget(m_save);
    for (auto* button : {m_archive, cancel, m_save}) {
        button->setAccessibleName(button->text());
        button->setHeights(40, 56);
    }
    onTheme(this, [footer, row] {
        const Tokens& t = tokens();
        footer->setFixedHeight(t.px(64, 76));
        row->setContentsMargins(t.px(16), 0, t.px(16), 0);
        row->setSpacing(t.px(8));
    });
    connect(m_archive, &KeyButton::clicked, this, &OfferEditor::archive);
    connect(cancel, &KeyButton::clicked, this, &OfferEditor::leave);
    connect(m_save, &KeyButton::clicked, this, &OfferEditor::save);
    return footer;
}

void OfferEditor::openNew()
{
    PromotionDetails offer;
    offer.fields.rules.kind = PromotionKind::NForPrice;
    guarded(this, [&] { show(offer); });
}

void OfferEditor::open(PromotionId id)
{
    guarded(this, [&] {
        const auto offer = m_shop.promotions().find(id);
        if (!offer) return refuse({ErrorCode::PromotionNotFound});
        show(*offer);
    });
}

void OfferEditor::show(const PromotionDetails& offer)
{
    m_offer = offer;
    const auto& rules = offer.fields.rules;
    m_note->dismiss();
    m_head->setTitle(offer.id ? QString::fromStdString(rules.label()) : tr("New offer"));
    m_head->setSentence(offer.couponUses > 0
                            ? tr("coupons used in %1 sales").arg(m_formats.whole(offer.couponUses))
                            : QString{});
    m_figures->show(rules);
    m_goods->setGoods(rules.goods);
    m_got->setGoods(rules.got);
    m_limits->show(offer.fields);
    m_archive->setVisible(bool{offer.id} && !offer.archived);
    m_save->setEnabled(!offer.archived);
    m_example->start();
    adaptGoods();
    m_changed = false;
    m_unsaved->setText(offer.archived ? tr("This offer has ended; what was sold with it stays.") : QString{});
    showExample();
}

void OfferEditor::takeFocus()
{
    m_figures->takeFocus();
}

void OfferEditor::takeScan(const QString& code)
{
    if (m_example->holdsFocus()) return m_example->add(code);
    (m_got->isVisible() && m_got->holdsFocus() ? m_got : m_goods)->add(code);
}

void OfferEditor::adaptGoods()
{
    m_got->setVisible(m_figures->kind() == PromotionKind::BuyXGetY);
}

void OfferEditor::noteChange()
{
    m_changed = true;
    m_unsaved->setText(tr("Not saved yet"));
    m_note->dismiss();
    showExample();
}

void OfferEditor::showExample()
{
    guarded(this, [this] {
        const auto written = draft();
        if (!written) return m_example->setProblem(problemOf(written.error()));
        if (auto possible = checkPromotion(written->rules); !possible)
            return m_example->setProblem(problemOf(possible.error()));
        m_example->setOffer(written->rules);
    });
}

Result<PromotionDraft> OfferEditor::draft() const
{
    PromotionDraft draft;
    draft.rules.code = m_offer.fields.rules.code;
    if (auto read = m_figures->read(draft.rules); !read) return read.error();
    draft.rules.goods = m_goods->goods();
    if (draft.rules.kind == PromotionKind::BuyXGetY) draft.rules.got = m_got->goods();
    m_limits->read(draft);
    return draft;
}

std::string OfferEditor::newCode() const
{
    const auto all = m_shop.promotions().all();
    for (std::size_t number = all.size() + 1;; ++number) {
        auto code = "P" + std::to_string(number);
        const bool taken = std::any_of(
            all.begin(), all.end(), [&](const auto& each) { return each.fields.rules.code == code; });
        if (!taken) return code;
    }
}

Result<> OfferEditor::write()
{
    auto written = draft();
    if (!written) return written.error();
    if (written->rules.name.empty()) return Error{ErrorCode::NameEmpty};
    if (written->needsCoupon && written->coupons.empty()) return Error{ErrorCode::CodeInvalid};
    auto& promotions = m_shop.promotions();
    const auto actor = m_shop.owner();
    if (!written->group && !m_limits->group().isEmpty()) {
        const auto group = promotions.groupNamed(actor, m_limits->group().toStdString());
        if (!group) return group.error();
        written->group = *group;
    }
    if (m_offer.id) {
        if (auto done = promotions.change(actor, m_offer.id, m_offer.revision, *written); !done) return done;
    } else {
        written->rules.code = newCode();
        const auto id = promotions.add(actor, *written);
        if (!id) return id.error();
        m_offer.id = *id;
    }
    return {};
}

void OfferEditor::save()
{
    if (!m_save->isEnabled()) return;
    guarded(this, [this] {
        if (auto done = write(); !done) return refuse(done.error());
        m_changed = false;
        Q_EMIT saved(m_offer.id.value);
    });
}

void OfferEditor::archive()
{
    const auto name = QString::fromStdString(m_offer.fields.rules.label());
    const int answer =
        ask(this, {.title = tr("End “%1”?").arg(name.left(60)),
                      .text = tr("It no longer counts in any sale. What was sold with it stays."),
                      .choices = {{tr("Keep it")}, {tr("End the offer"), ButtonKind::Danger}}});
    if (answer != 1) return;
    guarded(this, [&] {
        if (auto done = m_shop.promotions().archive(m_shop.owner(), m_offer.id); !done)
            return refuse(done.error());
        m_changed = false;
        Q_EMIT archived(name);
    });
}

void OfferEditor::leave()
{
    if (m_changed) {
        const int answer = ask(
            this, {.title = tr("Leave without saving?"),
                      .text = tr("What was changed in this offer is not saved yet."),
                      .choices = {{tr("Go on editing")}, {tr("Discard the changes"), ButtonKind::Danger}}});
        if (answer != 1) return;
    }
    m_changed = false;
    Q_EMIT left();
}

void OfferEditor::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) return leave();
    QWidget::keyPressEvent(event);
}

void OfferEditor::refuse(const Error& error)
{
    m_note->show({Tone::Bad, {}, problemOf(error), {}, {}});
}

} // namespace till
