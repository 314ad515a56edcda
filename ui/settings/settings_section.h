#pragma once

class QString;

namespace till {

/// A section of the settings that has a use for what is scanned while it is shown. Inherited beside QWidget.
class ScanTaker {
public:
    virtual ~ScanTaker() = default;
    virtual bool takeScan(const QString& code) = 0; ///< false: no use for it now
};

} // namespace till
