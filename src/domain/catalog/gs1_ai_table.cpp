#include "domain/catalog/gs1_ai_table.h"

#include "domain/catalog/gs1_format.h"

#include <algorithm>

namespace till {
namespace {

using gs1::rule;

// The application identifiers of the GS1 General Specifications, in order. One line is one identifier or one
// range; '*' ends itself without FNC1, '?' may be an attribute of a Digital Link. The file is long because
// the standard is: it is a table and nothing else. Facts from the GS1 Barcode Syntax Dictionary (Apache-2.0).
// clang-format off
constexpr Gs1Rule kRules[] = {
    rule("00", "*?", "N18,csum,gcppos2", "SSCC"),
    rule("01", "*?", "N14,csum,gcppos2", "GTIN"),
    rule("02", "*?", "N14,csum,gcppos2", "CONTENT"),
    rule("03", "*", "N14,csum,gcppos2", "MTO GTIN"),
    rule("10", "?", "X..20", "BATCH/LOT"),
    rule("11", "*?", "N6,yymmd0", "PROD DATE"),
    rule("12", "*?", "N6,yymmd0", "DUE DATE"),
    rule("13", "*?", "N6,yymmd0", "PACK DATE"),
    rule("15", "*?", "N6,yymmd0", "BEST BEFORE or BEST BY"),
    rule("16", "*?", "N6,yymmd0", "SELL BY"),
    rule("17", "*?", "N6,yymmd0", "USE BY or EXPIRY"),
    rule("20", "*?", "N2", "VARIANT"),
    rule("21", "", "X..20", "SERIAL"),
    rule("22", "", "X..20", "CPV"),
    rule("235", "", "X..28", "TPX"),
    rule("240", "?", "X..30", "ADDITIONAL ID"),
    rule("241", "?", "X..30", "CUST. PART No."),
    rule("242", "?", "N..6", "MTO VARIANT"),
    rule("243", "?", "X..20", "PCN"),
    rule("250", "?", "X..30", "SECONDARY SERIAL"),
    rule("251", "?", "X..30", "REF. TO SOURCE"),
    rule("253", "?", "N13,csum,gcppos1 [X..17]", "GDTI"),
    rule("254", "", "X..20", "GLN EXTENSION COMPONENT"),
    rule("255", "?", "N13,csum,gcppos1 [N..12]", "GCN"),
    rule("30", "?", "N..8", "VAR. COUNT"),
    rule("3100-3105", "*?", "N6", "NET WEIGHT (kg)"),
    rule("3110-3115", "*?", "N6", "LENGTH (m)"),
    rule("3120-3125", "*?", "N6", "WIDTH (m)"),
    rule("3130-3135", "*?", "N6", "HEIGHT (m)"),
    rule("3140-3145", "*?", "N6", "AREA (m²)"),
    rule("3150-3155", "*?", "N6", "NET VOLUME (l)"),
    rule("3160-3165", "*?", "N6", "NET VOLUME (m³)"),
    rule("3200-3205", "*?", "N6", "NET WEIGHT (lb)"),
    rule("3210-3215", "*?", "N6", "LENGTH (in)"),
    rule("3220-3225", "*?", "N6", "LENGTH (ft)"),
    rule("3230-3235", "*?", "N6", "LENGTH (yd)"),
    rule("3240-3245", "*?", "N6", "WIDTH (in)"),
    rule("3250-3255", "*?", "N6", "WIDTH (ft)"),
    rule("3260-3265", "*?", "N6", "WIDTH (yd)"),
    rule("3270-3275", "*?", "N6", "HEIGHT (in)"),
    rule("3280-3285", "*?", "N6", "HEIGHT (ft)"),
    rule("3290-3295", "*?", "N6", "HEIGHT (yd)"),
    rule("3300-3305", "*?", "N6", "GROSS WEIGHT (kg)"),
    rule("3310-3315", "*?", "N6", "LENGTH (m), log"),
    rule("3320-3325", "*?", "N6", "WIDTH (m), log"),
    rule("3330-3335", "*?", "N6", "HEIGHT (m), log"),
    rule("3340-3345", "*?", "N6", "AREA (m²), log"),
    rule("3350-3355", "*?", "N6", "VOLUME (l), log"),
    rule("3360-3365", "*?", "N6", "VOLUME (m³), log"),
    rule("3370-3375", "*?", "N6", "KG PER m²"),
    rule("3400-3405", "*?", "N6", "GROSS WEIGHT (lb)"),
    rule("3410-3415", "*?", "N6", "LENGTH (in), log"),
    rule("3420-3425", "*?", "N6", "LENGTH (ft), log"),
    rule("3430-3435", "*?", "N6", "LENGTH (yd), log"),
    rule("3440-3445", "*?", "N6", "WIDTH (in), log"),
    rule("3450-3455", "*?", "N6", "WIDTH (ft), log"),
    rule("3460-3465", "*?", "N6", "WIDTH (yd), log"),
    rule("3470-3475", "*?", "N6", "HEIGHT (in), log"),
    rule("3480-3485", "*?", "N6", "HEIGHT (ft), log"),
    rule("3490-3495", "*?", "N6", "HEIGHT (yd), log"),
    rule("3500-3505", "*?", "N6", "AREA (in²)"),
    rule("3510-3515", "*?", "N6", "AREA (ft²)"),
    rule("3520-3525", "*?", "N6", "AREA (yd²)"),
    rule("3530-3535", "*?", "N6", "AREA (in²), log"),
    rule("3540-3545", "*?", "N6", "AREA (ft²), log"),
    rule("3550-3555", "*?", "N6", "AREA (yd²), log"),
    rule("3560-3565", "*?", "N6", "NET WEIGHT (tr oz)"),
    rule("3570-3575", "*?", "N6", "NET VOLUME (oz)"),
    rule("3600-3605", "*?", "N6", "NET VOLUME (qt (US))"),
    rule("3610-3615", "*?", "N6", "NET VOLUME (gal.)"),
    rule("3620-3625", "*?", "N6", "VOLUME (qt (US)), log"),
    rule("3630-3635", "*?", "N6", "VOLUME (gal (US)), log"),
    rule("3640-3645", "*?", "N6", "NET VOLUME (in³)"),
    rule("3650-3655", "*?", "N6", "NET VOLUME (ft³)"),
    rule("3660-3665", "*?", "N6", "NET VOLUME (yd³)"),
    rule("3670-3675", "*?", "N6", "VOLUME (in³), log"),
    rule("3680-3685", "*?", "N6", "VOLUME (ft³), log"),
    rule("3690-3695", "*?", "N6", "VOLUME (yd³), log"),
    rule("37", "?", "N..8", "COUNT"),
    rule("3900-3909", "?", "N..15", "AMOUNT"),
    rule("3910-3919", "?", "N3,iso4217 N..15", "AMOUNT"),
    rule("3920-3929", "?", "N..15", "PRICE"),
    rule("3930-3939", "?", "N3,iso4217 N..15", "PRICE"),
    rule("3940-3943", "?", "N4", "PRCNT OFF"),
    rule("3950-3955", "?", "N6", "PRICE/UoM"),
    rule("400", "?", "X..30", "ORDER NUMBER"),
    rule("401", "?", "X..30,gcppos1", "GINC"),
    rule("402", "?", "N17,csum,gcppos1", "GSIN"),
    rule("403", "?", "X..30", "ROUTE"),
    rule("410", "*?", "N13,csum,gcppos1", "SHIP TO LOC"),
    rule("411", "*?", "N13,csum,gcppos1", "BILL TO"),
    rule("412", "*?", "N13,csum,gcppos1", "PURCHASE FROM"),
    rule("413", "*?", "N13,csum,gcppos1", "SHIP FOR LOC"),
    rule("414", "*?", "N13,csum,gcppos1", "LOC No."),
    rule("415", "*?", "N13,csum,gcppos1", "PAY TO"),
    rule("416", "*?", "N13,csum,gcppos1", "PROD/SERV LOC"),
    rule("417", "*?", "N13,csum,gcppos1", "PARTY"),
    rule("420", "?", "X..20", "SHIP TO POST"),
    rule("421", "?", "N3,iso3166 X..9", "SHIP TO POST"),
    rule("422", "?", "N3,iso3166", "ORIGIN"),
    rule("423", "?", "N3,iso3166 [N3],iso3166 [N3],iso3166 [N3],iso3166 [N3],iso3166", "COUNTRY - INITIAL PROCESS"),
    rule("424", "?", "N3,iso3166", "COUNTRY - PROCESS"),
    rule("425", "?", "N3,iso3166 [N3],iso3166 [N3],iso3166 [N3],iso3166 [N3],iso3166", "COUNTRY - DISASSEMBLY"),
    rule("426", "?", "N3,iso3166", "COUNTRY - FULL PROCESS"),
    rule("427", "?", "X..3", "ORIGIN SUBDIVISION"),
    rule("4300", "?", "X..35,pcenc", "SHIP TO COMP"),
    rule("4301", "?", "X..35,pcenc", "SHIP TO NAME"),
    rule("4302", "?", "X..70,pcenc", "SHIP TO ADD1"),
    rule("4303", "?", "X..70,pcenc", "SHIP TO ADD2"),
    rule("4304", "?", "X..70,pcenc", "SHIP TO SUB"),
    rule("4305", "?", "X..70,pcenc", "SHIP TO LOC"),
    rule("4306", "?", "X..70,pcenc", "SHIP TO REG"),
    rule("4307", "?", "X2,iso3166alpha2", "SHIP TO COUNTRY"),
    rule("4308", "?", "X..30", "SHIP TO PHONE"),
    rule("4309", "?", "N10,latitude N10,longitude", "SHIP TO GEO"),
    rule("4310", "?", "X..35,pcenc", "RTN TO COMP"),
    rule("4311", "?", "X..35,pcenc", "RTN TO NAME"),
    rule("4312", "?", "X..70,pcenc", "RTN TO ADD1"),
    rule("4313", "?", "X..70,pcenc", "RTN TO ADD2"),
    rule("4314", "?", "X..70,pcenc", "RTN TO SUB"),
    rule("4315", "?", "X..70,pcenc", "RTN TO LOC"),
    rule("4316", "?", "X..70,pcenc", "RTN TO REG"),
    rule("4317", "?", "X2,iso3166alpha2", "RTN TO COUNTRY"),
    rule("4318", "?", "X..20", "RTN TO POST"),
    rule("4319", "?", "X..30", "RTN TO PHONE"),
    rule("4320", "?", "X..35,pcenc", "SRV DESCRIPTION"),
    rule("4321", "?", "N1,yesno", "DANGEROUS GOODS"),
    rule("4322", "?", "N1,yesno", "AUTH TO LEAVE"),
    rule("4323", "?", "N1,yesno", "SIG REQUIRED"),
    rule("4324", "?", "N6,yymmd0 N4,hhmi", "NOT BEF DEL DT"),
    rule("4325", "?", "N6,yymmd0 N4,hhmi", "NOT AFT DEL DT"),
    rule("4326", "?", "N6,yymmdd", "REL DATE"),
    rule("4330", "?", "N6 [X1],hyphen", "MAX TEMP F."),
    rule("4331", "?", "N6 [X1],hyphen", "MAX TEMP C."),
    rule("4332", "?", "N6 [X1],hyphen", "MIN TEMP F."),
    rule("4333", "?", "N6 [X1],hyphen", "MIN TEMP C."),
    rule("7001", "?", "N13", "NSN"),
    rule("7002", "?", "X..30", "MEAT CUT"),
    rule("7003", "?", "N6,yymmdd N4,hhmi", "EXPIRY TIME"),
    rule("7004", "?", "N..4", "ACTIVE POTENCY"),
    rule("7005", "?", "X..12", "CATCH AREA"),
    rule("7006", "?", "N6,yymmdd", "FIRST FREEZE DATE"),
    rule("7007", "?", "N6,yymmdd [N6],yymmdd", "HARVEST DATE"),
    rule("7008", "?", "X..3", "AQUATIC SPECIES"),
    rule("7009", "?", "X..10", "FISHING GEAR TYPE"),
    rule("7010", "?", "X..2", "PROD METHOD"),
    rule("7011", "?", "N6,yymmdd [N4],hhmi", "TEST BY DATE"),
    rule("7020", "?", "X..20", "REFURB LOT"),
    rule("7021", "?", "X..20", "FUNC STAT"),
    rule("7022", "?", "X..20", "REV STAT"),
    rule("7023", "?", "X..30,gcppos1", "GIAI - ASSEMBLY"),
    rule("7030", "?", "N3,iso3166999 X..27", "0"),
    rule("7031", "?", "N3,iso3166999 X..27", "1"),
    rule("7032", "?", "N3,iso3166999 X..27", "2"),
    rule("7033", "?", "N3,iso3166999 X..27", "3"),
    rule("7034", "?", "N3,iso3166999 X..27", "4"),
    rule("7035", "?", "N3,iso3166999 X..27", "5"),
    rule("7036", "?", "N3,iso3166999 X..27", "6"),
    rule("7037", "?", "N3,iso3166999 X..27", "7"),
    rule("7038", "?", "N3,iso3166999 X..27", "8"),
    rule("7039", "?", "N3,iso3166999 X..27", "9"),
    rule("7040", "", "N1 X1 X1 X1,importeridx", "UIC+EXT"),
    rule("7041", "", "X..4,packagetype", "UFRGT UNIT TYPE"),
    rule("710", "?", "X..20", "NHRN PZN"),
    rule("711", "?", "X..20", "NHRN CIP"),
    rule("712", "?", "X..20", "NHRN CN"),
    rule("713", "?", "X..20", "NHRN DRN"),
    rule("714", "?", "X..20", "NHRN AIM"),
    rule("715", "?", "X..20", "NHRN NDC"),
    rule("716", "?", "X..20", "NHRN AIC"),
    rule("717", "?", "X..20", "NHRN SRN"),
    rule("7230", "?", "X2 X..28", "1"),
    rule("7231", "?", "X2 X..28", "2"),
    rule("7232", "?", "X2 X..28", "3"),
    rule("7233", "?", "X2 X..28", "4"),
    rule("7234", "?", "X2 X..28", "5"),
    rule("7235", "?", "X2 X..28", "6"),
    rule("7236", "?", "X2 X..28", "7"),
    rule("7237", "?", "X2 X..28", "8"),
    rule("7238", "?", "X2 X..28", "9"),
    rule("7239", "?", "X2 X..28", "10"),
    rule("7240", "?", "X..20", "PROTOCOL"),
    rule("7241", "?", "N2,mediatype", "AIDC MEDIA TYPE"),
    rule("7242", "?", "X..25", "VCN"),
    rule("7250", "?", "N8,yyyymmdd", "DOB"),
    rule("7251", "?", "N8,yyyymmdd N4,hhmi", "DOB TIME"),
    rule("7252", "?", "N1,iso5218", "BIO SEX"),
    rule("7253", "?", "X..40,pcenc", "FAMILY NAME"),
    rule("7254", "?", "X..40,pcenc", "GIVEN NAME"),
    rule("7255", "?", "X..10", "SUFFIX"),
    rule("7256", "?", "X..90,pcenc", "FULL NAME"),
    rule("7257", "?", "X..70,pcenc", "PERSON ADDR"),
    rule("7258", "?", "X3,posinseqslash", "BIRTH SEQUENCE"),
    rule("7259", "?", "X..40,pcenc", "BABY"),
    rule("8001", "?", "N4,nonzero N5,nonzero N3,nonzero N1,winding N1", "DIMENSIONS"),
    rule("8002", "?", "X..20", "CMT No."),
    rule("8003", "?", "N1,zero N13,csum,gcppos1 [X..16]", "GRAI"),
    rule("8004", "?", "X..30,gcppos1", "GIAI"),
    rule("8005", "?", "N6", "PRICE PER UNIT"),
    rule("8006", "?", "N14,csum,gcppos2 N4,pieceoftotal", "ITIP"),
    rule("8007", "?", "X..34,iban", "IBAN"),
    rule("8008", "?", "N6,yymmdd N2,hh [N2],mi [N2],ss", "PROD TIME"),
    rule("8009", "?", "X..50", "OPTSEN"),
    rule("8010", "?", "Y..30,gcppos1", "CPID"),
    rule("8011", "", "N..12,nozeroprefix", "CPID SERIAL"),
    rule("8012", "?", "X..20", "VERSION"),
    rule("8013", "?", "X..25,csumalpha,gcppos1", "GMN"),
    rule("8014", "", "X..25,csumalpha,gcppos1,hasnondigit", "MUDI"),
    rule("8017", "?", "N18,csum,gcppos1", "GSRN - PROVIDER"),
    rule("8018", "?", "N18,csum,gcppos1", "GSRN - RECIPIENT"),
    rule("8019", "", "N..10", "SRIN"),
    rule("8020", "", "X..25", "REF No."),
    rule("8026", "?", "N14,csum,gcppos2 N4,pieceoftotal", "ITIP CONTENT"),
    rule("8030", "?", "Z..90", "DIGSIG"),
    rule("8040", "", "N15", "IMEI"),
    rule("8041", "", "N15", "IMEI2"),
    rule("8042", "", "N32", "ESIM"),
    rule("8043", "", "N18 [N..2]", "PSIM"),
    rule("8110", "?", "X..70,couponcode", ""),
    rule("8111", "?", "N4", "POINTS"),
    rule("8112", "?", "X..70,couponposoffer", ""),
    rule("8200", "", "X..70", "PRODUCT URL"),
    rule("90", "?", "X..30", "INTERNAL"),
    rule("91-99", "?", "X..90", "INTERNAL"),
};
// clang-format on

/// Where the identifiers that share their first two digits are, and how long they are.
struct Group {
    std::uint8_t begin;
    std::uint8_t end;
    std::uint8_t length;
};

consteval std::array<Group, 100> groupsOf()
{
    std::array<Group, 100> groups{};
    for (std::size_t i = 0; i < std::size(kRules); ++i) {
        const auto ai = kRules[i].first;
        const int number = (ai[0] - '0') * 10 + (ai[1] - '0');
        auto& group = groups.at(static_cast<std::size_t>(number));
        if (group.length == 0)
            group = {static_cast<std::uint8_t>(i), 0, static_cast<std::uint8_t>(ai.size())};
        if (group.length != ai.size() || kRules[i].last.size() != ai.size())
            throw "identifiers of mixed length";
        group.end = static_cast<std::uint8_t>(i + 1);
    }
    // 91-99 is one line that spans nine pairs of first digits.
    for (std::size_t i = 92; i < 100; ++i) groups.at(i) = groups.at(91);
    return groups;
}

constexpr auto kGroups = groupsOf();

} // namespace

std::size_t Gs1Rule::maxLength() const
{
    std::size_t sum = 0;
    for (const auto& part : parts()) sum += part.maxLength;
    return sum;
}

std::span<const Gs1Rule> gs1Rules()
{
    return kRules;
}

const Gs1Rule* gs1RuleAt(std::string_view text)
{
    const auto digit = [&](std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
    if (!digit(0) || !digit(1)) return nullptr;
    const int number = (text[0] - '0') * 10 + (text[1] - '0');
    const auto& group = kGroups[static_cast<std::size_t>(number)];
    if (group.length == 0 || text.size() < group.length) return nullptr;
    const auto ai = text.substr(0, group.length);
    const std::span candidates{kRules + group.begin, kRules + group.end};
    const auto found = std::find_if(candidates.begin(), candidates.end(),
        [ai](const Gs1Rule& rule) { return rule.first <= ai && ai <= rule.last; });
    if (found == candidates.end() ||
        !std::all_of(ai.begin(), ai.end(), [](char c) { return c >= '0' && c <= '9'; })) {
        return nullptr;
    }
    return &*found;
}

const Gs1Rule* gs1RuleOf(std::string_view ai)
{
    const auto* rule = gs1RuleAt(ai);
    return rule != nullptr && rule->first.size() == ai.size() ? rule : nullptr;
}

} // namespace till
