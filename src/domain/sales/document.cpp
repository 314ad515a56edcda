#include "domain/sales/document.h"

namespace till {

std::string documentNumber(
    const std::string& tillCode, int epoch, const std::string& kindMark, std::int64_t number)
{
    auto digits = std::to_string(number);
    if (digits.size() < 6) digits.insert(0, 6 - digits.size(), '0');
    return tillCode + (epoch > 1 ? std::to_string(epoch) : "") + "-" + kindMark + digits;
}

} // namespace till
