#pragma once

class QString;
class QWidget;

namespace till {

/// A widget that takes what is scanned while the focus is in it, or behind it.
class ScanReceiver {
public:
    /// False: no use for it here, whoever stands around it may have it. One that must not have it either is
    /// told so by true, and a sentence on the screen.
    virtual bool takeScan(const QString& code) = 0;

protected:
    ~ScanReceiver() = default;
};

/// A widget where some characters act instead of being written, as a digit does that picks an answer. They
/// wait a moment: a scan that begins with one is a code, and no answer.
class ActsOnKeys {
public:
    virtual bool actsOn(const QString& character) const = 0; ///< as it stands now

protected:
    ~ActsOnKeys() = default;
};

/// Whether `character` acts where `target` has the focus, or in what stands around it.
bool actsOnKey(const QWidget& target, const QString& character);

/// `field` asks for codes: what is scanned into it stays there, whoever receives around it.
void keepScans(QWidget& field);
bool keepsScans(const QWidget& field);

} // namespace till
