#include "storage/cart_repository.h"

#include "domain/people/customer_id.h"
#include "storage/tender_repository.h"

#include <algorithm>

namespace till {

CartId CartRepository::create(const Uid& uid, TillId till, UserId user, Timestamp now)
{
    m_db.run(R"(
        INSERT INTO cart (uid, till_id, user_id, state, opened_at, changed_at)
        VALUES (?1, ?2, ?3, 'open', ?4, ?4))",
        uid, till, user, now);
    const auto id = m_db.insertedId<CartId>();
    setInFront(till, id);
    return id;
}

std::optional<Cart> CartRepository::find(CartId id)
{
    auto query = m_db.query(R"(
        SELECT uid, state, label, opened_at, edit_no, last_edit, age_confirmed FROM cart WHERE id = ?1)",
        id);
    if (!query.step()) return std::nullopt;
    Cart cart;
    cart.id = id;
    cart.uid = query.uid(0);
    cart.state = query.textView(1) == "held" ? CartState::Held : CartState::Open;
    cart.label = query.text(2);
    cart.openedAt = query.timestamp(3);
    const auto edit = static_cast<int>(query.integer(4));
    cart.canUndo = edit > 0;
    cart.canRedo = edit < query.integer(5);
    cart.ageConfirmed = static_cast<int>(query.integer(6));
    readHead(cart, edit);
    readLines(cart, edit);
    readDiscounts(cart, edit);
    readCoupons(cart, edit);
    readTenders(cart);
    return cart;
}

void CartRepository::readHead(Cart& cart, int edit)
{
    auto query = m_db.query(R"(
        SELECT u.code, h.note, h.internal_note
          FROM cart_head h
          LEFT JOIN customer u ON u.id = h.customer_id
         WHERE h.cart_id = ?1 AND h.from_edit <= ?2 AND (h.to_edit IS NULL OR h.to_edit > ?2))",
        cart.id, edit);
    if (!query.step()) return;
    cart.customer = query.optional<std::string>(0);
    cart.note = query.text(1);
    cart.internalNote = query.text(2);
}

void CartRepository::readLines(Cart& cart, int edit)
{
    auto query = m_db.query(R"(
        SELECT line_no, product_id, kind_id, name, unit, unit_decimals, department_id, supplier_id, tax_class_id,
               quantity, unit_price, list_price, code, tracks_stock, discountable, reason, approver_id, returns_uid,
               returns_line, note, internal_note, minimum_age, parent_line, per_parent, condition_id,
               return_reason
          FROM cart_line
         WHERE cart_id = ?1 AND from_edit <= ?2 AND (to_edit IS NULL OR to_edit > ?2)
         ORDER BY line_no)",
        cart.id, edit);
    while (query.step()) {
        CartLine line;
        line.lineNo = static_cast<int>(query.integer(0));
        line.product = query.id<ProductId>(1);
        line.kind = static_cast<ItemKind>(query.integer(2));
        line.name = query.text(3);
        line.unit = query.text(4);
        line.unitDecimals = static_cast<int>(query.integer(5));
        line.department = query.id<DepartmentId>(6);
        line.supplier = query.id<SupplierId>(7);
        line.taxClass = query.id<TaxClassId>(8);
        line.quantity = query.quantity(9);
        line.unitPrice = query.unitPrice(10);
        line.listPrice = query.optional<UnitPrice>(11);
        line.code = query.text(12);
        line.tracksStock = query.boolean(13);
        line.discountable = query.boolean(14);
        line.reason = query.text(15);
        line.approver = query.id<UserId>(16);
        if (!query.isNull(17))
            line.returns = ReturnedLine{query.uid(17), static_cast<int>(query.integer(18))};
        line.note = query.text(19);
        line.internalNote = query.text(20);
        line.minimumAge = static_cast<int>(query.integer(21));
        line.parentLine = static_cast<int>(query.integer(22));
        line.perParent = query.quantity(23);
        if (!query.isNull(24)) line.condition = static_cast<ReturnCondition>(query.integer(24));
        line.returnReason = query.text(25);
        cart.lines.push_back(std::move(line));
    }
}

