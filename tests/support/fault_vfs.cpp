#include "support/fault_vfs.h"

#include <sqlite3.h>

#include <cstring>
#include <map>
#include <mutex>
#include <new>
#include <utility>

namespace till::test {
namespace {

enum class Op { Open, Read, Write, Truncate, Sync, Delete };

/// Everything the callbacks share. SQLite may call them from several threads; a write and its record are
/// one step, so that the log has the order of the disk.
struct State {
    std::recursive_mutex mutex;
    std::map<std::string, int> inodes;
    int lastInode = 0;
    bool recording = false;
    std::vector<IoRecord> log;
    bool armed = false;
    Fault fault;
    int seen = 0;
    bool fired = false;
    bool lying = false;

    bool trips(Op op)
    {
        if (!armed || !concerns(op)) return false;
        ++seen;
        const bool now = seen == fault.at || (fault.persistent && seen > fault.at);
        fired = fired || now;
        return now;
    }
    bool concerns(Op op) const
    {
        switch (fault.kind) {
        case Fault::Kind::Error: return true;
        case Fault::Kind::DiskFull:
        case Fault::Kind::ShortWrite: return op == Op::Write;
        case Fault::Kind::SyncError: return op == Op::Sync;
        }
        return false;
    }
    void record(IoRecord entry)
    {
        if (recording) log.push_back(std::move(entry));
    }
};

State& state()
{
    static State shared;
    return shared;
}

/// Ours in front; the platform's file lies right behind it in the space SQLite gave us.
struct File {
    sqlite3_file base;
    sqlite3_file* real;
    int inode;
};

File& ours(sqlite3_file* file)
{
    return *reinterpret_cast<File*>(file);
}

sqlite3_file* real(sqlite3_file* file)
{
    return ours(file).real;
}

sqlite3_vfs* platform(sqlite3_vfs* vfs)
{
    return static_cast<sqlite3_vfs*>(vfs->pAppData);
}

int closeFile(sqlite3_file* file)
{
    return real(file)->pMethods ? real(file)->pMethods->xClose(real(file)) : SQLITE_OK;
}

int readFile(sqlite3_file* file, void* to, int size, sqlite3_int64 offset)
{
    const std::scoped_lock guard{state().mutex};
    if (state().trips(Op::Read)) return SQLITE_IOERR_READ;
    return real(file)->pMethods->xRead(real(file), to, size, offset);
}

int writeSome(sqlite3_file* file, const void* from, int size, sqlite3_int64 offset)
{
    const int rc = real(file)->pMethods->xWrite(real(file), from, size, offset);
    if (rc == SQLITE_OK) {
        const auto* bytes = static_cast<const char*>(from);
        state().record({.kind = IoRecord::Kind::Write,
            .inode = ours(file).inode,
            .number = offset,
            .bytes = std::string{bytes, static_cast<std::size_t>(size)}});
    }
    return rc;
}

int writeFile(sqlite3_file* file, const void* from, int size, sqlite3_int64 offset)
{
    const std::scoped_lock guard{state().mutex};
    if (!state().trips(Op::Write)) return writeSome(file, from, size, offset);
    if (state().fault.kind == Fault::Kind::ShortWrite && size > 1) writeSome(file, from, size / 2, offset);
    return state().fault.kind == Fault::Kind::Error ? SQLITE_IOERR_WRITE : SQLITE_FULL;
}

int truncateFile(sqlite3_file* file, sqlite3_int64 size)
{
    const std::scoped_lock guard{state().mutex};
    if (state().trips(Op::Truncate)) return SQLITE_IOERR_TRUNCATE;
    const int rc = real(file)->pMethods->xTruncate(real(file), size);
    if (rc == SQLITE_OK)
        state().record({.kind = IoRecord::Kind::Truncate, .inode = ours(file).inode, .number = size});
    return rc;
}

int syncFile(sqlite3_file* file, int flags)
{
    const std::scoped_lock guard{state().mutex};
    if (state().trips(Op::Sync)) return SQLITE_IOERR_FSYNC;
    if (state().lying) return SQLITE_OK;
    // Recording replays what a sync promises; doing it as well would only cost time.
    const int rc = state().recording ? SQLITE_OK : real(file)->pMethods->xSync(real(file), flags);
    if (rc == SQLITE_OK) state().record({.kind = IoRecord::Kind::Sync, .inode = ours(file).inode});
    return rc;
}

// The rest passes through.
int fileSize(sqlite3_file* file, sqlite3_int64* size)
{
    return real(file)->pMethods->xFileSize(real(file), size);
}
int lockFile(sqlite3_file* file, int level)
{
    return real(file)->pMethods->xLock(real(file), level);
}
int unlockFile(sqlite3_file* file, int level)
{
    return real(file)->pMethods->xUnlock(real(file), level);
}
int checkReserved(sqlite3_file* file, int* reserved)
{
    return real(file)->pMethods->xCheckReservedLock(real(file), reserved);
}
int fileControl(sqlite3_file* file, int op, void* argument)
{
    return real(file)->pMethods->xFileControl(real(file), op, argument);
}
int sectorSize(sqlite3_file* file)
{
    return real(file)->pMethods->xSectorSize(real(file));
}
int characteristics(sqlite3_file* file)
{
    return real(file)->pMethods->xDeviceCharacteristics(real(file));
}
int shmMap(sqlite3_file* file, int region, int size, int extend, void volatile** memory)
{
    return real(file)->pMethods->xShmMap(real(file), region, size, extend, memory);
}
int shmLock(sqlite3_file* file, int offset, int count, int flags)
{
    return real(file)->pMethods->xShmLock(real(file), offset, count, flags);
}
void shmBarrier(sqlite3_file* file)
{
    real(file)->pMethods->xShmBarrier(real(file));
}
int shmUnmap(sqlite3_file* file, int deleteIt)
{
    return real(file)->pMethods->xShmUnmap(real(file), deleteIt);
}

// Version 2 has the shared memory of the WAL and no mapped reads: every read is seen.
constexpr sqlite3_io_methods kMethods{2, closeFile, readFile, writeFile, truncateFile, syncFile, fileSize,
    lockFile, unlockFile, checkReserved, fileControl, sectorSize, characteristics, shmMap, shmLock,
    shmBarrier, shmUnmap, nullptr, nullptr};

int openFile(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* outFlags)
{
    const std::scoped_lock guard{state().mutex};
    auto* opened = new (file) File{};
    opened->real = reinterpret_cast<sqlite3_file*>(opened + 1);
    std::memset(static_cast<void*>(opened->real), 0, static_cast<std::size_t>(platform(vfs)->szOsFile));
    if (state().trips(Op::Open)) return SQLITE_CANTOPEN;
    int existed = 0;
    if (name) platform(vfs)->xAccess(platform(vfs), name, SQLITE_ACCESS_EXISTS, &existed);
    const int rc = platform(vfs)->xOpen(platform(vfs), name, opened->real, flags, outFlags);
    if (rc != SQLITE_OK) return rc;
    opened->base.pMethods = &kMethods;
    if (name && existed) {
        opened->inode = FaultVfs::instance().inodeOf(name);
    } else {
        opened->inode = ++state().lastInode;
        if (name) state().inodes[name] = opened->inode;
        if (name) state().record({.kind = IoRecord::Kind::Create, .inode = opened->inode, .name = name});
    }
    return SQLITE_OK;
}

int deleteFile(sqlite3_vfs* vfs, const char* name, int syncFolder)
{
    const std::scoped_lock guard{state().mutex};
    if (state().trips(Op::Delete)) return SQLITE_IOERR_DELETE;
    const int rc = platform(vfs)->xDelete(platform(vfs), name, syncFolder);
    if (rc == SQLITE_OK) {
        const bool synced = syncFolder != 0 && !state().lying;
        state().record({.kind = IoRecord::Kind::Unlink, .name = name, .folderSynced = synced});
        state().inodes.erase(name);
    }
    return rc;
}

int accessFile(sqlite3_vfs* vfs, const char* name, int flags, int* result)
{
    return platform(vfs)->xAccess(platform(vfs), name, flags, result);
}
int fullPathname(sqlite3_vfs* vfs, const char* name, int size, char* out)
{
    return platform(vfs)->xFullPathname(platform(vfs), name, size, out);
}
int randomness(sqlite3_vfs* vfs, int size, char* out)
{
    return platform(vfs)->xRandomness(platform(vfs), size, out);
}
int sleepFor(sqlite3_vfs* vfs, int microseconds)
{
    return platform(vfs)->xSleep(platform(vfs), microseconds);
}
int currentTime(sqlite3_vfs* vfs, double* time)
{
    return platform(vfs)->xCurrentTime(platform(vfs), time);
}
int lastError(sqlite3_vfs* vfs, int size, char* out)
{
    return platform(vfs)->xGetLastError(platform(vfs), size, out);
}
int currentTimeInt64(sqlite3_vfs* vfs, sqlite3_int64* time)
{
    return platform(vfs)->xCurrentTimeInt64(platform(vfs), time);
}

} // namespace

FaultVfs::FaultVfs()
{
    static sqlite3_vfs vfs{};
    sqlite3_vfs* const below = sqlite3_vfs_find(nullptr);
    vfs.iVersion = 2;
    vfs.szOsFile = static_cast<int>(sizeof(File)) + below->szOsFile;
    vfs.mxPathname = below->mxPathname;
    vfs.zName = kName;
    vfs.pAppData = below;
    vfs.xOpen = openFile;
    vfs.xDelete = deleteFile;
    vfs.xAccess = accessFile;
    vfs.xFullPathname = fullPathname;
    vfs.xRandomness = randomness;
    vfs.xSleep = sleepFor;
    vfs.xCurrentTime = currentTime;
    vfs.xGetLastError = lastError;
    vfs.xCurrentTimeInt64 = currentTimeInt64;
    sqlite3_vfs_register(&vfs, 0);
}

FaultVfs& FaultVfs::instance()
{
    static FaultVfs only;
    return only;
}

void FaultVfs::arm(const Fault& fault)
{
    const std::scoped_lock guard{state().mutex};
    state().fault = fault;
    state().seen = 0;
    state().fired = false;
    state().armed = true;
}

void FaultVfs::disarm()
{
    const std::scoped_lock guard{state().mutex};
    state().armed = false;
}

bool FaultVfs::fired() const
{
    const std::scoped_lock guard{state().mutex};
    return state().fired;
}

void FaultVfs::startRecording()
{
    const std::scoped_lock guard{state().mutex};
    state().log.clear();
    state().recording = true;
}

void FaultVfs::acknowledge(std::int64_t number)
{
    const std::scoped_lock guard{state().mutex};
    state().record({.kind = IoRecord::Kind::Acknowledge, .number = number});
}

std::vector<IoRecord> FaultVfs::stopRecording()
{
    const std::scoped_lock guard{state().mutex};
    state().recording = false;
    return std::exchange(state().log, {});
}

int FaultVfs::inodeOf(const std::string& name)
{
    const std::scoped_lock guard{state().mutex};
    auto& inode = state().inodes[name];
    if (inode == 0) inode = ++state().lastInode;
    return inode;
}

void FaultVfs::setLying(bool lying)
{
    const std::scoped_lock guard{state().mutex};
    state().lying = lying;
}

int eachFault(Fault::Kind kind, bool persistent, const std::function<void()>& prepare,
    const std::function<void()>& attempt, const std::function<void(int at)>& verify)
{
    auto& vfs = FaultVfs::instance();
    for (int at = 1;; ++at) {
        prepare();
        vfs.arm({kind, at, persistent});
        attempt();
        vfs.disarm();
        verify(at);
        if (!vfs.fired()) return at - 1;
    }
}

} // namespace till::test
