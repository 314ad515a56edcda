#include "services/receipt_printer.h"

#include "devices/paper_folder.h"
#include "paper/picture.h"
#include "paper/text_layout.h"

namespace till {
namespace {

class PrinterOfBytes : public ReceiptPrinter {
public:
    explicit PrinterOfBytes(const PrinterSetup& setup)
        : m_setup{setup}
        , m_line{printerLine(setup.address)}
    {
    }
    PrinterLook look() override { return m_line->look(); }
    std::string prepare(const PrintTask& task, bool withKick) const override
    {
        return toEscPos(layOut(task.paper, m_setup.profile.columns), m_setup.profile,
            withKick ? m_setup.drawer : DrawerKick::None);
    }
    SendResult print(const PrintTask&, const std::string& job) override { return m_line->send(job); }
    bool hasDrawer() const override { return m_setup.drawer != DrawerKick::None; }
    SendResult openDrawer() override { return m_line->send(drawerKick(m_setup.drawer)); }
    void giveUp() override { m_line->giveUp(); }

private:
    PrinterSetup m_setup;
    std::unique_ptr<PrinterLine> m_line;
};

class PrinterOfFiles : public ReceiptPrinter {
public:
    explicit PrinterOfFiles(const PrinterSetup& setup)
        : m_setup{setup}
    {
    }
    PrinterLook look() override
    {
        const auto why = whyNoPaperFolder(m_setup.address.place);
        return {why.empty(), why.empty() ? std::optional{PrinterHealth{}} : std::nullopt, why};
    }
    std::string prepare(const PrintTask& task, bool) const override
    {
        const bool isNarrow = m_setup.profile.dots <= 384;
        return toPdf(layOut(task.paper, m_setup.profile.columns), isNarrow ? kRoll58 : kRoll80);
    }
    SendResult print(const PrintTask& task, const std::string& job) override
    {
        const auto why = keepPaper(m_setup.address.place, task.name, job);
        return {why.empty() ? Sent::All : Sent::Nothing, why};
    }
    bool hasDrawer() const override { return false; }
    SendResult openDrawer() override { return {Sent::Nothing, {}}; }
    void giveUp() override {}

private:
    PrinterSetup m_setup;
};

} // namespace

std::unique_ptr<ReceiptPrinter> receiptPrinter(const PrinterSetup& setup)
{
    if (setup.address.kind == PrinterAddress::Kind::Folder) return std::make_unique<PrinterOfFiles>(setup);
    return std::make_unique<PrinterOfBytes>(setup);
}

} // namespace till
