#include "domain/catalog/gs1_checks.h"
#include "domain/catalog/gs1_codes.h"
#include "domain/catalog/gtin.h"

#include <algorithm>

namespace till::gs1 {
namespace {

// North American Coupon Application Guideline (AI 8110) and Coupon Data Specification (AI 8112).

/// Takes fields off the front of coupon data; one that is missing or wrong fails the whole reading.
class CouponReader {
public:
    CouponReader(std::string_view data, int currentYear)
        : m_rest{data}
        , m_year{currentYear}
    {
    }

    void digits(std::size_t count)
    {
        if (m_rest.size() < count) m_good = false;
        m_rest.remove_prefix(std::min(count, m_rest.size()));
    }
    void oneOf(std::string_view allowed)
    {
        if (m_rest.empty() || allowed.find(m_rest.front()) == std::string_view::npos) m_good = false;
        digits(1);
    }
    /// A digit that says how many follow it, `base` more than its value; '9' means none where it is allowed.
    void counted(std::string_view allowed, std::size_t base, bool nineIsNone = false)
    {
        const char indicator = m_rest.empty() ? '0' : m_rest.front();
        oneOf(allowed);
        if (!(nineIsNone && indicator == '9')) digits(base + static_cast<std::size_t>(indicator - '0'));
    }
    /// Requirement, its code, and the family of what is to be bought.
    void purchase()
    {
        counted("12345", 0);
        oneOf("012349");
        digits(3);
    }
    std::string_view date()
    {
        const auto text = m_rest.substr(0, 6);
        if (text.size() < 6 || !gs1Date(text, m_year, false)) m_good = false;
        digits(6);
        return text;
    }
    bool option(char indicator)
    {
        if (m_rest.empty() || m_rest.front() != indicator) return false;
        m_rest.remove_prefix(1);
        return true;
    }
    void fail() { m_good = false; }
    bool readWhole() const { return m_good && m_rest.empty(); }

private:
    std::string_view m_rest;
    int m_year;
    bool m_good = true;
};

constexpr std::string_view kPrefixLengths = "0123456";

void readDates(CouponReader& coupon)
{
    std::string_view expires;
    if (coupon.option('3')) expires = coupon.date();
    if (!coupon.option('4')) return;
    const auto starts = coupon.date();
    if (!expires.empty() && starts > expires) coupon.fail();
}

void readOptions(CouponReader& coupon)
{
    if (coupon.option('1')) {
        coupon.oneOf("0123");
        coupon.purchase();
        coupon.counted("01234569", 6, true);
    }
    if (coupon.option('2')) {
        coupon.purchase();
        coupon.counted("01234569", 6, true);
    }
    readDates(coupon);
    if (coupon.option('5')) coupon.counted("0123456789", 6);
    if (coupon.option('6')) coupon.counted("1234567", 6);
    if (coupon.option('9')) {
        coupon.oneOf("01256");
        coupon.oneOf("012");
        coupon.digits(1);
        coupon.oneOf("01");
    }
}

} // namespace

bool isCoupon(std::string_view digits, int currentYear)
{
    if (!isDigits(digits)) return false;
    CouponReader coupon{digits, currentYear};
    coupon.counted(kPrefixLengths, 6);
    coupon.digits(6);
    coupon.counted("12345", 0);
    coupon.purchase();
    readOptions(coupon);
    return coupon.readWhole();
}

bool isCouponOffer(std::string_view digits)
{
    if (!isDigits(digits)) return false;
    CouponReader coupon{digits, 0};
    coupon.oneOf("01");
    coupon.counted(kPrefixLengths, 6);
    coupon.digits(6);
    coupon.counted("0123456789", 6);
    return coupon.readWhole();
}

} // namespace till::gs1
