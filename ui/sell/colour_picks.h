#pragma once

#include <QWidget>

#include <optional>
#include <vector>

class QAbstractButton;

namespace till {

/// The six colours of the shop and "as its department", to be touched.
class ColourPicks : public QWidget {
    Q_OBJECT

public:
    explicit ColourPicks(QWidget* parent = nullptr);

    /// Nothing: the department's, which is `department`.
    void setCurrent(std::optional<int> colour, int department);

Q_SIGNALS:
    void picked(int colour); ///< 0: the department's

private:
    std::vector<QAbstractButton*> m_buttons;
};

} // namespace till
