#include "ui/scan/scan_trial.h"

#include "services/catalog_service.h"
#include "services/setting_service.h"
#include "ui/kit/key_button.h"
#include "ui/kit/plain_label.h"
#include "ui/kit/theme.h"
#include "ui/scan/scan_chart.h"
#include "ui/scan/scan_filter.h"
#include "ui/scan/scan_settings.h"
#include "ui/settings/settings_desk.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace till {

using namespace Qt::StringLiterals;

ScanTrial::ScanTrial(SettingsDesk& desk, QWidget* parent)
    : QWidget{parent}
    , m_desk{desk}
    , m_chart{new ScanChart}
    , m_type{new QLineEdit}
    , m_read{new PlainLabel{{}, 14, QFont::DemiBold}}
    , m_problem{new PlainLabel{{}, 14, QFont::Normal, Ink::Danger}}
    , m_advice{new PlainLabel{{}, 14, QFont::Normal}}
    , m_apply{new KeyButton{tr("Use these")}}
{
    setObjectName(u"scanTrial"_s);
    m_type->setObjectName(u"scanTrialType"_s);
    m_type->setAccessibleName(tr("Type here to compare"));
    m_type->setPlaceholderText(tr("Type a few words here, as fast as you can"));
    m_read->setObjectName(u"scanTrialRead"_s);
    m_problem->setObjectName(u"scanTrialProblem"_s);
    m_advice->setObjectName(u"scanTrialAdvice"_s);
    m_apply->setObjectName(u"scanTrialApply"_s);
    m_apply->setAccessibleName(m_apply->text());
    m_apply->setKind(ButtonKind::Primary);
    for (auto* label : {m_read, m_problem, m_advice}) label->setWordWrap(true);
    auto* again = new KeyButton{tr("Begin anew")};
    again->setObjectName(u"scanTrialClear"_s);
    again->setAccessibleName(again->text());
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_type, 1);
    buttons->addWidget(again);
    auto* advice = new QHBoxLayout;
    advice->addWidget(m_advice, 1);
    advice->addWidget(m_apply);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_chart);
    column->addWidget(m_read);
    column->addWidget(m_problem);
    column->addLayout(buttons);
    column->addLayout(advice);
    onTheme(this, [column, buttons, advice] {
        column->setSpacing(tokens().px(8));
        buttons->setSpacing(tokens().px(8));
        advice->setSpacing(tokens().px(8));
    });
    connect(&ScanFilter::instance(), &ScanFilter::keyCame, this, &ScanTrial::hear);
    connect(m_apply, &KeyButton::clicked, this, &ScanTrial::apply);
    connect(again, &KeyButton::clicked, this, [this] {
        m_trains.clear();
        m_type->clear();
        m_read->setPlainText({});
        judge();
    });
    judge();
}

void ScanTrial::hear(const QString& text, quint64 atMs)
{
    if (!isVisible() || text.isEmpty()) return;
    m_trains.key(text.toUcs4().front(), atMs);
    judge();
}

bool ScanTrial::takeScan(const QString& code)
{
    const auto product = m_desk.shop().catalog().findByCode(code.toStdString());
    const auto raw = visibleText(code.toStdU32String());
    m_read->setPlainText(product ? tr("Read: %1 - %2").arg(raw, QString::fromStdString(product->name))
                                 : tr("Read: %1 - no product has this code yet").arg(raw));
    judge();
    return true;
}

void ScanTrial::showRules(const ScanRules& rules)
{
    m_rules = rules;
    m_chart->setGap(rules.gapMs);
    judge();
}

QString ScanTrial::sayRules(const ScanRules& rules) const
{
    QStringList words{tr("up to %1 ms between characters").arg(rules.gapMs),
        tr("%n character(s) and more", nullptr, rules.shortest)};
    switch (rules.end) {
    case ScanRules::End::Any: words << tr("Enter or Tab at the end"); break;
    case ScanRules::End::Enter: words << tr("Enter at the end"); break;
    case ScanRules::End::Tab: words << tr("Tab at the end"); break;
    case ScanRules::End::None: words << tr("nothing at the end"); break;
    }
    if (!rules.prefix.empty()) words << tr("%1 in front").arg(QString::fromStdString(rules.prefix));
    if (!rules.suffix.empty()) words << tr("%1 behind").arg(QString::fromStdString(rules.suffix));
    return words.join(u", "_s);
}

void ScanTrial::judge()
{
    m_chart->setTrains(m_trains.trains());
    auto problem = LayoutProblem::None;
    for (const auto& train : m_trains.trains())
        if (train.looksScanned()) problem = layoutProblem(train.text);
    switch (problem) {
    case LayoutProblem::None: m_problem->setPlainText({}); break;
    case LayoutProblem::ShiftedDigits:
        m_problem->setPlainText(
            tr("Digits arrive as other signs: the scanner is set for another keyboard than "
               "this computer. Scan the code for your keyboard's country in the scanner's "
               "booklet, such as \"Keyboard: French\"."));
        break;
    case LayoutProblem::SwappedYz:
        m_problem->setPlainText(tr("Y and Z arrive swapped: set the scanner to a German keyboard, or this "
                                   "computer to an English one."));
        break;
    case LayoutProblem::CapsLock:
        m_problem->setPlainText(tr("Small and capital letters arrive swapped: Caps Lock is on."));
        break;
    }
    m_problem->setVisible(problem != LayoutProblem::None);
    m_read->setVisible(!m_read->text().isEmpty());
    const auto better = suggestRules(m_trains.trains(), m_rules);
    const bool change = better != m_rules;
    m_apply->setVisible(change);
    if (m_trains.trains().empty())
        m_advice->setPlainText(tr("Scan three different codes. Nothing here is sold."));
    else
        m_advice->setPlainText(change ? tr("Would fit: %1.").arg(sayRules(better))
                                      : tr("Set now, and it fits: %1.").arg(sayRules(m_rules)));
}

void ScanTrial::apply()
{
    const auto better = suggestRules(m_trains.trains(), m_rules);
    const std::pair<const char*, std::string> values[] = {{"scanner.gap", std::to_string(better.gapMs)},
        {"scanner.shortest", std::to_string(better.shortest)}, {"scanner.end", toText(better.end)},
        {"scanner.prefix", better.prefix}, {"scanner.suffix", better.suffix}};
    auto& settings = m_desk.shop().settings();
    const bool done = m_desk.attempt([&]() -> Result<> {
        for (const auto& [key, value] : values) {
            if (settings.value(key) == value) continue;
            if (auto set = settings.set(m_desk.shop().owner(), key, value); !set) return set;
        }
        return {};
    });
    if (done) m_desk.tell(tr("Scanner"), sayRules(better));
}

} // namespace till
