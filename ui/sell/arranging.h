#pragma once

#include <QObject>
#include <QPointer>

#include <vector>

class QAction;

namespace till {

class ArrangePage;
class SellDesk;
class TileShelf;

/// Turns the Sell page over to arranging its keys and back. Meanwhile the sale rests: no key, no button and
/// no scan changes it.
class Arranging : public QObject {
    Q_OBJECT

public:
    Arranging(SellDesk& desk, TileShelf& shelf, QWidget& page);

    void start(); ///< refused where the person may not, or the till is not open
    bool isOn() const { return !m_arrange.isNull(); }
    bool takeScan(const QString& code); ///< true: it went to the keys

private:
    void leave();
    SellDesk& m_desk;
    TileShelf& m_shelf;
    QWidget& m_page;
    QPointer<ArrangePage> m_arrange;
    std::vector<QPointer<QAction>> m_resting;
};

} // namespace till
