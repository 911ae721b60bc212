import Engine

/// A lesson to begin with: it works as it stands, and shows every kind of part once.
package struct LessonTemplate {
  private let facts: any FactSource

  package init(on facts: any FactSource) { self.facts = facts }

  package func text(title: String) -> String {
    let data = DataReference.text(of: [
      DataReference(facts.dataSet, fingerprint: facts.fingerprint)
    ])
    return """
      ---
      tradewind: 1
      title: \(title.split(whereSeparator: \.isNewline).joined(separator: " "))
      data: \(data)
      width: 80
      ---

      # \(title)

      Say what the lesson is about. *Prose* is Markdown: headings, lists, tables, `code`.

      ## A step

      What stands in a `trade` block is run when the learner presses Enter.

      ```trade
      > surplus 2025
      ```

      ## Questions

      ```quiz {id=growth answer="exports yoy 2025" hints=2 skip=after-2}
      By how much were exports of 2025 above those of 2024?
      - hint: Growth is the change against the year before, in percent of the year before.
      - hint: `yoy` behind a measure is growth on the year.
      - if "exports change yoy 2025": That is the change in dollars; the question asks for percent.
      - why: A year grows as its sum does, not as the mean of its months.
      ```

      Every student gets a month of their own here, {month: pick 2025-03..2025-12 seed student}.

      ```quiz {id=own-month answer="surplus {month}"}
      How large was the surplus in {month.words}?
      - hint: A month is written {month}.
      ```

      ```quiz {id=words kind=text}
      In a sentence: why can a surplus grow while exports fall?
      - model: Because imports fall by more: the surplus is the difference of the two.
      ```

      """
  }
}
