#pragma once

#include <QString>
#include <QStringList>

#include <vector>

class QWidget;

namespace till {

/// A row of the overview: what is pressed, badge by badge, and what that does.
struct KeyLine {
    QStringList keys;
    QString words;
};

struct KeySection {
    QString title;
    std::vector<KeyLine> lines;
};

/// All keys as they are now, by what they are for. `samplePrice`: as the shop writes one.
std::vector<KeySection> keySheet(const QString& samplePrice);

/// The overview as a page of A4, to lie beside the till. False: the file cannot be written.
bool writeKeySheet(const QString& file, const QString& shopName, const QString& samplePrice);
/// Shows it before it is printed, by any printer of the desktop.
void previewKeySheet(QWidget* parent, const QString& shopName, const QString& samplePrice);

} // namespace till
