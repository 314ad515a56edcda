#pragma once

#include "domain/sales/promotion_draft.h"
#include "services/shop.h"
#include "ui/kit/format.h"

#include <QWidget>

namespace till {

class ExampleCart;
class GoodsEdit;
class KeyButton;
class NoteBar;
class OfferFigures;
class OfferLimits;
class PageHead;
class PlainLabel;
class Surface;

/// One offer in a form, and beside it what it does to a sale. Nothing is written before Save; Esc asks only
/// when something was changed.
class OfferEditor : public QWidget {
    Q_OBJECT

public:
    OfferEditor(Shop& shop, const Formats& formats, QWidget* parent = nullptr);

    void openNew();
    void open(PromotionId id);
    void takeFocus();
    void takeScan(const QString& code); ///< to the example while the focus is there, else to the goods
    void leave();                       ///< asks first when something was changed

Q_SIGNALS:
    void left();
    void saved(qint64 promotionId);
    void archived(const QString& name);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* makeForm();
    QWidget* makeFooter();
    void show(const PromotionDetails& offer);
    void noteChange();
    void adaptGoods();
    void showExample();
    Result<PromotionDraft> draft() const;
    Result<> write();
    void save();
    void archive();
    void refuse(const Error& error);
    std::string newCode() const;

    Shop& m_shop;
    Formats m_formats;
    PromotionDetails m_offer; ///< as it was read; id none: a new one
    bool m_changed = false;
    PageHead* m_head;
    NoteBar* m_note;
    OfferFigures* m_figures;
    GoodsEdit* m_goods;
    GoodsEdit* m_got;
    Surface* m_goodsCard;
    OfferLimits* m_limits;
    ExampleCart* m_example;
    PlainLabel* m_unsaved;
    KeyButton* m_archive;
    KeyButton* m_save;
};

} // namespace till
