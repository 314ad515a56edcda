#pragma once

#include "ui/kit/format.h"

#include <QWidget>

#include <optional>

class QLineEdit;

namespace till {

class PlainLabel;

/// Before the first sale: how much cash is in the drawer? Suggests what was left last time.
class OpenShiftPage : public QWidget {
    Q_OBJECT

public:
    OpenShiftPage(const Formats& formats, std::optional<Money> lastLeft, QWidget* parent = nullptr);
    void takeFocus();
    void refuseScan(); ///< says that a barcode is no sum

Q_SIGNALS:
    void confirmed(qint64 minor);

private:
    void confirm();
    Formats m_formats;
    QLineEdit* m_amount;
    PlainLabel* m_problem;
};

} // namespace till
