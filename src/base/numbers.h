#pragma once

#include <compare>
#include <cstdint>
#include <stdexcept>

namespace till {

/// Thrown when a sum or product leaves int64: a bug or hostile input that got past its check.
class NumberOverflow : public std::overflow_error {
public:
    NumberOverflow()
        : std::overflow_error{"number out of range"}
    {
    }
};

__extension__ typedef __int128 Wide;

std::int64_t narrow(Wide value); ///< throws NumberOverflow

namespace checked {
inline std::int64_t add(std::int64_t a, std::int64_t b)
{
    std::int64_t sum{};
    if (__builtin_add_overflow(a, b, &sum)) throw NumberOverflow{};
    return sum;
}
inline std::int64_t subtract(std::int64_t a, std::int64_t b)
{
    std::int64_t difference{};
    if (__builtin_sub_overflow(a, b, &difference)) throw NumberOverflow{};
    return difference;
}
inline std::int64_t multiply(std::int64_t a, std::int64_t b)
{
    std::int64_t product{};
    if (__builtin_mul_overflow(a, b, &product)) throw NumberOverflow{};
    return product;
}
} // namespace checked

/// A whole number of some unit. Sums are checked; there is no way in or out through a double.
/// Two kinds never mix: Money plus Quantity does not compile.
template <typename Kind>
class Amount {
public:
    constexpr Amount() = default;

    constexpr bool isZero() const { return m_value == 0; }
    constexpr bool isNegative() const { return m_value < 0; }
    constexpr bool isPositive() const { return m_value > 0; }

    friend constexpr auto operator<=>(const Amount&, const Amount&) = default;
    friend Kind operator+(const Amount& a, const Amount& b) { return of(checked::add(a.m_value, b.m_value)); }
    friend Kind operator-(const Amount& a, const Amount& b)
    {
        return of(checked::subtract(a.m_value, b.m_value));
    }
    friend Kind operator-(const Amount& a) { return of(checked::subtract(0, a.m_value)); }
    friend Kind operator*(const Amount& a, std::int64_t times)
    {
        return of(checked::multiply(a.m_value, times));
    }
    friend Kind& operator+=(Kind& a, const Amount& b) { return a = a + b; }
    friend Kind& operator-=(Kind& a, const Amount& b) { return a = a - b; }

protected:
    constexpr explicit Amount(std::int64_t value)
        : m_value{value}
    {
    }
    constexpr std::int64_t value() const { return m_value; }

private:
    static Kind of(std::int64_t value)
    {
        Kind kind;
        static_cast<Amount&>(kind).m_value = value;
        return kind;
    }
    std::int64_t m_value = 0;
};

/// Minor units of the shop's currency: cents, pence, yen, fils.
class Money : public Amount<Money> {
public:
    constexpr Money() = default;
    static constexpr Money fromMinor(std::int64_t minor) { return Money{minor}; }
    constexpr std::int64_t minor() const { return value(); }

private:
    constexpr explicit Money(std::int64_t minor)
        : Amount{minor}
    {
    }
};

/// Hundredths of a minor unit for one unit of goods: a screw may cost 0.0350 EUR = 350.
class UnitPrice : public Amount<UnitPrice> {
public:
    constexpr UnitPrice() = default;
    static constexpr UnitPrice fromHundredths(std::int64_t hundredths) { return UnitPrice{hundredths}; }
    static UnitPrice fromMoney(Money money) { return UnitPrice{checked::multiply(money.minor(), 100)}; }
    constexpr std::int64_t hundredths() const { return value(); }

private:
    constexpr explicit UnitPrice(std::int64_t hundredths)
        : Amount{hundredths}
    {
    }
};

/// Thousandths of the product's unit: 1.250 kg is 1250, three pieces are 3000.
class Quantity : public Amount<Quantity> {
public:
    constexpr Quantity() = default;
    static constexpr Quantity fromThousandths(std::int64_t thousandths) { return Quantity{thousandths}; }
    static Quantity fromWhole(std::int64_t whole) { return Quantity{checked::multiply(whole, 1000)}; }
    constexpr std::int64_t thousandths() const { return value(); }
    constexpr bool isWhole() const { return value() % 1000 == 0; }

private:
    constexpr explicit Quantity(std::int64_t thousandths)
        : Amount{thousandths}
    {
    }
};

/// Parts per million: 20 % is 200'000, 9.975 % is 99'750.
class Rate : public Amount<Rate> {
public:
    constexpr Rate() = default;
    static constexpr Rate fromPartsPerMillion(std::int64_t ppm) { return Rate{ppm}; }
    static Rate fromPercent(std::int64_t percent) { return Rate{checked::multiply(percent, 10'000)}; }
    constexpr std::int64_t partsPerMillion() const { return value(); }
    static constexpr Rate whole() { return Rate{1'000'000}; } ///< 100 %

private:
    constexpr explicit Rate(std::int64_t ppm)
        : Amount{ppm}
    {
    }
};

} // namespace till
