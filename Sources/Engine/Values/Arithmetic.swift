#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

// The elementary functions, named in full: the C library is imported in this file alone.

func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }

func naturalLogarithm(_ value: Double) -> Double { log(value) }

func exponential(_ value: Double) -> Double { exp(value) }

func logGamma(_ value: Double) -> Double { lgamma(value).0 }

/// The complement of the error function: 2 ÷ √π ∫ exp(−t²) from the value on.
func complementaryError(_ value: Double) -> Double { erfc(value) }

func squareRoot(_ value: Double) -> Double { value.squareRoot() }

/// A number without exponent or superfluous decimals: `100`, `2.5`.
func plainNumber(_ value: Double) -> String {
  Int64(exactly: value).map { "\($0)" } ?? "\(value)"
}
