#pragma once

#include "ui/sell/change_panel.h"

namespace till {

/// The notes (square) and coins (round) of the change, in lines that wrap.
class CoinRow : public QWidget {
    Q_OBJECT

public:
    explicit CoinRow(QWidget* parent = nullptr);
    void setCoins(const std::vector<ChangeCoin>& coins);
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<QRect> places(int width) const;
    std::vector<ChangeCoin> m_coins;
};

} // namespace till