void CartRepository::readDiscounts(Cart& cart, int edit)
{
    auto query = m_db.query(R"(
        SELECT line_no, rate, amount, reason, user_id, approver_id
          FROM cart_discount
         WHERE cart_id = ?1 AND from_edit <= ?2 AND (to_edit IS NULL OR to_edit > ?2)
         ORDER BY line_no, position)",
        cart.id, edit);
    while (query.step()) {
        CartDiscount discount{query.optional<Rate>(1), query.optional<Money>(2), query.text(3),
            query.id<UserId>(4), query.id<UserId>(5)};
        const auto lineNo = static_cast<int>(query.integer(0));
        if (lineNo == 0) {
            cart.discounts.push_back(std::move(discount));
            continue;
        }
        const auto line = std::find_if(cart.lines.begin(), cart.lines.end(),
            [lineNo](const CartLine& each) { return each.lineNo == lineNo; });
        if (line != cart.lines.end()) line->discounts.push_back(std::move(discount));
    }
}

void CartRepository::readCoupons(Cart& cart, int edit)
{
    auto query = m_db.query(R"(
        SELECT code FROM cart_coupon
         WHERE cart_id = ?1 AND from_edit <= ?2 AND (to_edit IS NULL OR to_edit > ?2)
         ORDER BY position)",
        cart.id, edit);
    while (query.step()) cart.coupons.push_back(query.text(0));
}

void CartRepository::readTenders(Cart& cart)
{
    auto query = m_db.query(
        R"(
        SELECT tender_type_id, amount, reference, foreign_currency, foreign_amount, exchange_rate
          FROM cart_tender WHERE cart_id = ?1 ORDER BY position)",
        cart.id);
    while (query.step())
        cart.tenders.push_back(
            {query.id<TenderTypeId>(0), query.money(1), query.text(2), foreignCash(query, 3)});
}

std::optional<CartId> CartRepository::openCart(TillId till)
{
    auto query = m_db.query("SELECT c.id FROM cart_in_front f JOIN cart c ON c.id = f.cart_id WHERE "
                            "f.till_id = ?1 AND c.state = 'open'",
        till);
    if (!query.step()) return std::nullopt;
    return query.id<CartId>(0);
}

std::vector<CartId> CartRepository::open(TillId till)
{
    auto query = m_db.query("SELECT id FROM cart WHERE till_id = ?1 AND state = 'open' ORDER BY id", till);
    std::vector<CartId> ids;
    while (query.step()) ids.push_back(query.id<CartId>(0));
    return ids;
}

void CartRepository::setInFront(TillId till, CartId cart)
{
    m_db.run(R"(
        INSERT INTO cart_in_front (till_id, cart_id) VALUES (?1, ?2)
        ON CONFLICT (till_id) DO UPDATE SET cart_id = excluded.cart_id)",
        till, cart);
}

std::optional<CartId> CartRepository::findByUid(const Uid& uid)
{
    auto query = m_db.query("SELECT id FROM cart WHERE uid = ?1", uid);
    if (!query.step()) return std::nullopt;
    return query.id<CartId>(0);
}

std::vector<CartId> CartRepository::held(TillId till)
{
    auto query =
        m_db.query("SELECT id FROM cart WHERE till_id = ?1 AND state = 'held' ORDER BY changed_at, id", till);
    std::vector<CartId> ids;
    while (query.step()) ids.push_back(query.id<CartId>(0));
    return ids;
}

std::optional<UserId> CartRepository::openedBy(CartId id)
{
    auto query = m_db.query("SELECT user_id FROM cart WHERE id = ?1", id);
    if (!query.step()) return std::nullopt;
    return query.id<UserId>(0);
}

int CartRepository::beginEdit(CartId cart, std::string_view kind, UserId user, Timestamp now)
{
    auto position = m_db.query("SELECT edit_no, last_edit FROM cart WHERE id = ?1", cart);
    position.step();
    const auto current = static_cast<int>(position.integer(0));
    const bool undone = current < position.integer(1);
    position.rewind();
    if (undone) forgetUndone(cart, current);
    const int edit = current + 1;
    m_db.run("INSERT INTO cart_edit (cart_id, edit_no, kind, user_id, made_at) VALUES (?1, ?2, ?3, ?4, ?5)",
        cart, edit, kind, user, now);
    m_db.run("UPDATE cart SET edit_no = ?2, last_edit = ?2, changed_at = ?3 WHERE id = ?1", cart, edit, now);
    return edit;
}

