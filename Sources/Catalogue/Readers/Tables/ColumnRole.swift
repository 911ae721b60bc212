/// What a column of an unknown table may be for.
enum ColumnRole: String, CaseIterable, Sendable {
  case period, year, month, reporter, partner, flow, product, value, quantity, exports, imports
  case balance, trade

  /// The role that a column's name speaks for; nil where it says nothing.
  init?(naming name: String) {
    let word = name.plainWord
    guard let role = ColumnRole.names.first(where: { $0.words.contains(word) })?.role else {
      return nil
    }
    self = role
  }

  private static let names: [(role: ColumnRole, words: Set<String>)] = [
    (
      .period,
      [
        "period", "date", "time", "timeperiod", "yearmonth", "perioddt", "refperiodid", "yyyymm",
        "observationdate", "quarter", "perioddesc", "日期", "时间", "年月", "monthyear", "ym",
        "zeitraum", "datum", "zeit", "periode", "période", "periodo", "período", "fecha", "時点",
      ]
    ),
    (.year, ["year", "yr", "refyear", "年", "年份", "jahr", "année", "annee", "año", "ano", "anno"]),
    (.month, ["month", "mon", "refmonth", "月", "月份", "monat", "mois", "mes", "mês", "mese"]),
    (
      .reporter,
      [
        "reporter", "reportername", "reporteriso", "reporterdesc", "declarant", "reportingcountry",
        "reportercode", "declarantiso",
      ]
    ),
    (
      .partner,
      [
        "partner", "partnername", "partneriso", "partnerdesc", "partnercountry", "country",
        "countryname", "ctyname", "economy", "destination", "origin", "market", "国家", "国别",
        "国家地区", "regionnameen", "regionraw", "region", "area", "geo", "countryofdestination",
        "countryoforigin", "tradingpartner", "国别地区", "贸易伙伴名称",
        "land", "partnerland", "handelspartner", "bestimmungsland", "ursprungsland", "pays",
        "payspartenaire", "país", "pais", "paíssocio", "paísparceiro", "paese", "国名", "國家",
      ]
    ),
    (
      .flow,
      [
        "flow", "tradeflow", "flowdesc", "flowcode", "direction", "tradetype", "importsexports",
        "verkehrsrichtung", "flux", "flujo", "fluxo", "flusso", "进出口类型",
      ]
    ),
    (
      .product,
      [
        "product", "commodity", "commoditycode", "cmdcode", "hs", "hs2", "hs4", "hs6", "hs8",
        "hscode", "productcode", "broadgroup", "sitc", "goods", "商品", "商品编码", "商品名称",
        "material", "cn8", "ware", "warengruppe", "produit", "marchandise", "producto", "mercancía",
        "produto", "prodotto", "hs8code", "hscommodity", "品名",
      ]
    ),
  ]
}
