#pragma once

#include "base/clock.h"
#include "base/ids.h"
#include "base/uid.h"
#include "services/actor.h"
#include "services/shop.h"

#include <nlohmann/json_fwd.hpp>

#include <array>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace till {

class Connection;

/// Rows of table journal_type; a test compares them (roles-and-audit.md 5.4).
enum class JournalType {
    ShopCreate = 1,
    KeyCreate,
    ShiftOpen,
    ShiftClose,
    Sale,
    LineDelete,
    QtyReduce,
    CartAbandon,
    Import,
    ImportUndo,
    SettingChange,
    ProductChange,
    PriceChange,
    Receive,
    Adjust,
    Backup,
    Reprint,
    Park,
    Resume,
    UserChange,
    TaxChange,
    CatalogChange,
    PartPaid,
    PartGivenBack,
    OpenItem,
    AgeCheck,
    NoSale,
    GiftIssue,
    GiftRedeem,
    GiftAdjust,
    PrintUnknown,
    EmailReceipt,
    PromotionChange,
    CardUnknown,
    CardResolved,
    DeviceChange,
    CustomerChange,
    LayoutChange,
};

/// Appends records to the hash-chained journal of a till (journal.md 6.1), in the caller's transaction.
class JournalWriter {
public:
    /// `keyFolder` holds one Ed25519 secret key per shop; it is made when this shop has none yet. Without the
    /// key records are written unsigned, and `signs()` says so: selling never stops for it.
    JournalWriter(Connection& db, const Uid& shop, const std::filesystem::path& keyFolder, Access access);
    ~JournalWriter();

    /// `payload`: an object of integers, strings, arrays and objects; "v" is added. It is written
    /// canonically: UTF-8, keys in byte order, no spaces.
    void append(JournalType type, const Actor& actor, const Moment& at, nlohmann::json payload,
        DocumentId document = {});

    bool signs() const;
    bool createdKey() const; ///< this opening made the key
    /// Position and head of a till's chain, for paper: "J4711 · 7KQ2-M9XD-41". Empty when there is none.
    std::string foot(TillId till) const;
    std::optional<std::array<std::uint8_t, 32>> head(TillId till) const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace till
