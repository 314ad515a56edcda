#include "ui/app/application.h"

#include "services/failure.h"
#include "ui/app/error_text.h"
#include "ui/kit/ask.h"

#include <spdlog/spdlog.h>

#include <exception>

namespace till {

bool LastEdge::pass(const std::function<bool()>& deliver)
{
    try {
        return deliver();
    } catch (const std::exception& failure) {
        report(failure);
        return false;
    }
}

void LastEdge::report(const std::exception& failure)
{
    spdlog::error("failed while an event was handled: {}", failure.what());
    if (m_isTelling) return;
    m_isTelling = true;
    tell(QApplication::activeWindow(), QCoreApplication::translate("till::ActionGuard", "That did not work"),
        errorText(toError(failure)), QString::fromUtf8(failure.what()));
    m_isTelling = false;
}

bool Application::notify(QObject* receiver, QEvent* event)
{
    return m_edge.pass([&] { return QApplication::notify(receiver, event); });
}

} // namespace till