void CartRepository::forgetUndone(CartId cart, int current)
{
    m_db.run("DELETE FROM cart_line WHERE cart_id = ?1 AND from_edit > ?2", cart, current);
    m_db.run("UPDATE cart_line SET to_edit = NULL WHERE cart_id = ?1 AND to_edit > ?2", cart, current);
    m_db.run("DELETE FROM cart_discount WHERE cart_id = ?1 AND from_edit > ?2", cart, current);
    m_db.run("UPDATE cart_discount SET to_edit = NULL WHERE cart_id = ?1 AND to_edit > ?2", cart, current);
    m_db.run("DELETE FROM cart_coupon WHERE cart_id = ?1 AND from_edit > ?2", cart, current);
    m_db.run("UPDATE cart_coupon SET to_edit = NULL WHERE cart_id = ?1 AND to_edit > ?2", cart, current);
    m_db.run("DELETE FROM cart_head WHERE cart_id = ?1 AND from_edit > ?2", cart, current);
    m_db.run("UPDATE cart_head SET to_edit = NULL WHERE cart_id = ?1 AND to_edit > ?2", cart, current);
    m_db.run("DELETE FROM cart_edit WHERE cart_id = ?1 AND edit_no > ?2", cart, current);
}

void CartRepository::replaceHead(CartId cart, int edit, const Cart& after, Timestamp now)
{
    const auto text = [](const std::string& value) {
        return value.empty() ? std::optional<std::string_view>{} : std::optional<std::string_view>{value};
    };
    CustomerId customer;
    if (after.customer) customer = {findOrAddCustomer(m_db, *after.customer, now)};
    m_db.run("UPDATE cart_head SET to_edit = ?2 WHERE cart_id = ?1 AND to_edit IS NULL", cart, edit);
    m_db.run(R"(
        INSERT INTO cart_head (cart_id, from_edit, customer_id, note, internal_note) VALUES (?1, ?2, ?3, ?4, ?5))",
        cart, edit, customer, text(after.note), text(after.internalNote));
}

void CartRepository::addLine(CartId cart, int edit, const CartLine& line)
{
    auto insert = m_db.prepare(R"(
        INSERT INTO cart_line (cart_id, line_no, from_edit, product_id, kind_id, name, unit, unit_decimals,
                               department_id, supplier_id, tax_class_id, quantity, unit_price, list_price, code,
                               tracks_stock, discountable, reason, approver_id, returns_uid, returns_line, note,
                               internal_note, minimum_age, parent_line, per_parent, condition_id, return_reason)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22,
                ?23, ?24, ?25, ?26, ?27, ?28))");
    const auto text = [](const std::string& value) {
        return value.empty() ? std::optional<std::string_view>{} : std::optional<std::string_view>{value};
    };
    insert.bindAll(cart, line.lineNo, edit, line.product, static_cast<int>(line.kind), line.name, line.unit,
        line.unitDecimals, line.department, line.supplier, line.taxClass, line.quantity, line.unitPrice,
        line.listPrice, text(line.code), line.tracksStock, line.discountable, text(line.reason),
        line.approver, line.returns ? std::optional{line.returns->sale} : std::nullopt,
        line.returns ? std::optional{line.returns->line} : std::nullopt, text(line.note),
        text(line.internalNote), line.minimumAge,
        line.parentLine > 0 ? std::optional{line.parentLine} : std::nullopt,
        line.parentLine > 0 ? std::optional{line.perParent} : std::nullopt,
        line.condition == ReturnCondition::Resell ? std::nullopt
                                                  : std::optional{static_cast<int>(line.condition)},
        text(line.returnReason));
    insert.run();
}

void CartRepository::replaceLine(CartId cart, int edit, const CartLine& line)
{
    m_db.run("UPDATE cart_line SET to_edit = ?3 WHERE cart_id = ?1 AND line_no = ?2 AND to_edit IS NULL",
        cart, line.lineNo, edit);
    addLine(cart, edit, line);
}

void CartRepository::removeLine(CartId cart, int edit, int lineNo)
{
    m_db.run("UPDATE cart_line SET to_edit = ?3 WHERE cart_id = ?1 AND line_no = ?2 AND to_edit IS NULL",
        cart, lineNo, edit);
    replaceDiscounts(cart, edit, lineNo, {});
}

