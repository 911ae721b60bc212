import Foundation
import Testing

@testable import Reports

/// Dichromats are simulated after Machado, Oliveira and Fernandes (2009), severity 1.0; distances are
/// those of CIE L*a*b* (1976), where 2.3 is just noticeable.
@Suite("Colours of series stay apart")
struct PaletteTests {
  private static let kinds: [[[Double]]] = [
    [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
    [
      [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
      [-0.003882, -0.048116, 1.051998],
    ],
    [
      [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
      [-0.011820, 0.042940, 0.968881],
    ],
  ]

  @Test("for normal sight, protanopia and deuteranopia", arguments: 0..<3)
  func distances(_ kind: Int) {
    // Blue, vermilion, green and purple of the 256 colours of terminals: 32, 166, 29, 132.
    let terminal = ["#0087d7", "#d75f00", "#00875f", "#af5f87"]
    for palette in [ChartStyle.light.series, ChartStyle.dark.series, terminal] {
      for i in palette.indices {
        for j in palette.indices where i < j {
          let pair = [palette[i], palette[j]].map {
            lab(simulated(linear($0), PaletteTests.kinds[kind]))
          }
          let distance = zip(pair[0], pair[1]).map { ($0 - $1) * ($0 - $1) }.reduce(0, +)
          #expect(distance.squareRoot() >= 12, "\(palette[i]) and \(palette[j])")
        }
      }
    }
  }

  @Test("text in the colour of a series is readable, by the contrast of WCAG 2.2")
  func contrast() {
    for palette in [ChartStyle.light, ChartStyle.dark] {
      for colour in palette.series + [palette.ink, palette.muted] {
        #expect(ratio(colour, palette.paper) >= 4.5, "\(colour)")
      }
    }
  }

  @Test("lines are told apart without colour as well")
  func patterns() {
    let patterns = LinePattern.ofSeries.map { pattern in (0..<60).map { pattern.draws($0) } }
    #expect(Set(patterns).count == ChartContent.mostLines)
    #expect(Set(Fill.parts).count == Chart.mostParts)
    for i in 1..<6 { #expect(ChartStyle.sheet.contains(".tw-d\(i){stroke-dasharray")) }
  }

  // MARK: Colour

  private func linear(_ hex: String) -> [Double] {
    (0..<3).map { i in
      let start = hex.index(hex.startIndex, offsetBy: 1 + 2 * i)
      let part = Double(Int(hex[start..<hex.index(start, offsetBy: 2)], radix: 16) ?? 0) / 255
      return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
  }

  private func simulated(_ colour: [Double], _ matrix: [[Double]]) -> [Double] {
    matrix.map { row in min(1, max(0, zip(row, colour).map { $0 * $1 }.reduce(0, +))) }
  }

  private func luminance(_ colour: [Double]) -> Double {
    0.2126 * colour[0] + 0.7152 * colour[1] + 0.0722 * colour[2]
  }

  private func ratio(_ one: String, _ other: String) -> Double {
    let pair = [luminance(linear(one)), luminance(linear(other))].sorted()
    return (pair[1] + 0.05) / (pair[0] + 0.05)
  }

  private func lab(_ colour: [Double]) -> [Double] {
    let x = (0.4124 * colour[0] + 0.3576 * colour[1] + 0.1805 * colour[2]) / 0.95047
    let z = (0.0193 * colour[0] + 0.1192 * colour[1] + 0.9505 * colour[2]) / 1.08883
    let (fx, fy, fz) = (curved(x), curved(luminance(colour)), curved(z))
    return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)]
  }

  private func curved(_ value: Double) -> Double {
    value > 216.0 / 24389 ? cbrt(value) : (24389.0 / 27 * value + 16) / 116
  }
}
