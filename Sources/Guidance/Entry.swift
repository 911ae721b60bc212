/// What the program can say about one word of its language.
///
/// The entries of all tables are the lexicon: it alone feeds the vocabulary, help, completion,
/// suggestions, the reference and the tests, so that no word is listed twice by hand.
package struct Entry: Equatable, Sendable {
  /// The canonical spelling.
  package var name: String

  /// Other accepted spellings: abbreviations, Chinese and continental words.
  package var aliases: [String]

  package var category: Category

  /// One sentence of at most 80 characters.
  package var summary: String

  /// How the word is written with what belongs to it, such as `index PERIOD=100`.
  package var usage: String

  /// The formula in words and signs; empty where there is none.
  package var formula: String

  /// The paper, handbook or standard that the meaning follows; empty where there is none.
  package var reference: String

  /// What else there is to know, a sentence or two each.
  package var remarks: [String]

  /// Words under which `help WORD` finds this entry, beyond its own names.
  package var searchTerms: [String]

  /// Queries that show the word at work; help and the reference run them.
  package var examples: [String]

  /// The tables of the language, in the order in which help lists them.
  package enum Category: String, CaseIterable, Sendable {
    case measure, transform, ranking, function, qualifier, dimension, form, statement
  }

  package init(
    _ name: String,
    aliases: [String] = [],
    category: Category,
    summary: String,
    usage: String = "",
    formula: String = "",
    reference: String = "",
    remarks: [String] = [],
    searchTerms: [String] = [],
    examples: [String]
  ) {
    self.name = name
    self.aliases = aliases
    self.category = category
    self.summary = summary
    self.usage = usage.isEmpty ? name : usage
    self.formula = formula
    self.reference = reference
    self.remarks = remarks
    self.searchTerms = searchTerms
    self.examples = examples
  }
}
