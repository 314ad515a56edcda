#pragma once

#include <QWidget>

#include <vector>

class QStackedWidget;
class QVBoxLayout;

namespace till {

class KeyButton;
class PlainLabel;
class WizardStep;

/// What every page of the wizard is: a form with a name, which says what is missing before one goes on.
class WizardPage : public QWidget {
    Q_OBJECT

public:
    WizardPage(const QString& step, const QString& title, const QString& words, QWidget* parent = nullptr);

    QString step() const { return m_step; }
    QString title() const { return m_title; }
    QString words() const { return m_words; }
    /// Empty when the page may be left forwards; else a sentence that says what is missing.
    virtual QString missing() const { return {}; }
    virtual QWidget* firstField() const { return nullptr; }

Q_SIGNALS:
    void edited(); ///< what was missing may be there now

private:
    QString m_step;
    QString m_title;
    QString m_words;
};

/// The first start: steps at the side, one card, one footer. Everything is prefilled, Enter goes on, Back
/// keeps all.
class WizardFrame : public QWidget {
    Q_OBJECT

public:
    explicit WizardFrame(QWidget* parent = nullptr);

    void addPage(WizardPage* page); ///< takes it over
    void showPage(int index);
    int currentPage() const;
    void goOn(); ///< as Enter and Next; stays and says why when something is missing
    void goBack();
    /// While the shop is being made: nothing can be changed, Back becomes Stop.
    void setBusy(const QString& words);
    void setReady(const QString& problem = {}); ///< again, with what went wrong
    bool isBusy() const { return m_busy; }

Q_SIGNALS:
    void practiceRequested(); ///< "Open the practice shop"
    void finished();
    void stopRequested(); ///< while busy

protected:
    bool focusNextPrevChild(bool next) override; ///< Tab: the page as one reads it, the footer, the side
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* buildSide();
    QWidget* buildCard();
    void onlyCurrentTakesRoom(); ///< else the longest page makes the short ones scroll
    void refresh();
    void sayMissing(const QString& words);
    void lookAgain(); ///< takes back what was said to be missing once it is there
    bool m_busy = false;
    QWidget* m_card;
    QVBoxLayout* m_stepColumn;
    std::vector<WizardStep*> m_steps;
    std::vector<WizardPage*> m_pages;
    QStackedWidget* m_stack;
    PlainLabel* m_intro;
    PlainLabel* m_where;
    PlainLabel* m_title;
    PlainLabel* m_words;
    PlainLabel* m_problem;
    QString m_missing; ///< what m_problem says when a page is to blame
    KeyButton* m_back;
    KeyButton* m_next;
    KeyButton* m_practice;
};

} // namespace till
