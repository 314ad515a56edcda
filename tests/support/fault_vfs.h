#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace till::test {

/// One thing a program did to the disk, in order.
struct IoRecord {
    enum class Kind { Create, Write, Truncate, Sync, Unlink, Acknowledge };
    Kind kind{};
    int inode{};           ///< which file, whatever its name was at the time
    std::string name{};    ///< Create, Unlink
    std::int64_t number{}; ///< Write: offset; Truncate: new size; Acknowledge: what was promised
    std::string bytes{};   ///< Write
    bool folderSynced{};   ///< Unlink: its folder was synced after it
};

/// What goes wrong, and when: at the `at`-th I/O from arming on, or from there on until disarmed.
struct Fault {
    enum class Kind {
        Error,      ///< EIO, in the code that fits the operation
        DiskFull,   ///< writes only
        ShortWrite, ///< half of it is written, then the disk is full
        SyncError,  ///< syncs only
    };
    Kind kind = Kind::Error;
    int at = 1;
    bool persistent = false;
};

/// An SQLite file system named "fault" over the platform's own: open the shop with that vfs name. Passes
/// everything through, and can fail, record or lie. One per program; recording and faults are global.
class FaultVfs {
public:
    static constexpr const char* kName = "fault";
    /// Registers it on first use.
    static FaultVfs& instance();

    void arm(const Fault& fault);
    void disarm();
    bool fired() const; ///< since arming

    void startRecording();
    void acknowledge(std::int64_t number); ///< "from here on the customer may rely on `number`"
    std::vector<IoRecord> stopRecording();
    /// The id under which operations on an existing file will be recorded.
    int inodeOf(const std::string& name);

    /// The disk says "synced" and has done nothing.
    void setLying(bool lying);

    FaultVfs(const FaultVfs&) = delete;
    FaultVfs& operator=(const FaultVfs&) = delete;

private:
    FaultVfs();
};

/// Runs `attempt` again and again with the first, second, third ... I/O failing, until it gets through
/// without meeting the fault; returns how many faults it met. `prepare` and `verify` run undisturbed.
int eachFault(Fault::Kind kind, bool persistent, const std::function<void()>& prepare,
    const std::function<void()>& attempt, const std::function<void(int at)>& verify);

} // namespace till::test
