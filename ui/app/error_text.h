#pragma once

#include "base/error.h"

#include <QString>

namespace till {

/// What the window says about a refusal: what happened, what is safe, what to do. Every code has its
/// sentence.
QString errorText(const Error& error);

} // namespace till
