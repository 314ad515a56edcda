#include "storage/transaction.h"
#include "support/scratch_folder.h"

#include <catch2/catch.hpp>

using namespace till;

namespace {

struct Table {
    Connection db{{{}, OpenOptions::Mode::Memory}};
    Table()
    {
        db.execute(
            "CREATE TABLE parent(id INTEGER PRIMARY KEY) STRICT;"
            "CREATE TABLE child(p INTEGER REFERENCES parent(id) DEFERRABLE INITIALLY DEFERRED) STRICT;");
    }
    std::int64_t parents()
    {
        auto query = db.query("SELECT count(*) FROM parent");
        query.step();
        return query.integer(0);
    }
};

} // namespace

TEST_CASE_METHOD(Table, "what is committed stays, what is left by a return or an exception never was")
{
    {
        Transaction tx{db};
        db.run("INSERT INTO parent VALUES (1)");
        tx.commit();
    }
    {
        const Transaction tx{db};
        db.run("INSERT INTO parent VALUES (2)");
    }
    CHECK(parents() == 1);
    CHECK_FALSE(db.inTransaction());
}

TEST_CASE_METHOD(Table, "a commit that breaks a reference has surely not happened, and is undone")
{
    {
        Transaction tx{db};
        db.run("INSERT INTO parent VALUES (1)");
        db.run("INSERT INTO child VALUES (99)");
        try {
            tx.commit();
            FAIL("a child without a parent was committed");
        } catch (const CommitUnknown&) {
            FAIL("it is not unknown");
        } catch (const StorageError& e) {
            CHECK(e.kind() == StorageError::Kind::Constraint);
        }
    }
    CHECK(parents() == 0);
}

TEST_CASE_METHOD(Table, "a part can be taken back while the rest goes on")
{
    Transaction tx{db};
    db.run("INSERT INTO parent VALUES (1)");
    {
        const Savepoint part{db};
        db.run("INSERT INTO parent VALUES (2)");
        {
            Savepoint inner{db};
            db.run("INSERT INTO parent VALUES (3)");
            inner.keep();
        }
    }
    {
        Savepoint part{db};
        db.run("INSERT INTO parent VALUES (4)");
        part.keep();
    }
    tx.commit();
    CHECK(parents() == 2);
}
