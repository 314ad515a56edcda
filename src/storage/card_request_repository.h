#pragma once

#include "storage/connection.h"

#include <optional>
#include <string>
#include <vector>

namespace till {

struct CardRequestRow {
    Uid uid;
    Uid sale; ///< of the cart
    TillId till;
    UserId user;
    Money amount; ///< negative: given back
    std::string state;
    std::optional<Money> approved;
    std::string auth;
    std::string maskedPan;
    std::string scheme;
    std::string message;
    Timestamp requestedAt{};
};

/// How a request ended.
struct CardOutcome {
    std::string state;
    std::optional<Money> approved{};
    std::string auth{};
    std::string maskedPan{};
    std::string scheme{};
    std::string terminal{};
    std::string slip{}; ///< lines
    std::string message{};
    UserId resolvedBy{};
};

/// Payments the card terminal was asked for. In the caller's transaction.
class CardRequestRepository {
public:
    explicit CardRequestRepository(Connection& db)
        : m_db{db}
    {
    }

    void insert(const CardRequestRow& request, Timestamp now);
    std::optional<CardRequestRow> find(const Uid& uid);
    std::vector<CardRequestRow> open(TillId till);       ///< pending or unknown, oldest first
    std::vector<CardRequestRow> ofSale(const Uid& sale); ///< oldest first
    bool isOpen(const Uid& sale);                        ///< one of it is pending or unknown
    void setOutcome(const Uid& uid, const CardOutcome& outcome, Timestamp now);

private:
    Connection& m_db;
};

} // namespace till
