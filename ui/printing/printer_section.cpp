#include "ui/printing/printer_section.h"

#include "services/print_service.h"
#include "ui/kit/plain_label.h"
#include "ui/printing/printer_set_up.h"
#include "ui/printing/printer_words.h"
#include "ui/settings/settings_desk.h"
#include "ui/settings/settings_form.h"

#include <QCoreApplication>

namespace till {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(till::PrinterSection)
};

/// The printer as it is now, for as long as the section lives.
class ConditionLabel : public PlainLabel {
public:
    explicit ConditionLabel(PrintService& printing)
        : PlainLabel{{}, 14, QFont::DemiBold}
        , m_printing{printing}
    {
        setObjectName(u"printerCondition"_s);
        setWordWrap(true);
        m_changed = printing.changed.subscribe([this] { show(); });
        show();
    }

private:
    void show()
    {
        const auto status = m_printing.status();
        const auto why = QString::fromStdString(status.why);
        setPlainText(why.isEmpty() ? printerWords(status) : u"%1 (%2)"_s.arg(printerWords(status), why));
    }
    PrintService& m_printing;
    Subscription m_changed;
};

} // namespace

QWidget* printerSection(SettingsDesk& desk)
{
    auto* form = new SettingsForm{desk, Words::tr("Printer")};
    form->addWide(new ConditionLabel{desk.shop().printing()});
    form->addWide(new PrinterSetUp{desk});
    form->addGroup(Words::tr("Receipts"));
    form->addChoice("receipt.print", Words::tr("Print after each sale"),
        Words::tr("Ask: P prints it while the change is shown."),
        {{u"always"_s, Words::tr("always")}, {u"ask"_s, Words::tr("ask")}, {u"never"_s, Words::tr("never")}});
    form->addText(
        "printer.address", Words::tr("Address"), Words::tr("As it is kept. Empty it to have no printer."));
    form->addGroup(Words::tr("Drawer"));
    form->addLines("drawer.reasons", Words::tr("Why it is opened without a sale"),
        Words::tr("A line each; the cashier chooses by the figure. Empty: ours."));
    form->addStretch();
    return form;
}

} // namespace till
