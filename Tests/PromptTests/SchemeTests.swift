import Engine
import Glibc
import LineEditing
import Shell
import Testing

@testable import tradewind

@Suite("Colour schemes")
struct SchemeTests {
  /// A colour by red, green and blue of 0 to 255.
  private typealias Colour = (red: Int, green: Int, blue: Int)

  /// The colours of the palette of 256 as xterm defines them: a cube of six steps, then greys.
  private func colour(_ index: Int) -> Colour {
    let steps = [0, 95, 135, 175, 215, 255]
    guard index < 232 else {
      let grey = 8 + 10 * (index - 232)
      return (grey, grey, grey)
    }
    return (steps[(index - 16) / 36], steps[(index - 16) / 6 % 6], steps[(index - 16) % 6])
  }

  /// The relative luminance of WCAG 2.1.
  private func luminance(_ colour: Colour) -> Double {
    func linear(_ part: Int) -> Double {
      let share = Double(part) / 255
      return share <= 0.03928 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green)
      + 0.0722 * linear(colour.blue)
  }

  /// The contrast ratio of WCAG 2.1, from 1 to 21.
  private func contrast(_ left: Colour, _ right: Colour) -> Double {
    let (bright, dark) = (
      max(luminance(left), luminance(right)), min(luminance(left), luminance(right))
    )
    return (bright + 0.05) / (dark + 0.05)
  }

  private let dark: [Colour] = [
    (0, 0, 0), (0x1E, 0x1E, 0x1E), (0x28, 0x2C, 0x34), (0, 0x2B, 0x36), (0x30, 0x0A, 0x24),
  ]
  private let light: [Colour] = [
    (255, 255, 255), (0xFD, 0xF6, 0xE3), (0xEE, 0xE8, 0xD5), (0xF5, 0xF5, 0xF5),
  ]

  @Test func `the ratio is the published one`() {
    #expect(abs(contrast((0, 0, 0), (255, 255, 255)) - 21) < 1e-9)
    // #777777 on white is a well-known near miss of 4.5.
    #expect(abs(contrast((0x77, 0x77, 0x77), (255, 255, 255)) - 4.48) < 0.005)
  }

  @Test func `the neutral scheme can be read on black and on white, and on what is near them`() {
    for index in Scheme.neutral.all {
      #expect(contrast(colour(index), dark[0]) >= 3.9, "\(index) on black")
      #expect(contrast(colour(index), light[0]) >= 3.9, "\(index) on white")
      for background in dark + light {
        #expect(contrast(colour(index), background) >= 2.9, "\(index) on \(background)")
      }
    }
  }

  @Test func `the schemes for one background reach the ratio for small text`() {
    for index in Scheme.dark.all {
      for background in dark { #expect(contrast(colour(index), background) >= 4.5, "\(index)") }
    }
    for index in Scheme.light.all {
      for background in light { #expect(contrast(colour(index), background) >= 4.5, "\(index)") }
    }
  }

  @Test func `auto looks at what the terminal says of its background`() {
    func scheme(_ colours: String?) -> Scheme {
      Scheme("auto") { $0 == "COLORFGBG" ? colours : nil }
    }
    #expect(scheme("15;0") == .dark)
    #expect(scheme("0;default;15") == .light)
    #expect(scheme(nil) == .neutral)
    #expect(scheme("nonsense") == .neutral)
    #expect(Scheme("light") { _ in "15;0" } == .light)
  }

  @Test func `what is wrong differs from the rest without colour too`() {
    for scheme in [Scheme.neutral, .dark, .light, .terminal] {
      let plain = ColourDepth.none.reduce(scheme.style(of: .error).parameters)
      #expect(plain == "4")
    }
  }
}
