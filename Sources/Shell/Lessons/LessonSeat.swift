/// What a lesson needs of the place where it is taken: who sits there, a memory and a clock.
package struct LessonSeat: Sendable {
  /// Where progress is kept; nil: nowhere.
  package var store: (any LessonStore)?

  /// Seconds since some moment.
  package var clock: @Sendable () -> Int = { 0 }

  /// True where somebody sits at a terminal, who can be asked for a name.
  package var isAttended = false

  package init() {}
}
