#pragma once

#include "services/print_service.h"

#include <QWidget>

#include <string>

class QVBoxLayout;

namespace till {

class ComboField;
class KeyButton;
class PlainLabel;
class Segments;
class SettingsDesk;

/// Finds a printer, prints a strip on it, and asks what came out. What is answered is kept only when a person
/// says that the strip came out.
class PrinterSetUp : public QWidget {
    Q_OBJECT

public:
    explicit PrinterSetUp(SettingsDesk& desk, QWidget* parent = nullptr);

private:
    QWidget* buildPlace();
    QWidget* buildQuestions();
    void findPrinters();
    void printStrip();
    void tryDrawer(DrawerKick kick);
    void send(const std::string& job, const QString& done);
    void keep();
    void askAgain(); ///< the questions, as the settings answer them
    Result<PrinterAddress> address() const;

    SettingsDesk& m_desk;
    ComboField* m_place;
    KeyButton* m_strip;
    QWidget* m_questions = nullptr;
    Segments* m_columns = nullptr;
    Segments* m_euro = nullptr;
    Segments* m_cut = nullptr;
    Segments* m_drawer = nullptr;
};

} // namespace till
