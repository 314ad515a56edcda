#pragma once

#include <QObject>
#include <QString>

namespace till {

class SellDesk;

/// What is said of a sale beside its goods: notes, and whether the customer is old enough. Each is asked on a
/// page beside the sale; scans go on meanwhile.
class SaleWords : public QObject {
    Q_OBJECT

public:
    explicit SaleWords(SellDesk& desk);

    void lineNote();
    void saleNote();
    bool askAge(); ///< shows the question when goods ask for it; false: nothing is open

private:
    void askNote(int lineNo);
    void confirmAge(const QString& born);
    void refuseAge();

    SellDesk& m_desk;
};

} // namespace till
