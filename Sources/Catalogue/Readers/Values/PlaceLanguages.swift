/// What German, French, Spanish, Portuguese and Italian tables call the larger traders.
enum PlaceLanguages {
  /// Names by the code of the place; the same word in several languages stands once.
  static let names: [(code: String, names: [String])] = table.split(separator: "\n").map { line in
    let parts = line.split(separator: ":", maxSplits: 1)
    return (
      String(parts[0]).trimmed,
      parts[1].split(separator: "|").map { $0.trimmed }
    )
  }

  private static let table = """
    WLD: Welt|Insgesamt|Monde|Total général|Mundo|Total general|Mondo|Alle Länder
    EU: Europäische Union|Union européenne|Unión Europea|União Europeia|Unione europea
    USA: Vereinigte Staaten|Vereinigte Staaten von Amerika|États-Unis|États-Unis d'Amérique|Estados Unidos|Estados Unidos de América|Stati Uniti|EE.UU.|EUA
    CHN: Volksrepublik China|China, Volksrepublik|Chine|République populaire de Chine|Cina
    HKG: Hongkong|Hong-Kong
    TWN: Taïwan|Taiwán
    JPN: Japon|Japón|Japão|Giappone
    KOR: Südkorea|Korea, Republik|Republik Korea|Corée du Sud|République de Corée|Corea del Sur|República de Corea|Coreia do Sul|Corea del Sud
    PRK: Nordkorea|Corée du Nord|Corea del Norte|Coreia do Norte
    DEU: Deutschland|Allemagne|Alemania|Alemanha|Germania
    FRA: Frankreich|Francia|França
    GBR: Vereinigtes Königreich|Großbritannien|Royaume-Uni|Reino Unido|Regno Unito|Grande-Bretagne
    ITA: Italien|Italie|Italia|Itália
    ESP: Spanien|Espagne|España|Espanha|Spagna
    PRT: Portogallo
    NLD: Niederlande|Pays-Bas|Países Bajos|Países Baixos|Holanda|Paesi Bassi
    BEL: Belgien|Belgique|Bélgica|Belgio
    LUX: Luxemburg|Luxemburgo|Lussemburgo
    IRL: Irland|Irlande|Irlanda
    DNK: Dänemark|Danemark|Dinamarca|Danimarca
    SWE: Schweden|Suède|Suecia|Suécia|Svezia
    FIN: Finnland|Finlande|Finlandia|Finlândia
    NOR: Norwegen|Norvège|Noruega|Norvegia
    ISL: Island|Islande|Islandia|Islândia|Islanda
    AUT: Österreich|Autriche|Áustria
    CHE: Schweiz|Suisse|Suiza|Suíça|Svizzera
    POL: Polen|Pologne|Polonia|Polônia|Polónia
    CZE: Tschechien|Tschechische Republik|Tchéquie|République tchèque|Chequia|República Checa|Repubblica Ceca|Cechia
    SVK: Slowakei|Slovaquie|Eslovaquia|Eslováquia|Slovacchia
    SVN: Slowenien|Slovénie|Eslovenia|Eslovénia
    HUN: Ungarn|Hongrie|Hungría|Hungria|Ungheria
    ROU: Rumänien|Roumanie|Rumania|Rumanía|Romênia|Roménia
    BGR: Bulgarien|Bulgarie|Bulgária
    GRC: Griechenland|Grèce|Grecia|Grécia
    HRV: Kroatien|Croatie|Croacia|Croácia|Croazia
    SRB: Serbien|Serbie|Sérvia
    EST: Estland|Estonie|Estónia
    LVA: Lettland|Lettonie|Letonia|Letónia|Lettonia
    LTU: Litauen|Lituanie|Lituania|Lituânia
    CYP: Zypern|Chypre|Chipre|Cipro
    RUS: Russland|Russische Föderation|Russie|Fédération de Russie|Rusia|Federación de Rusia|Rússia
    UKR: Ucrania|Ucrânia|Ucraina
    TUR: Türkei|Turquie|Turquía|Turquia|Turchia
    ISR: Israël
    SAU: Saudi-Arabien|Arabie saoudite|Arabia Saudita|Arabia Saudí|Arábia Saudita
    ARE: Vereinigte Arabische Emirate|Émirats arabes unis|Emiratos Árabes Unidos|Emirados Árabes Unidos|Emirati Arabi Uniti
    IRN: Irán|Irão|Irã
    IRQ: Irak|Iraque
    EGY: Ägypten|Égypte|Egipto|Egito|Egitto
    MAR: Marokko|Maroc|Marruecos|Marrocos|Marocco
    DZA: Algerien|Algérie|Argelia|Argélia
    ZAF: Südafrika|Afrique du Sud|Sudáfrica|África do Sul|Sudafrica
    NGA: Nigéria
    ETH: Äthiopien|Éthiopie|Etiopía|Etiópia|Etiopia
    IND: Indien|Inde|Índia
    IDN: Indonesien|Indonésie|Indonésia
    MYS: Malaisie|Malasia|Malásia|Malesia
    SGP: Singapur|Singapour|Singapura
    THA: Thaïlande|Tailandia|Tailândia|Thailandia
    VNM: Viêt Nam|Vietname|Vietnã
    PHL: Philippinen|Filipinas|Filippine
    BGD: Bangladesch
    PAK: Pakistán|Paquistão
    KAZ: Kasachstan|Kazajistán|Cazaquistão|Kazakistan
    AUS: Australien|Australie|Austrália
    NZL: Neuseeland|Nouvelle-Zélande|Nueva Zelanda|Nueva Zelandia|Nova Zelândia|Nuova Zelanda
    CAN: Kanada|Canadá
    MEX: Mexiko|Mexique|México|Messico
    BRA: Brasilien|Brésil|Brasil|Brasile
    ARG: Argentinien|Argentine
    CHL: Chili
    COL: Kolumbien|Colombie|Colômbia
    PER: Pérou|Perú
    ECU: Équateur|Equador
    VEN: Vénézuéla
    """
}
