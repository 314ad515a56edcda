#pragma once

#include "base/event.h"
#include "services/print_service.h"
#include "services/shop.h"
#include "ui/kit/format.h"

#include <QWidget>

#include <functional>

class QVBoxLayout;

namespace till {

class KeyButton;
class NoteBar;
class PageHead;

/// What waits for the printer, and what may or may not be on paper: a person looks, and says which.
class PrintQueuePage : public QWidget {
    Q_OBJECT

public:
    PrintQueuePage(Shop& shop, const Formats& formats, QWidget* parent = nullptr);
    void takeFocus();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void refresh();
    void clear();
    QWidget* row(const PrintJob& job);
    QWidget* nothing() const;
    QString about(const PrintJob& job) const;
    KeyButton* button(
        const QString& name, const PrintJob& job, const QString& word, std::function<Result<>()> action);

    Shop& m_shop;
    Formats m_formats;
    PageHead* m_head;
    NoteBar* m_note;
    QVBoxLayout* m_rows;
    Subscription m_changed;
};

} // namespace till
