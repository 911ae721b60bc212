/// The looks of charts on a page: light and, where the reader prefers it, dark.
///
/// The colours of series follow Okabe and Ito, which colour-blind readers can tell apart, darkened or
/// lightened until they stand out from the paper.
enum ChartStyle {
  static let fonts =
    "system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,'Noto Sans',sans-serif"

  static let light = Palette(
    paper: "#ffffff",
    ink: "#1f2328",
    muted: "#59636e",
    grid: "#e1e4e8",
    shade: "#f1f3f5",
    series: ["#0072b2", "#c9510c", "#12855c", "#a8487f", "#5c2d00", "#444b54"]
  )
  static let dark = Palette(
    paper: "#14181d",
    ink: "#e6e9ec",
    muted: "#9aa4ae",
    grid: "#2c343c",
    shade: "#1f262d",
    series: ["#4aa8e8", "#ee6a2c", "#25c08f", "#c080a4", "#f3dc78", "#f0f4f8"]
  )

  struct Palette {
    var paper, ink, muted, grid, shade: String
    var series: [String]

    var rules: String {
      var rules = [
        ".tw-paper{fill:\(paper)}", ".tw-chart text{fill:\(ink)}",
        ".tw-chart .tw-muted{fill:\(muted)}", ".tw-grid{stroke:\(grid)}",
        ".tw-axis{stroke:\(muted)}", ".tw-shade{fill:\(shade)}", ".tw-hollow{fill:\(paper)}",
        ".tw-part{stroke:\(paper)}", ".tw-ring{fill:none;stroke:\(ink)}",
        ".tw-value.tw-over{fill:\(paper)}",
      ]
      for (i, colour) in series.enumerated() {
        rules.append(".tw-l\(i){stroke:\(colour)}")
        rules.append(".tw-f\(i),.tw-chart text.tw-f\(i){fill:\(colour)}")
      }
      return rules.joined()
    }
  }

  /// The style sheet of a drawing.
  static var sheet: String {
    fixedSheet + "@media(prefers-color-scheme:dark){\(dark.rules)}"
  }

  /// The style sheet of a drawing that is light everywhere.
  static var fixedSheet: String {
    ".tw-chart{font:13px \(fonts)}.tw-title{font-weight:600;font-size:15px}"
      + ".tw-small{font-size:12px}.tw-strong{font-weight:600}.tw-through{fill-opacity:.75}"
      + ".tw-dots{stroke-width:3;stroke-linecap:round;stroke-opacity:.6}.tw-grid,.tw-axis{stroke-width:1;shape-rendering:crispEdges}"
      + ".tw-line{fill:none;stroke-width:2;stroke-linejoin:round;stroke-linecap:round}"
      + ".tw-dash{stroke-dasharray:.1 4.5}.tw-d1{stroke-dasharray:9 5}.tw-d2{stroke-dasharray:3 4.5}"
      + ".tw-d3{stroke-dasharray:10 4 2 4}.tw-d4{stroke-dasharray:16 5}"
      + ".tw-d5{stroke-dasharray:6 4 2 4 2 4}.tw-point{stroke-width:1.8}.tw-hit{fill:transparent}"
      + ".tw-soft{fill-opacity:.3}.tw-derived{fill-opacity:.35;stroke-width:1.2}"
      + ".tw-open{fill-opacity:.12;stroke-width:1.2;stroke-dasharray:3 3}"
      + ".tw-event{stroke-width:1;stroke-dasharray:2 3}"
      + light.rules
  }
}
