import Guidance
import Language

/// By what season and trend are told apart: the method of the house, or a program by its name.
enum SeasonalMethod: Sendable {
  case local(SeasonalModel)
  case program(ProgramModel)

  init(_ call: TransformCall, on input: Kind) throws(Diagnostic) {
    let model = try SeasonalModel(call, on: input)
    self = model.isByProgram ? .program(try ProgramModel(model, call)) : .local(model)
  }

  /// The method once it has seen the figures; refuses those that it cannot take apart.
  func checked(_ application: Application, _ plan: Plan) throws(Diagnostic) -> SeasonalMethod {
    let panel = application.figures(of: plan)
    switch self {
    case .local(let model):
      try model.check(panel, application.call)
      return self
    case .program(let model): return .program(try model.asked(panel, application))
    }
  }

  func run(_ series: Series, _ part: SeasonalModel.Part) -> Series {
    switch self {
    case .local(let model): model.run(series, part)
    case .program(let model): model.run(series, part)
    }
  }

  var label: String {
    switch self {
    case .local(let model): model.label
    case .program(let model): model.label
    }
  }

  var shortLabel: String {
    switch self {
    case .local(let model): model.label
    case .program: ProgramModel.word
    }
  }

  /// What a program is told; nil for the formula that help shows.
  var ownFormula: String? {
    if case .program(let model) = self { model.formula } else { nil }
  }
}

extension Plan {
  /// The seasonal adjustment in the plan and what it takes apart; nil where there is none.
  var seasonalStep: (method: SeasonalMethod, of: Plan)? {
    if case .transformed(let transform, let inner) = step {
      if let adjusted = transform as? SeasonallyAdjusted { return (adjusted.method, inner) }
      if let trend = transform as? Trend { return (trend.method, inner) }
    }
    return inputs.lazy.compactMap(\.seasonalStep).first
  }

  /// What a program of the machine made of every series; nil where none was asked.
  var programOutcomes: [ProgramModel.Outcome]? {
    guard case .program(let model)? = seasonalStep?.method else { return nil }
    return model.outcomes
  }
}
