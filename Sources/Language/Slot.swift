/// What may stand at a place of an entry: collected while parsing, for completion and help.
package enum Slot: Hashable, Sendable {
  /// A measure, a variable, a function, an aggregate, a number or a parenthesis.
  case head
  case measure
  case place
  case product
  case event
  case dimension
  case attribute
  case currency
  case transform
  case aggregate
  case form
  case period
  case day
  case span
  case number
  case statement
  case name
  case file
  case word
  /// A member of a dimension, or a value of an attribute, that a condition compares with.
  case member(String)
  case keyword(Keyword)
  case symbol(Symbol)
  case end
}
