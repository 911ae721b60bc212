import Guidance
import Language

/// Where a function is called: what surrounds it, and who resolves its arguments.
package struct Invocation {
  var resolver: Resolver
  var scope: Scope
  var span: SourceSpan

  func plan(_ argument: Expression) throws(Diagnostic) -> Plan {
    try resolver.plan(argument, scope)
  }
}

extension Function {
  /// A plan for each argument as it was written.
  package static func plans(
    for arguments: [Expression],
    _ invocation: Invocation
  ) throws(Diagnostic) -> [Plan] {
    var plans: [Plan] = []
    for argument in arguments { plans.append(try invocation.plan(argument)) }
    return plans
  }
}
