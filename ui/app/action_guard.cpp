#include "ui/app/action_guard.h"

#include "ui/app/error_text.h"
#include "ui/kit/ask.h"

#include "services/failure.h"

#include <QCoreApplication>

#include <exception>

namespace till {

bool guarded(QWidget* parent, const std::function<void()>& action)
{
    try {
        action();
        return true;
    } catch (const std::exception& exception) {
        const auto error = toError(exception);
        tell(parent, QCoreApplication::translate("till::ActionGuard", "That did not work"), errorText(error),
            QString::fromUtf8(exception.what()));
        return false;
    }
}

} // namespace till
