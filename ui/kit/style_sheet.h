#pragma once

#include "ui/kit/tokens.h"

#include <QString>

namespace till {

/// The one style sheet of the program: for Qt's own controls only, what we paint reads the tokens itself.
/// Its template names tokens as @name@; a name nobody defined is a bug (assert).
QString styleSheetFrom(const Tokens& tokens);

} // namespace till