void CartRepository::replaceDiscounts(
    CartId cart, int edit, int lineNo, const std::vector<CartDiscount>& discounts)
{
    m_db.run("UPDATE cart_discount SET to_edit = ?3 WHERE cart_id = ?1 AND line_no = ?2 AND to_edit IS NULL",
        cart, lineNo, edit);
    int position = 0;
    for (const auto& discount : discounts) {
        m_db.run(R"(
            INSERT INTO cart_discount (cart_id, line_no, position, from_edit, rate, amount, reason, user_id, approver_id)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9))",
            cart, lineNo, position++, edit, discount.rate, discount.amount, discount.reason, discount.user,
            discount.approver);
    }
}

void CartRepository::replaceCoupons(CartId cart, int edit, const std::vector<std::string>& codes)
{
    m_db.run("UPDATE cart_coupon SET to_edit = ?2 WHERE cart_id = ?1 AND to_edit IS NULL", cart, edit);
    int position = 0;
    for (const auto& code : codes) {
        m_db.run("INSERT INTO cart_coupon (cart_id, position, from_edit, code) VALUES (?1, ?2, ?3, ?4)", cart,
            position++, edit, code);
    }
}

int CartRepository::nextLineNo(CartId cart)
{
    auto query = m_db.query("SELECT coalesce(max(line_no), 0) + 1 FROM cart_line WHERE cart_id = ?1", cart);
    query.step();
    return static_cast<int>(query.integer(0));
}

void CartRepository::moveTo(CartId cart, int editNo, Timestamp now)
{
    m_db.run("UPDATE cart SET edit_no = ?2, changed_at = ?3 WHERE id = ?1", cart, editNo, now);
}

int CartRepository::editNo(CartId cart)
{
    auto query = m_db.query("SELECT edit_no FROM cart WHERE id = ?1", cart);
    return query.step() ? static_cast<int>(query.integer(0)) : 0;
}

bool CartRepository::holdsMoney(TillId till)
{
    return m_db
        .query(
            "SELECT 1 FROM cart c JOIN cart_tender t ON t.cart_id = c.id WHERE c.till_id = ?1 LIMIT 1", till)
        .step();
}

void CartRepository::setState(CartId cart, CartState state, const std::string& label, Timestamp now)
{
    m_db.run("UPDATE cart SET state = ?2, label = ?3, changed_at = ?4 WHERE id = ?1", cart,
        state == CartState::Held ? "held" : "open", label, now);
}

void CartRepository::confirmAge(CartId cart, int years)
{
    m_db.run("UPDATE cart SET age_confirmed = ?2 WHERE id = ?1", cart, years);
}

void CartRepository::addTender(CartId cart, const CartTender& tender, Timestamp now)
{
    const ForeignColumns foreign{tender.foreign};
    m_db.run(R"(
        INSERT INTO cart_tender (cart_id, position, tender_type_id, amount, reference, made_at, foreign_currency,
                                 foreign_amount, exchange_rate)
        SELECT ?1, coalesce(max(position) + 1, 0), ?2, ?3, ?4, ?5, ?6, ?7, ?8 FROM cart_tender WHERE cart_id = ?1)",
        cart, tender.type, tender.amount, tender.reference, now, foreign.currency, foreign.minor,
        foreign.rate);
}

void CartRepository::removeTender(CartId cart, int position)
{
    m_db.run(R"(
        DELETE FROM cart_tender
         WHERE cart_id = ?1
           AND position = (SELECT position FROM cart_tender WHERE cart_id = ?1 ORDER BY position LIMIT 1 OFFSET ?2))",
        cart, position);
}

void CartRepository::remove(CartId cart)
{
    m_db.run("DELETE FROM cart WHERE id = ?1", cart);
}

std::int64_t findOrAddCustomer(Connection& db, const std::string& code, Timestamp now)
{
    auto query = db.query("SELECT id FROM customer WHERE code = ?1", code);
    if (query.step()) return query.integer(0);
    db.run("INSERT INTO customer (uid, code, created_at) VALUES (?1, ?2, ?3)",
        Uid::make(now.time_since_epoch().count()), code, now);
    return db.lastInsertId();
}

} // namespace till
