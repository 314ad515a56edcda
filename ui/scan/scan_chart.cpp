#include "ui/scan/scan_chart.h"

#include "ui/kit/paint.h"
#include "ui/kit/theme.h"

#include <QPainter>

#include <algorithm>

namespace till {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kRows = 8;
constexpr int kRowHeight = 22;
constexpr int kAxisHeight = 26;
constexpr int kNames = 150; // px for what was scanned, before the dots
constexpr int kMostMs = 200;

} // namespace

ScanChart::ScanChart(QWidget* parent)
    : QWidget{parent}
{
    setObjectName(u"scanChart"_s);
    setAccessibleName(tr("Times between keys"));
    onTheme(this, [this] {
        updateGeometry();
        update();
    });
}

QSize ScanChart::sizeHint() const
{
    const Tokens& t = tokens();
    return {t.px(420), t.px(kAxisHeight + kRowHeight * static_cast<int>(kRows) + 8)};
}

void ScanChart::setTrains(const std::deque<KeyTrain>& trains)
{
    m_trains.assign(trains.rbegin(), trains.rend());
    if (m_trains.size() > kRows) m_trains.resize(kRows);
    if (!m_trains.empty())
        setAccessibleDescription(m_trains.front().looksScanned()
                                     ? tr("The last one looks scanned: at most %1 ms between keys")
                                           .arg(m_trains.front().longestGap())
                                     : tr("The last one looks typed"));
    update();
}

void ScanChart::setGap(int gapMs)
{
    m_gap = gapMs;
    update();
}

int ScanChart::xOf(int gapMs) const
{
    const int from = tokens().px(kNames);
    const int room = width() - from - tokens().px(16);
    return from + room * std::clamp(gapMs, 0, kMostMs) / kMostMs;
}

void ScanChart::paintAxis(QPainter& painter) const
{
    const Tokens& t = tokens();
    const int top = t.px(kAxisHeight);
    for (int ms = 0; ms <= kMostMs; ms += 50) {
        painter.fillRect(QRect{xOf(ms), top, 1, height() - top}, t.colours().hair);
        const auto words = ms == kMostMs ? tr("200 ms+") : QString::number(ms);
        const int wide = t.px(64);
        paintText(painter, {xOf(ms) - wide / 2, 0, wide, top}, words, t.font(12), t.colours().text2,
            Qt::AlignHCenter | Qt::AlignVCenter);
    }
    painter.fillRect(QRect{xOf(m_gap) - 1, t.px(4), 2, height() - t.px(4)}, t.colours().danger);
}

void ScanChart::paintTrain(QPainter& painter, const KeyTrain& train, int row) const
{
    const Tokens& t = tokens();
    const int top = t.px(kAxisHeight + row * kRowHeight);
    const auto& ink = train.looksScanned() ? t.colours().primary : t.colours().text2;
    paintText(painter, {0, top, t.px(kNames - 12), t.px(kRowHeight)}, visibleText(train.text), t.font(13),
        t.colours().text);
    painter.setPen(Qt::NoPen);
    QColor fill = ink;
    fill.setAlpha(150);
    painter.setBrush(fill);
    const int size = t.px(9);
    const int y = top + (t.px(kRowHeight) - size) / 2;
    for (const int gap : train.gaps) painter.drawEllipse(QRect{xOf(gap) - size / 2, y, size, size});
    if (train.end == KeyTrain::End::None) return;
    // The end of the code, Enter or Tab: a ring.
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen{ink, 2.0});
    painter.drawEllipse(QRect{xOf(train.endGap) - size / 2, y, size, size});
}

void ScanChart::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    paintAxis(painter);
    const Tokens& t = tokens();
    if (m_trains.empty())
        paintText(painter, rect().adjusted(t.px(kNames), t.px(kAxisHeight), 0, 0),
            tr("Nothing was scanned yet."), t.font(14), t.colours().text2, Qt::AlignCenter);
    for (std::size_t i = 0; i < m_trains.size(); ++i) paintTrain(painter, m_trains[i], static_cast<int>(i));
}

QString visibleText(std::u32string_view text)
{
    QString visible;
    for (const char32_t c : text) {
        if (c == 0x1D)
            visible += u'␝';
        else if (c == U' ')
            visible += u'␣';
        else if (c < 0x20 || c == 0x7F)
            visible += u'·';
        else
            visible += QString::fromUcs4(&c, 1);
    }
    return visible;
}

} // namespace till
