#pragma once

#include "ui/kit/plain_label.h"

namespace till {

/// An icon to look at. It says nothing to a screen reader: the words beside it do.
class IconLabel : public QWidget {
    Q_OBJECT

public:
    IconLabel(const QString& iconName, int size, Ink ink, QWidget* parent = nullptr);
    void setIconName(const QString& iconName);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_iconName;
    Ink m_ink;
};

} // namespace till
