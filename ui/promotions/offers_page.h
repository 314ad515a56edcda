#pragma once

#include "base/event.h"
#include "domain/sales/promotion_draft.h"
#include "services/shop.h"
#include "ui/kit/format.h"

#include <QWidget>

class QStackedWidget;

namespace till {

class ComboField;
class ListTable;
class NoteBar;
class OfferEditor;
class OffersModel;

/// The offers of the shop: listed with their state, added, edited, ended.
class OffersPage : public QWidget {
    Q_OBJECT

public:
    OffersPage(Shop& shop, const Formats& formats, QWidget* parent = nullptr);
    ~OffersPage() override;

    void newOffer();
    void editOffer(PromotionId id);
    void takeFocus();
    bool takeScan(const QString& code); ///< into the offer that is open; false on the list

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeList();
    QWidget* makeFooter();
    void connectAll();
    void reload();
    void openMarked();
    void backToList();
    void choose(int at);

    Shop& m_shop;
    QStackedWidget* m_stack;
    NoteBar* m_note;
    ListTable* m_table;
    OffersModel* m_model;
    ComboField* m_choice;
    OfferEditor* m_editor;
    PromotionId m_marked;
    Subscription m_changed;
};

} // namespace till
