/// How the usual sources spell places, beyond the aliases that queries know.
enum PlaceSpellings {
  /// Codes that are not ISO 3166: UN Comtrade's, the World Bank's, Eurostat's.
  static let codes: [String: String] = [
    "W00": "WLD", "W1": "WLD", "WORLD": "WLD", "_T": "WLD", "1W": "WLD", "EUN": "EU", "EUU": "EU",
    "EU27": "EU", "EU28": "EU", "EU27_2020": "EU", "EMU": "EUROAREA", "EA": "EUROAREA",
    "S19": "TWN", "ROM": "ROU", "ZAR": "COD", "TMP": "TLS", "KSV": "XKX", "ADO": "AND",
    "WBG": "PSE", "UK": "GBR", "EL": "GRC",
  ]

  /// UN Comtrade's numbers where they differ from M49.
  static let numbers: [Int: String] = [
    0: "WLD", 842: "USA", 841: "USA", 251: "FRA", 579: "NOR", 699: "IND", 757: "CHE", 381: "ITA",
    490: "TWN", 97: "EU", 280: "DEU", 736: "SDN",
  ]

  static let words: [String: String] = [
    "st": "saint", "ste": "saint", "rep": "republic", "dem": "democratic", "fed": "federation",
    "fmr": "former", "isds": "islands", "isl": "islands", "terr": "territory", "peoples": "people",
  ]

  /// What states call themselves before their name.
  static let forms: Set<String> = [
    "republic", "kingdom", "state", "states", "commonwealth", "federal", "federative", "islamic",
    "democratic", "united", "socialist", "people", "s", "principality", "grand", "duchy", "union",
    "sultanate", "hashemite", "independent", "arab", "oriental", "eastern", "co", "operative",
    "cooperative", "province", "emirate",
  ]

  static let plain: [Character: Character] = [
    "é": "e", "è": "e", "ê": "e", "ë": "e", "á": "a", "à": "a", "â": "a", "ã": "a", "å": "a",
    "ä": "a", "í": "i", "î": "i", "ó": "o", "ô": "o", "ö": "o", "õ": "o", "ú": "u", "ü": "u",
    "û": "u", "ç": "c", "ñ": "n", "ø": "o", "ß": "s", "（": "(", "）": ")", "ï": "i", "ì": "i",
    "ò": "o", "ù": "u", "ý": "y", "ł": "l", "ş": "s",
    "ğ": "g", "ı": "i", "č": "c", "š": "s", "ž": "z", "ř": "r", "ě": "e", "ń": "n", "ō": "o",
  ]

