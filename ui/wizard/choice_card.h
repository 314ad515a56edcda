#pragma once

#include <QAbstractButton>

namespace till {

/// One of a few ways to go on: an icon, a name and a sentence, all of it a button.
class ChoiceCard : public QAbstractButton {
    Q_OBJECT

public:
    ChoiceCard(
        const QString& iconName, const QString& name, const QString& sentence, QWidget* parent = nullptr);
    void setSentence(const QString& sentence);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_iconName;
    QString m_sentence;
};

} // namespace till
