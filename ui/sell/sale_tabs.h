#pragma once

#include <QKeySequence>
#include <QWidget>

#include <vector>

class QHBoxLayout;

namespace till {

/// The sales that stand beside each other, above the cart: one touch goes from one to the other. Hidden while
/// there is only one.
class SaleTabs : public QWidget {
    Q_OBJECT

public:
    explicit SaleTabs(QWidget* parent = nullptr);

    struct Tab {
        qint64 cartId = 0; ///< 0: the new one nothing was rung up for yet
        QString name;
        QString amount{};
        bool inFront = false;
        friend bool operator==(const Tab&, const Tab&) = default;
    };
    void setTabs(const std::vector<Tab>& tabs);
    void setKey(const QKeySequence& next); ///< printed in the tooltip

Q_SIGNALS:
    void chosen(qint64 cartId);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<Tab> m_tabs;
    QHBoxLayout* m_row;
    QKeySequence m_next;
};

} // namespace till
