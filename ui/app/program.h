#pragma once

#include "services/shop.h"
#include "ui/app/one_window.h"

#include <QObject>
#include <QWidget>

#include <memory>

namespace till {

/// What the program is given to start with.
struct ProgramOptions {
    QString shopFile;
    std::filesystem::path keyFolder{}; ///< empty: the usual one
    int practiceDays = 90;
    bool checkInBackground = true;
};

/// Owns the open shop and the one window: the wizard where there is no shop, the till, or what stands in the
/// way.
class Program : public QObject {
    Q_OBJECT

public:
    explicit Program(ProgramOptions options, QObject* parent = nullptr);
    ~Program() override;

    void begin();
    QWidget* window() const { return m_window.get(); }
    Shop* shop() const { return m_shop.get(); } ///< the open one; none while the wizard runs

Q_SIGNALS:
    void readyToScan(); ///< the Sell page was painted for the first time and has the focus
    void leaving();     ///< another program answered, or the person wants to go: the event loop shall end

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void open(const QString& file);
    void openLater(const QString& file); ///< when the widget that asked has returned
    void showWizard();
    void showTill(const QString& file);
    void showFailure(const QString& file, const Error& error);
    void put(std::unique_ptr<QWidget> window);
    void raise();
    QString counterpart(const QString& file) const;

    ProgramOptions m_options;
    SystemClock m_clock;
    std::unique_ptr<Shop> m_shop;
    std::unique_ptr<QWidget> m_window;
    OneWindow m_oneWindow;
    bool m_painted = false;
};

} // namespace till
