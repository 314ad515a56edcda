#pragma once

#include "devices/terminal/terminal.h"
#include "services/card_service.h"
#include "storage/card_request_repository.h"
#include "storage/cart_repository.h"

#include <mutex>
#include <thread>

namespace till {

/// The terminal's own thread, and what it said that nobody took over yet.
struct CardService::Worker {
    explicit Worker(Connection& db)
        : rows{db}
        , carts{db}
    {
    }
    ~Worker()
    {
        if (terminal) terminal->cancel();
        join();
    }
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;
    void join()
    {
        if (thread.joinable()) thread.join();
    }
    void say(const Uid& payment, const TerminalEvent& event)
    {
        std::function<void()> tell;
        {
            const std::lock_guard lock{mutex};
            news.push_back({payment, event});
            tell = wake;
        }
        if (tell) tell();
    }

    CardRequestRepository rows;
    CartRepository carts;
    std::unique_ptr<Terminal> terminal;
    std::thread thread;
    std::mutex mutex; ///< of the next two
    struct Said {
        Uid payment;
        TerminalEvent event;
    };
    std::vector<Said> news;
    std::function<void()> wake;
    std::optional<Uid> underWay; ///< of the shop's thread
    CardPayment::Step step = CardPayment::Step::Connecting;
};

} // namespace till
