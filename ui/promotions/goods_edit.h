#pragma once

#include "domain/sales/promotion.h"
#include "services/shop.h"
#include "ui/kit/format.h"

#include <QWidget>

#include <vector>

class QLineEdit;
class QVBoxLayout;

namespace till {

class ComboField;
class KeyButton;
class PlainLabel;

/// The goods an offer is for: products found by typing or scanning, and whole departments. None chosen: all.
class GoodsEdit : public QWidget {
    Q_OBJECT

public:
    GoodsEdit(Shop& shop, const QString& name, const QString& caption, QWidget* parent = nullptr);

    void setGoods(const GoodsChoice& goods);
    const GoodsChoice& goods() const { return m_goods; }
    void add(const QString& textOrCode); ///< a code, or the best hit of a name
    bool holdsFocus() const;

Q_SIGNALS:
    void edited();

private:
    void search(const QString& text);
    void take(std::vector<std::int64_t>& ids, std::int64_t id);
    void showChosen();
    void addRow(const QString& words, std::vector<std::int64_t>& ids, std::int64_t id);
    void clear(QVBoxLayout& rows);

    Shop& m_shop;
    GoodsChoice m_goods;
    QLineEdit* m_search;
    ComboField* m_departments;
    PlainLabel* m_words;
    QVBoxLayout* m_hits;
    QVBoxLayout* m_chosen;
};

} // namespace till
