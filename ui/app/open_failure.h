#pragma once

#include "base/error.h"

#include <QWidget>

namespace till {

/// In place of the till when the shop cannot be opened: what happened, which file, what to do.
class OpenFailure : public QWidget {
    Q_OBJECT

public:
    OpenFailure(const QString& file, const Error& error, QWidget* parent = nullptr);

Q_SIGNALS:
    void fileChosen(const QString& file); ///< the same one again, or another
    void quitRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void chooseOther();
    QString m_file;
};

} // namespace till
