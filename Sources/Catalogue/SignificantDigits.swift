/// How many digits a figure was given with, its trailing zeros not counted: 4 for 330.4 billion.
///
/// Of two figures of one day and cell the one with more digits says more.
func significantDigits(_ value: Double) -> Int {
  var magnitude = value.magnitude
  guard magnitude > 0, magnitude.isFinite else { return 0 }
  while magnitude >= 1e15 { magnitude /= 10 }
  while magnitude < 1e14 { magnitude *= 10 }
  var digits = Int(magnitude.rounded())
  // The last digit or two of fifteen are the rounding of the binary form.
  digits = (digits + 50) / 100
  var count = 13
  while count > 1, digits % 10 == 0 {
    digits /= 10
    count -= 1
  }
  return count
}
