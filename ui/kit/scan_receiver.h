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

/// `field` asks for codes: what is scanned into it stays there, whoever receives around it.
void keepScans(QWidget& field);
bool keepsScans(const QWidget& field);

} // namespace till
