#pragma once

#include <QKeySequence>
#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace till {

struct PayMethod {
    QString id;
    QString iconName;
    QString name;
    QKeySequence key{};
};
struct PayShare {
    int parts = 2;
    QString text; ///< "2 × 6,20"
    QString last; ///< "last 6,21"; empty when all are equal
};
struct ForeignSum {
    QString currency; ///< ISO code
    QString text;     ///< "11,67 CHF"
    QString rate;     ///< "1 € = 0,94 CHF"
};
struct PayGroups {
    std::vector<PayMethod> methods;
    std::vector<PayShare> shares;
    std::vector<ForeignSum> foreign;
    QString foreignDetail{}; ///< "today's rates, 07:00. Change is given in euro."
    bool givesBack = false;  ///< money goes out
};

/// The cards beside the number pad: other methods, sharing evenly, foreign cash. Empty ones are not shown.
class PayGroupCards : public QWidget {
    Q_OBJECT

public:
    explicit PayGroupCards(QWidget* parent = nullptr);
    void setGroups(const PayGroups& groups);

Q_SIGNALS:
    void methodChosen(const QString& id);
    void shareChosen(int parts);
    void foreignChosen(const QString& currency);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void rebuild();
    QWidget* methodsCard(const std::vector<PayMethod>& methods);
    QWidget* sharesCard(const std::vector<PayShare>& shares);
    QWidget* foreignCard(const std::vector<ForeignSum>& sums, const QString& detail);
    QVBoxLayout* m_column;
    PayGroups m_groups;
    bool m_narrow = false;
};

} // namespace till
