#pragma once

#include <QAbstractButton>

namespace till {

/// One section's entry in the list of the settings: icon and word (private to SectionList).
class SectionButton : public QAbstractButton {
    Q_OBJECT

public:
    SectionButton(const QString& id, const QString& icon, const QString& word, QWidget* parent);
    const QString& id() const { return m_id; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_id;
    QString m_icon;
};

} // namespace till
