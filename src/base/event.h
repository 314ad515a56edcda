#pragma once

#include <functional>
#include <map>
#include <memory>
#include <utility>

namespace till {

/// Holds a place among an event's listeners; leaving scope ends it. May outlive the event.
class [[nodiscard]] Subscription {
public:
    Subscription() = default;
    explicit Subscription(std::function<void()> end)
        : m_end{std::move(end)}
    {
    }
    Subscription(Subscription&& other) noexcept
        : m_end{std::exchange(other.m_end, nullptr)}
    {
    }
    Subscription& operator=(Subscription&& other) noexcept
    {
        if (this != &other) {
            reset();
            m_end = std::exchange(other.m_end, nullptr);
        }
        return *this;
    }
    Subscription(const Subscription&) = delete;
    Subscription& operator=(const Subscription&) = delete;
    ~Subscription() { reset(); }

    explicit operator bool() const { return static_cast<bool>(m_end); }
    void reset()
    {
        if (auto end = std::exchange(m_end, nullptr)) end();
    }

private:
    std::function<void()> m_end;
};

/// Tells listeners what changed, synchronously and in the thread of the caller. A service emits only
/// after its transaction has committed; a listener must not throw and reads again what it shows.
template <typename... Args>
class Event {
public:
    Event() = default;
    Event(const Event&) = delete; // a copy would share its listeners
    Event& operator=(const Event&) = delete;
    ~Event() = default;

    Subscription subscribe(std::function<void(Args...)> listener)
    {
        const auto key = m_nextKey++;
        m_listeners->emplace(key, std::move(listener));
        return Subscription{[listeners = std::weak_ptr{m_listeners}, key] {
            if (const auto alive = listeners.lock()) alive->erase(key);
        }};
    }

    void emit(Args... args) const
    {
        const auto told = *m_listeners; // a listener may unsubscribe, or subscribe, while it is told
        const std::weak_ptr<const Listeners> listeners = m_listeners; // or destroy this event
        for (const auto& [key, listener] : told) {
            const auto alive = listeners.lock();
            if (alive && alive->contains(key)) listener(args...);
        }
    }

private:
    using Listeners = std::map<int, std::function<void(Args...)>>;
    std::shared_ptr<Listeners> m_listeners = std::make_shared<Listeners>();
    int m_nextKey = 0;
};

} // namespace till
