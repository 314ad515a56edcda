#pragma once

#include <QWidget>

class QHBoxLayout;

namespace till {

class PlainLabel;

/// The head of a page: its title, a sentence beside it, and its actions at the end.
class PageHead : public QWidget {
    Q_OBJECT

public:
    explicit PageHead(const QString& title, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    void setSentence(const QString& sentence);
    void addAction(QWidget* button); ///< from the left to the right

private:
    PlainLabel* m_title;
    PlainLabel* m_sentence;
    QHBoxLayout* m_row;
};

} // namespace till
