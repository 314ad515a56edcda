#pragma once

#include "services/import_service.h"
#include "services/shop.h"
#include "ui/wizard/wizard_values.h"

#include <QWidget>

#include <memory>

namespace till {

class CountryPage;
class LookPage;
class ProductsPage;
class ShopPage;
class TaskState;
class TaskWatch;
class WizardFrame;

/// Where a first start puts things.
struct FirstStartPlace {
    QString shopFile;
    QString practiceFile;
    std::filesystem::path keyFolder{}; ///< empty: the usual one
    int practiceDays = 90;
};

/// The wizard with the services behind it: it makes the shop that was asked for and names its file. What does
/// not work is said where it was asked, and everything typed stays.
class FirstStart : public QWidget {
    Q_OBJECT

public:
    FirstStart(FirstStartPlace place, const Clock& clock, QWidget* parent = nullptr);
    ~FirstStart() override;

    WizardFrame& frame() { return *m_frame; }

Q_SIGNALS:
    void shopReady(const QString& file);

private:
    void makeChosen();
    void makePractice(); ///< or take the one that is there
    void makeShop(const ProductsChoice& products);
    void previewImport(const QString& file);
    void offerImport(const QString& file, const ProductImportReport& found);
    std::shared_ptr<TaskState> begin(const QString& words);
    void end();
    void fail(const Error& error);
    ShopOptions options(const QString& file) const;

    FirstStartPlace m_place;
    const Clock& m_clock;
    WizardFrame* m_frame;
    LookPage* m_look;
    CountryPage* m_country;
    ShopPage* m_shop;
    ProductsPage* m_products;
    TaskWatch* m_watch = nullptr;
};

} // namespace till
