import Guidance
import Testing

/// What a window leaves out cannot be compared with, and that is what the refusal has to say.
@Suite struct WindowFirstTests {
  @Test("a transform behind a window is refused by what to write instead")
  func windowFirst() {
    let message = Asking.refusal("(exports in 2025) yoy")
    #expect(message?.hasPrefix("the window comes first here") == true)
    #expect(Asking.code("(exports in 2024..2025) yoy") == nil)
  }

  @Test("a period without figures is refused by when there are some")
  func nothing() {
    #expect(Asking.refusal("exports yoy 2050")?.hasPrefix("nothing matches: there are") == true)
  }

  @Test("`and` is no partner, though it is the code of Andorra")
  func and() {
    #expect(Asking.code("exports with events and more") == "unexpected")
  }
}
