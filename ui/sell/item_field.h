#pragma once

#include <QWidget>

class QLineEdit;

namespace till {

class KeyBadge;
class KeyButton;

/// The 52 px field where everything is scanned or typed. Up and Down are handed on, so the list below moves
/// while the focus stays here; Escape with text clears it, without text it only steps back.
class ItemField : public QWidget {
    Q_OBJECT

public:
    explicit ItemField(const QString& iconName, QWidget* parent = nullptr);

    void setHint(const QString& text); ///< shown while empty
    void setKey(const QKeySequence& key);
    QString text() const;
    void setText(const QString& text);
    void clear();
    void type(const QString& text); ///< as if it had been typed
    void backspace();
    void submit();    ///< as Enter does
    void takeFocus(); ///< focus with everything selected
    QLineEdit* edit() const { return m_edit; }

Q_SIGNALS:
    void textChanged(const QString& text); ///< each change, whoever made it
    void textEdited(const QString& text);  ///< each change by the user, also by Clear
    void submitted(const QString& text);   ///< Enter
    void moveRequested(int rows);          ///< -1 Up, +1 Down, +-10 page keys
    void escaped();                        ///< Escape while empty
    void removeRequested();                ///< Delete while empty: the marked line is meant

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    void clearByUser();
    bool handleKey(int key);
    QString m_iconName;
    QLineEdit* m_edit;
    KeyButton* m_clear;
    KeyBadge* m_badge;
};

} // namespace till
