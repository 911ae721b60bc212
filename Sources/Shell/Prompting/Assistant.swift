import Catalogue
import Columns
import Engine
import Guidance
import Language

/// What the prompt can say about an entry while it is typed: colours, completions, its type, help.
///
/// Everything is a function of the text and the workspace. One reading of a text is kept, because
/// an editor asks several questions about each; offsets are UTF-8 offsets into the text.
package final class Assistant {
  /// The session as it is now; a change makes everything be worked out anew.
  package var workspace: Workspace {
    didSet {
      if !workspace.bench.data.isSame(as: oldValue.bench.data) {
        facts = Assistant.facts(for: workspace)
      }
      vocabulary = workspace.vocabulary
      if (workspace.lesson == nil) != (oldValue.lesson == nil) { words = WordList(workspace) }
      words.variables = WordList.variables(in: workspace)
      latest = nil
    }
  }

  private(set) var vocabulary: Vocabulary

  /// The figures that checking has asked for: it asks for the same ones at every key.
  private var facts: any FactSource

  /// No server is asked while somebody types.
  private static func facts(for workspace: Workspace) -> any FactSource {
    let facts = workspace.bench.facts
    return facts.supposed ?? RememberingFacts(facts)
  }

  /// The workbench on which entries are checked; no program is run while somebody types.
  var bench: Workbench {
    var bench = workspace.bench
    bench.facts = facts
    bench.seasonalProgram = nil
    return bench
  }

  private(set) var words: WordList
  private var latest: TextAnalysis?

  package init(_ workspace: Workspace) {
    self.workspace = workspace
    vocabulary = workspace.vocabulary
    facts = Assistant.facts(for: workspace)
    words = WordList(workspace)
  }

  func analysis(of text: String) -> TextAnalysis {
    if let latest, latest.text == text { return latest }
    let analysis = TextAnalysis(text, vocabulary, bench)
    latest = analysis
    return analysis
  }

  /// The type of the entry as it is, such as `series · USD · monthly`; nil until it has one.
  package func typeOfLine(_ text: String) -> String? { analysis(of: text).plan?.kind.words }
}

extension DataSet {
  /// True for the same figures under the same name.
  fileprivate func isSame(as other: DataSet) -> Bool {
    (name, figureCount) == (other.name, other.figureCount)
  }
}

/// What is known about one text.
struct TextAnalysis {
  let text: String
  let progress: Progress

  /// What the query in it would compute; nil where there is none, or where it cannot.
  let plan: Plan?

  /// What Enter would complain about; nil for what more words may still mend.
  let diagnostic: Diagnostic?

  init(_ text: String, _ vocabulary: Vocabulary, _ bench: Workbench) {
    self.text = text
    progress = Language.progress(of: text, vocabulary)
    guard Habits.translation(of: text) == nil else {
      (plan, diagnostic) = (nil, nil)
      return
    }
    guard progress.diagnostic == nil, let query = progress.statement?.resolvableQuery else {
      plan = nil
      diagnostic = progress.isUnfinished ? nil : progress.diagnostic ?? progress.settingProblem
      return
    }
    do throws(Diagnostic) {
      plan = try Resolver(bench).plan(query)
      diagnostic = nil
    } catch {
      plan = nil
      // A question mark stands for words to come.
      diagnostic = error.code == "hole" ? nil : error
    }
  }
}

extension Progress {
  /// What `set` would complain about.
  fileprivate var settingProblem: Diagnostic? {
    guard case .command(let command)? = statement, command.name.text == SetStatement.entry.name,
      case .words(let words) = command.argument
    else { return nil }
    return SetStatement.problem(in: words)
  }
}

extension Statement {
  /// The query of the entry, alone or behind a statement's word; nil where parameters stand in it.
  fileprivate var resolvableQuery: Query? {
    switch self {
    case .query(let query): return query
    case .command(let command):
      switch command.argument {
      case .query(let query), .output(let query, _): return query
      case .definition(_, let parameters, let query): return parameters.isEmpty ? query : nil
      case .condition(_, let expression, _): return Query(expression)
      case .regression(let regression): return Query(regression.dependent)
      case .gravity(let query, _, _): return query
      case .projection(let expression, _, _), .target(let expression, _, _):
        return Query(expression)
      default: return nil
      }
    }
  }
}
