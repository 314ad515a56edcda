#pragma once

#include <QString>

namespace till {

/// Whether Tillroll opens when this person logs in: an entry of the desktop's own, in their folder.
class Autostart {
public:
    /// `shopFile`: which one it opens; empty for the usual one.
    explicit Autostart(QString shopFile = {});

    bool isOn() const;
    bool set(bool on) const; ///< false: the file cannot be written or taken away
    QString file() const;

private:
    QString m_shopFile;
};

} // namespace till