  static let names: [String: [String]] = [
    "WLD": [
      "World, Not Seasonally Adjusted", "All countries", "Total value", "Grand total", "总值",
      "Total, all countries", "World Total", "Total",
    ],
    "USA": ["USA", "U.S.", "U.S.A.", "United States (mainland)"],
    "CHN": ["China, peoples' republic of", "China, People's Republic of", "China, mainland"],
    "HKG": [
      "China, Hong Kong SAR", "Hong Kong SAR, China",
      "Hong Kong Special Administrative Region of China", "Hong Kong, China", "Hong Kong (China)",
      "中国香港",
    ],
    "MAC": [
      "Macao Special Administrative Region of China", "China, Macao SAR", "Macao SAR, China",
      "Macau, China", "Macao (China)", "中国澳门",
    ],
    "TWN": [
      "Other Asia, nes", "Taiwan, China", "Taiwan (China)", "Taiwan, Province of China",
      "Republic of China", "中国台湾", "台湾省",
    ],
    "KOR": [
      "Korea, South", "Korea, Rep.", "Rep. of Korea", "Republic of Korea", "Korea, Republic of",
      "Korea (South)", "韩国",
    ],
    "PRK": [
      "Korea, North", "Dem. People's Rep. of Korea", "Korea, Dem. People's Rep.",
      "Korea, Democratic People's Republic of", "朝鲜",
    ],
    "RUS": ["Russian Federation", "Russian Fed.", "俄罗斯联邦"],
    "VNM": ["Viet Nam"],
    "IRN": ["Iran, Islamic Rep.", "Iran (Islamic Republic of)", "Iran, Islamic Republic of"],
    "SYR": ["Syrian Arab Rep.", "Syria"],
    "EGY": ["Egypt, Arab Rep.", "Arab Republic of Egypt"],
    "YEM": ["Yemen, Rep.", "Republic of Yemen"],
    "VEN": [
      "Venezuela, RB", "Venezuela (Bolivarian Republic of)", "Venezuela, Bolivarian Rep.",
      "Venezuela, Bolivarian Republic of", "Bolivarian Republic of Venezuela",
    ],
    "BOL": [
      "Bolivia (Plurinational State of)", "Plurinational State of Bolivia",
      "Bolivia, Plurinational State of",
    ],
    "COG": ["Congo, Rep.", "Congo (Brazzaville)", "Rep. of the Congo"],
    "COD": [
      "Congo, Dem. Rep.", "Congo (Kinshasa)", "Dem. Rep. of the Congo",
      "Congo, Democratic Republic of the", "Congo, The Democratic Republic of the",
    ],
    "GMB": ["Gambia, The"],
    "BHS": ["Bahamas, The"],
    "FSM": [
      "Micronesia, Fed. Sts.", "FS Micronesia", "Micronesia (Federated States of)",
      "Micronesia, Federated States of", "Federated States of Micronesia",
    ],
    "SVK": ["Slovak Republic"],
    "KGZ": ["Kyrgyz Republic", "吉尔吉斯斯坦"],
    "LAO": ["Lao PDR", "Lao People's Dem. Rep."],
    "CIV": ["Cote d'Ivoire", "Côte d'Ivoire"],
    "PSE": [
      "West Bank and Gaza", "State of Palestine", "Palestine, State of",
      "Gaza Strip admin. by Israel",
      "West Bank admin. by Israel",
    ],
    "TZA": ["United Rep. of Tanzania", "Tanzania, United Republic of"],
    "MDA": ["Rep. of Moldova", "Moldova, Republic of"],
    "MKD": ["TFYR of Macedonia", "North Macedonia"],
    "CZE": ["Czech Rep."],
    "DOM": ["Dominican Rep."],
    "CAF": ["Central African Rep."],
    "BIH": ["Bosnia Herzegovina"],
    "FLK": ["Falkland Islands(Islas Malvin", "Falkland Isds (Malvinas)"],
    "SJM": ["Svalbard, Jan Mayen Island"],
    "PCN": ["Pitcairn Islands"],
    "IOT": ["British Indian Ocean Terr.", "Br. Indian Ocean Terr."],
    "ATF": ["French Southern and Antarctic", "Fr. South Antarctic Terr."],
    "VIR": [
      "Virgin Islands of the United States", "Virgin Islands (U.S.)", "US Virgin Isds",
      "Virgin Islands, U.S.",
    ],
    "VGB": ["Br. Virgin Isds", "Virgin Islands, British"],
    "MMR": ["Burma (Myanmar)"],
    "VAT": ["Holy See (Vatican City State)"],
    "SOM": ["Somalia, Fed. Rep."],
    "PRI": ["Puerto Rico (US)"],
    "NLD": ["Netherlands (Kingdom of the)"],
    "GBR": [
      "United Kingdom (excluding Northern Ireland)",
      "United Kingdom of Great Britain and Northern Ireland",
    ],
    "EU": [
      "European Union", "EU-27", "EU-28", "European Union (27)", "European Union - 27 countries",
      "EU27 (from 2020)", "欧洲联盟",
    ],
    "ARG": ["Argentine Republic"],
    "CHE": ["Swiss Confederation"],
    "FRA": ["French Republic"],
    "GAB": ["Gabonese Republic"],
    "GRC": ["Hellenic Republic"],
    "ITA": ["Italian Republic"],
    "LBN": ["Lebanese Republic"],
    "MEX": ["United Mexican States"],
    "PRT": ["Portuguese Republic"],
    "RWA": ["Rwandese Republic"],
    "TGO": ["Togolese Republic"],
    "ASEAN": ["Association of Southeast Asian Nations", "东南亚国家联盟"],
  ]

  /// True for sums of countries: continents, groups of income, unions.
  static func isAggregate(_ name: String) -> Bool {
    let name = name.lowercased()
    let words = name.split { !$0.isLetter && !$0.isNumber }.filter { !wholes.contains(String($0)) }
    if continents.contains(words.joined()) { return true }
    return parts.contains { name.contains($0) }
  }

  /// Words that say only that something is a sum.
  private static let wholes: Set<String> = ["total", "all", "of", "other", "others", "the"]

  private static let continents: Set<String> = [
    "asia", "europe", "africa", "america", "latinamerica", "northamerica", "southamerica",
    "americas", "oceania", "pacificrim",
    "亚洲", "欧洲", "北美洲", "大洋洲", "advancedtechnologyproducts", "apec", "caftadr",
    "亚太经济合作组织", "arabworld", "australiaandoceania",
  ]

  private static let parts: [String] = [
    "income", "dividend", "ida ", "ibrd", "nafta", "usmca with", "world", "opec", "countries",
    "sub-saharan", "sub saharan", "central america", "east asia &", "europe &", "middle east &",
    "south asia (", "small states", "fragile", "euro area", "latin america", "apec", "members",
    "central europe and", "africa eastern", "africa western", "seasonally adjusted", "oecd",
    "合作", "协定", "联盟",
  ]
}
