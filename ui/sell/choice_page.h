#pragma once

#include "ui/kit/scan_receiver.h"

#include <QWidget>

#include <functional>
#include <vector>

class QLineEdit;
class QVBoxLayout;

namespace till {

class KeyButton;
class PlainLabel;

/// One short question beside the sale: a head, a field where something is typed, answers to touch that the
/// digits pick while the field is empty, and what else can be done. Enter in the field gives what is typed;
/// Escape steps back.
class ChoicePage : public QWidget, public ScanReceiver, public ActsOnKeys {
    Q_OBJECT

public:
    ChoicePage(const QString& name, const QString& title, QWidget* parent = nullptr);

    void setWords(const QString& words); ///< a sentence under the head
    void setLarge(const QString& words); ///< what has to be seen from a step away
    QLineEdit& addField(const QString& caption, int mostCharacters = 200);
    void setChoices(const std::vector<QString>& choices, const QString& empty = {});
    KeyButton& addButton(const QString& name, const QString& text, const QKeySequence& key);
    /// What is scanned while it is asked. False: no use for it here, the sale may have it.
    void setTakeScan(std::function<bool(const QString& code)> take) { m_takeScan = std::move(take); }
    void say(const QString& problem);
    void takeFocus();
    QString typed() const;
    bool takeScan(const QString& code) override { return m_takeScan && m_takeScan(code); }
    bool actsOn(const QString& character) const override;

Q_SIGNALS:
    void entered(const QString& text); ///< Enter, not by the stroke or the scan that brought the page
    void enteredOtherwise();           ///< Shift+Enter
    void deleted();                    ///< Del in the empty field
    void chosen(int index);
    void edited(const QString& text);
    void left();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    bool takeKey(QKeyEvent& key);
    bool isMeant(const QKeyEvent& key) const; ///< no second stroke of what brought the page

    PlainLabel* m_words;
    PlainLabel* m_large;
    PlainLabel* m_problem;
    QLineEdit* m_field = nullptr;
    QVBoxLayout* m_column;
    QWidget* m_list;
    QVBoxLayout* m_rows;
    QVBoxLayout* m_buttons;
    std::function<bool(const QString& code)> m_takeScan;
    int m_choices = 0;
    qint64 m_shownAt = 0;
};

} // namespace till
