#include "ui/kit/progress_window.h"

#include "ui/kit/key_button.h"
#include "ui/kit/plain_label.h"
#include "ui/kit/theme.h"

#include <QCoreApplication>
#include <QDialog>
#include <QProgressBar>
#include <QVBoxLayout>

namespace till {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 kMsBetweenPaints = 40;
}

class ProgressWindow::Window : public QDialog {
public:
    Window(QWidget* parent, const QString& title, const QString& text)
        : QDialog{parent}
        , bar{new QProgressBar}
    {
        setObjectName(u"progressWindow"_s);
        setWindowTitle(title);
        setAccessibleName(title);
        setModal(true);
        auto* words = new PlainLabel{text, 14, QFont::Normal};
        words->setWordWrap(true);
        bar->setAccessibleName(title);
        bar->setObjectName(u"progressBar"_s);
        auto* cancel = new KeyButton{
            QString{}, QCoreApplication::translate("till::ProgressWindow", "Cancel"), Qt::Key_Escape};
        cancel->setObjectName(u"progressCancel"_s);
        cancel->setAccessibleName(cancel->text());
        auto* column = new QVBoxLayout{this};
        column->setContentsMargins(24, 24, 24, 24);
        column->setSpacing(16);
        column->addWidget(new PlainLabel{title, 18, QFont::DemiBold});
        column->addWidget(words);
        column->addWidget(bar);
        column->addWidget(cancel, 0, Qt::AlignRight);
        resize(tokens().px(440), sizeHint().height());
        QObject::connect(cancel, &KeyButton::clicked, this, [this] { reject(); });
    }
    void reject() override { cancelled = true; }

    QProgressBar* bar;
    bool cancelled = false;
};

ProgressWindow::ProgressWindow(QWidget* parent, const QString& title, const QString& text)
    : m_window{std::make_unique<Window>(parent, title, text)}
{
    m_window->show();
    QCoreApplication::processEvents();
    m_sinceShown.start();
}

ProgressWindow::~ProgressWindow() = default;

bool ProgressWindow::step(int percent)
{
    if (m_sinceShown.elapsed() < kMsBetweenPaints) return !m_window->cancelled;
    m_sinceShown.restart();
    m_window->bar->setRange(0, percent < 0 ? 0 : 100);
    m_window->bar->setValue(std::max(0, percent));
    QCoreApplication::processEvents();
    return !m_window->cancelled;
}

} // namespace till
