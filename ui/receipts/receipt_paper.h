#pragma once

#include "domain/sales/receipt.h"
#include "paper/paper_format.h"
#include "paper/paper_words.h"
#include "paper/text_layout.h"
#include "ui/kit/format.h"

#include <QImage>
#include <QString>

#include <string>

namespace till {

/// How the people of this shop write numbers and dates, for paper.
PaperFormat paperFormat(const Formats& formats);
/// The words on paper in the window's language.
PaperWords paperWords();

/// A receipt laid out once: what is on the screen, in the PDF and on the roll.
class ReceiptPaper {
public:
    enum class For { Customer, Gift };
    ReceiptPaper(const Receipt& receipt, const Formats& formats, For whom = For::Customer);

    QImage image(double pixelsPerMm) const; ///< throws PictureFailed
    std::string pdf() const;                ///< the file's bytes; throws PictureFailed
    QString text() const;                   ///< for a screen reader

private:
    PaperLayout m_layout;
};

} // namespace till
