#pragma once

#include <QAbstractButton>

namespace till {

/// One tab: a department's colour square and its name, underlined when chosen.
class TabButton : public QAbstractButton {
    Q_OBJECT

public:
    TabButton(const QString& text, int colour, QWidget* parent);
    void setChevron(bool shown); ///< the More tab
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int m_colour;
    bool m_chevron = false;
};

} // namespace till
