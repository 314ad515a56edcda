#include "services/receipt_design_json.h"

#include "domain/journal/journal_record.h"
#include "services/json_reader.h"

namespace till {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kLongest = 20'000; // every text as long as it may be, in escapes

Json blockJson(const ReceiptBlock& block)
{
    Json json{{"block", toText(block.kind)}, {"on", block.isOn}, {"size", toText(block.size)},
        {"align", toText(block.align)}};
    if (!block.text.empty()) json["text"] = block.text;
    return json;
}

/// The value that `read` makes of the word there; the key is refused when it makes none.
template <typename Value>
void take(
    JsonReader& json, std::string_view key, std::optional<Value> (*read)(std::string_view), Value& value)
{
    if (!json.has(key)) return;
    const auto found = read(json.text(key));
    if (found)
        value = *found;
    else
        json.refuse(ErrorCode::SettingInvalid, key);
}

ReceiptBlock readBlock(JsonReader& json)
{
    json.allow({"block", "on", "size", "align", "text"});
    json.require("block");
    ReceiptBlock block;
    take(json, "block", receiptBlockKind, block.kind);
    take(json, "size", blockSize, block.size);
    take(json, "align", blockAlign, block.align);
    block.isOn = json.flag("on", true);
    block.text = json.text("text");
    return block;
}

} // namespace

std::string designJson(const ReceiptDesign& design)
{
    Json json{{"saves_paper", design.savesPaper}, {"blocks", Json::array()}};
    if (!design.logo.empty()) json["logo"] = design.logo;
    for (const auto& block : design.blocks) json["blocks"].push_back(blockJson(block));
    return json.dump();
}

Result<ReceiptDesign> readDesign(std::string_view text)
{
    if (text.empty()) return standardDesign();
    const Error invalid{ErrorCode::SettingInvalid, "receipt.design"};
    if (text.size() > kLongest) return invalid;
    const auto json = Json::parse(text, nullptr, false);
    if (!json.is_object()) return invalid;
    std::optional<Error> problem;
    JsonReader reader{json, {}, problem};
    reader.allow({"saves_paper", "blocks", "logo"});
    ReceiptDesign design;
    design.savesPaper = reader.flag("saves_paper", false);
    design.logo = reader.text("logo");
    reader.eachObject("blocks", [&](JsonReader& block) { design.blocks.push_back(readBlock(block)); });
    if (problem) return Error{ErrorCode::SettingInvalid, "receipt.design: " + problem->detail};
    return checkedDesign(std::move(design));
}

std::string hashOf(const ReceiptLogo& logo)
{
    return sha256Hex(std::to_string(logo.width) + "x" + std::to_string(logo.height) + ":" + logo.bits);
}

} // namespace till
