#pragma once

#include <QImage>
#include <QKeySequence>
#include <QWidget>

#include <vector>

namespace till {

class PlainLabel;

/// A receipt on white paper, whatever the theme, with what can be done with it below.
class ReceiptView : public QWidget {
    Q_OBJECT

public:
    explicit ReceiptView(QWidget* parent = nullptr);

    /// `paper` as the printing code painted it; `spoken` is its text, for screen readers.
    void setPaper(const QImage& paper, const QString& spoken);
    void setCaption(const QString& caption); ///< "80 mm paper, 42 characters, printed 15:07"

    struct Action {
        QString id;
        QString iconName;
        QString word;
        QKeySequence key{};
        bool primary = false;
    };
    void setActions(const std::vector<Action>& actions);

Q_SIGNALS:
    void triggered(const QString& id);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* m_paper;
    PlainLabel* m_caption;
    QWidget* m_actions;
};

} // namespace till
