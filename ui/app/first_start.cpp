#include "ui/app/first_start.h"

#include "services/demo_shop.h"
#include "services/setting_service.h"
#include "ui/app/background.h"
#include "ui/app/country_choices.h"
#include "ui/app/error_text.h"
#include "ui/app/long_task.h"
#include "ui/app/places.h"
#include "ui/app/shop_look.h"
#include "ui/kit/ask.h"
#include "ui/wizard/country_page.h"
#include "ui/wizard/look_page.h"
#include "ui/wizard/products_page.h"
#include "ui/wizard/shop_page.h"
#include "ui/wizard/wizard_frame.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QVBoxLayout>

namespace till {

using namespace Qt::StringLiterals;

namespace {

Result<> makeAndFill(
    const ShopOptions& options, const ShopSetup& setup, const LookSettings& look, const Clock& clock)
{
    auto shop = Shop::create(options, setup, clock);
    if (!shop) return shop.error();
    return keepLook((*shop)->settings(), (*shop)->owner(), look);
}

// Into a shop of its own that is thrown away: the real one is made when the numbers have been seen.
Result<ProductImportReport> dryRun(
    const ShopSetup& setup, const QString& file, const Clock& clock, const std::shared_ptr<TaskState>& state)
{
    const QTemporaryDir scratch;
    if (!scratch.isValid()) return Error{ErrorCode::FolderNotWritable, scratch.path().toStdString()};
    ShopOptions options;
    options.file = toPath(scratch.filePath(u"preview.db"_s));
    options.keyFolder = toPath(scratch.filePath(u"keys"_s));
    auto shop = Shop::create(options, setup, clock);
    if (!shop) return shop.error();
    ProductImportOptions import;
    import.file = toPath(file);
    import.dryRun = true;
    import.progress = [state](int percent) { return state->report(percent); };
    return (*shop)->imports().products((*shop)->owner(), import);
}

} // namespace

FirstStart::FirstStart(FirstStartPlace place, const Clock& clock, QWidget* parent)
    : QWidget{parent}
    , m_place{std::move(place)}
    , m_clock{clock}
    , m_frame{new WizardFrame}
    , m_look{new LookPage{{{u"en"_s, u"English"_s}}, {u"en"_s, Theme::instance().look()}}}
    , m_country{new CountryPage{countryChoices(), guessedCountry()}}
    , m_shop{new ShopPage{{}}}
    , m_products{new ProductsPage}
{
    setObjectName(u"firstStart"_s);
    setWindowTitle(tr("Tillroll: first start"));
    for (auto* page : std::initializer_list<WizardPage*>{m_look, m_country, m_shop, m_products})
        m_frame->addPage(page);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_frame);
    connect(
        m_look, &LookPage::lookChosen, this, [](const LookSettings& look) { Theme::instance().apply(look); });
    connect(m_frame, &WizardFrame::finished, this, &FirstStart::makeChosen);
    connect(m_frame, &WizardFrame::practiceRequested, this, &FirstStart::makePractice);
    connect(m_frame, &WizardFrame::stopRequested, this, [this] {
        if (m_watch) m_watch->state()->stop();
    });
    m_frame->showPage(0);
}

FirstStart::~FirstStart() = default;

ShopOptions FirstStart::options(const QString& file) const
{
    ShopOptions options;
    options.file = toPath(file);
    options.keyFolder = m_place.keyFolder;
    return options;
}

std::shared_ptr<TaskState> FirstStart::begin(const QString& words)
{
    end();
    m_frame->setBusy(words);
    m_watch = new TaskWatch{this, [this, words](int percent) {
                                const bool stopping = m_watch->state()->isStopping();
                                m_frame->setBusy(stopping      ? tr("Stopping ...")
                                                 : percent < 0 ? words
                                                               : tr("%1 %2%").arg(words).arg(percent));
                            }};
    return m_watch->state();
}

void FirstStart::end()
{
    delete m_watch;
    m_watch = nullptr;
}

void FirstStart::fail(const Error& error)
{
    end();
    m_frame->setReady(errorText(error));
}

void FirstStart::makeChosen()
{
    const auto products = m_products->answer();
    if (products.kind == ProductsChoice::Kind::Import) return previewImport(products.file);
    makeShop(products);
}

