import Periods

extension Place {
  /// The memberships of a group, past and present; empty for everything else.
  package var memberships: [Membership] {
    guard case .group(let memberships) = kind else { return [] }
    return memberships
  }

  /// The codes of a group's members on a day, in the order of the group.
  ///
  /// A member belongs to the group on the day it leaves; an unknown day of joining counts as ever.
  package func members(on day: Day) -> [String] {
    memberships.filter { membership in
      let hasJoined = membership.joined.map { $0 <= day } ?? true
      let isStillIn = membership.left.map { day <= $0 } ?? true
      return hasJoined && isStillIn
    }.map(\.member)
  }
}
