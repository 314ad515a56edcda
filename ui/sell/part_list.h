#pragma once

#include <QScrollArea>
#include <QString>

#include <vector>

class QVBoxLayout;

namespace till {

/// One part that is paid already.
struct PaidPart {
    int position = 0; ///< as the cart counts its tenders
    QString iconName; ///< "banknote", "credit-card"
    QString name;     ///< "Cash"
    QString detail;   ///< "part 1, given 20,00 at 15:07"
    QString amount;   ///< "−20,00"
};

/// The parts of a payment, each with its way out. As many as there is room for; the rest scrolls, with the
/// newest in sight.
class PartList : public QScrollArea {
    Q_OBJECT

public:
    explicit PartList(QWidget* parent = nullptr);
    void setParts(const std::vector<PaidPart>& parts);
    int last() const { return m_last; } ///< the position of the newest; -1: there is none
    void fitInto(int room);             ///< pixels; one row stands there in any case

Q_SIGNALS:
    void removeRequested(int position);

private:
    void add(const PaidPart& part, bool isLast);
    QVBoxLayout* m_rows;
    int m_last = -1;
};

} // namespace till
