import Engine

/// A figure to be embedded in a page: the drawing for wide and for narrow screens, and the data as a
/// table for those who cannot see it; nil where an answer has no picture.
package func htmlChart(_ answer: Answer, as form: ChartForm? = nil) -> String? {
  guard let chart = Chart(answer, as: form) else { return nil }
  var markup = MarkupBuilder()
  markup.open("figure", [("class", "tw-figure")])
  markup.addMarkup(
    "<style>.tw-figure{margin:1em 0}.tw-figure svg{max-width:100%;height:auto}"
      + ".tw-figure table{border-collapse:collapse;font-variant-numeric:tabular-nums}"
      + ".tw-figure th,.tw-figure td{padding:.1em .8em;text-align:right}"
      + ".tw-narrow{display:none}@media(max-width:520px){.tw-wide{display:none}"
      + ".tw-narrow{display:block}}</style>\n"
  )
  for (name, width) in [("tw-wide", 640), ("tw-narrow", 360)] {
    markup.open("div", [("class", name)])
    markup.addMarkup(chart.svg(width: width))
    markup.close("div")
  }
  markup.open("details")
  markup.add("summary", text: "The figures as a table")
  markup.addMarkup(chart.dataTable)
  markup.close("details")
  markup.close("figure")
  return markup.text
}

extension Chart {
  /// The figures behind the drawing, a row for each position.
  fileprivate var dataTable: String {
    var markup = MarkupBuilder()
    markup.open("table")
    markup.add("caption", text: "\(title) · \(format.unitLabel)")
    markup.open("tr")
    markup.add("th", [("scope", "col")], text: axis.isTime ? "period" : "")
    for series in series {
      markup.add("th", [("scope", "col")], text: series.name.isEmpty ? "value" : series.name)
    }
    markup.close("tr")
    for (i, position) in axis.positions.enumerated() {
      markup.open("tr")
      markup.add("th", [("scope", "row")], text: position.starredLabel)
      for series in series {
        let point = series.points[i]
        let mark =
          switch point.state {
          case .derived: "d"
          case .provisional: "p"
          case .ok, .incomplete: ""
          }
        markup.add("td", text: point.value.map { format.text($0) + mark } ?? "·")
      }
      markup.close("tr")
    }
    markup.close("table")
    return markup.text
  }
}
