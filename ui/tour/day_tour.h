#pragma once

#include "ui/app/program.h"
#include "ui/tour/hands.h"

#include <QSize>

namespace till {

struct LookSettings;

/// The steps of the tour: first start, opening the till, a sale with everything, the pages, the looks.
class DayTour {
public:
    /// `home`: an empty folder for the shop and its key. `pictures`: an existing one.
    DayTour(const QString& home, const QString& pictures);

    void walk(); ///< TourFailure

private:
    void firstStart();
    void openTill();
    void sell();
    void pay();
    void takeBack();
    void takeBackOnReceipt();
    void pages();
    void quickKeys();
    void offers();
    void settings();
    void looks();

    QWidget& window();
    void ringUp(const QString& typed);
    void look(const LookSettings& look, QSize size);
    void expect(bool holds, const QString& what);
    void picture(const QString& name);

    Program m_program;
    Hands m_hands;
    QString m_pictures;
    QString m_receipt; ///< of the sale with everything
    int m_count = 0;
};

} // namespace till