void FirstStart::makeShop(const ProductsChoice& products)
{
    const auto setup = setupFrom(m_country->answer(), m_shop->answer());
    auto state = begin(tr("Making your shop ..."));
    runInBackground<void>(
        this,
        [options = options(m_place.shopFile), setup, look = m_look->answer().look, &clock = m_clock, products,
            state]() -> Result<> {
            auto made = makeAndFill(options, setup, look, clock);
            if (!made || products.kind != ProductsChoice::Kind::Import) return made;
            auto shop = Shop::open(options, clock);
            if (!shop) return shop.error();
            ProductImportOptions import;
            import.file = toPath(products.file);
            import.progress = [state](int percent) { return state->report(percent); };
            auto imported = (*shop)->imports().products((*shop)->owner(), import);
            return imported ? Result<>{} : Result<>{imported.error()};
        },
        [this, products](Result<> made) {
            const bool exists = QFileInfo::exists(m_place.shopFile);
            if (!made && !(exists && products.kind == ProductsChoice::Kind::Import))
                return fail(made.error());
            end();
            if (!made) {
                tell(this, tr("Your shop is made, but without the products"),
                    errorText(made.error()) + u' ' + tr("You can import them later."), products.file);
            }
            if (products.kind == ProductsChoice::Kind::Sample) return makePractice();
            Q_EMIT shopReady(m_place.shopFile);
        });
}

void FirstStart::makePractice()
{
    if (QFileInfo::exists(m_place.practiceFile)) {
        m_frame->setReady();
        return Q_EMIT shopReady(m_place.practiceFile);
    }
    auto state = begin(tr("Filling the practice shop with products and sales ..."));
    DemoShopOptions demo;
    demo.shop = options(m_place.practiceFile);
    demo.days = m_place.practiceDays;
    demo.progress = [state](int percent) { return state->report(percent); };
    runInBackground<void>(
        this,
        [demo, look = m_look->answer().look, &clock = m_clock]() -> Result<> {
            if (auto made = makeDemoShop(demo, clock); !made) return made;
            auto shop = Shop::open(demo.shop, clock);
            if (!shop) return shop.error();
            return keepLook((*shop)->settings(), (*shop)->owner(), look);
        },
        [this](Result<> made) {
            if (!made) {
                // The own shop may be there already: stopping the practice shop is no reason to hold it back.
                if (!QFileInfo::exists(m_place.shopFile)) return fail(made.error());
                end();
                return Q_EMIT shopReady(m_place.shopFile);
            }
            end();
            Q_EMIT shopReady(m_place.practiceFile);
        });
}

void FirstStart::previewImport(const QString& file)
{
    auto state = begin(tr("Looking into the file ..."));
    runInBackground<ProductImportReport>(
        this,
        [setup = setupFrom(m_country->answer(), m_shop->answer()), file, &clock = m_clock, state] {
            return dryRun(setup, file, clock, state);
        },
        [this, file](Result<ProductImportReport> found) {
            if (!found) return fail(found.error());
            end();
            m_frame->setReady();
            offerImport(file, *found);
        });
}

void FirstStart::offerImport(const QString& file, const ProductImportReport& found)
{
    const auto added = static_cast<int>(found.added);
    if (added == 0) return m_frame->setReady(tr("There is no product in this file that could be taken."));
    QString words = tr("%n product(s) will be added.", nullptr, added);
    if (found.rejectedCount > 0) {
        const auto& first = found.rejected.front();
        words += u' ' + tr("%n row(s) cannot be taken.", nullptr, static_cast<int>(found.rejectedCount)) +
                 u' ' + tr("The first is line %1: %2").arg(first.line).arg(errorText(first.error));
    }
    Question question;
    question.title = tr("Import products");
    question.text = words;
    question.detail = QFileInfo{file}.fileName();
    question.choices = {{tr("Back")}, {tr("Import %n product(s)", nullptr, added), ButtonKind::Primary}};
    question.enterChoice = 1;
    if (ask(this, question) == 1) makeShop({ProductsChoice::Kind::Import, file});
}

} // namespace till
