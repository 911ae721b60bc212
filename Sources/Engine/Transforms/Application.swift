import Guidance
import Language

/// Where a transform is put to use: its call, the phrase it stands in, and who resolves that.
package struct Application {
  var call: TransformCall
  /// True where no other transform of the phrase comes before it.
  var isFirst: Bool
  var phrase: Phrase
  var scope: Scope
  var resolver: Resolver

  /// What a plan gives, for transforms that must see the figures to promise anything.
  func figures(of plan: Plan) -> Panel { Evaluator(resolver.bench.facts).run(plan) }
}

extension Transform {
  /// The transform behind a plan.
  package func applied(to plan: Plan, _ application: Application) throws(Diagnostic) -> Plan {
    Plan(.transformed(self, plan), kind(after: plan.kind))
  }
}
