import Engine
import Language

/// A share is taken of the wrong total.
enum WrongTotal: Misconception {
  static let page = MisconceptionPage(
    name: "wrong-total",
    summary: "A share is taken of the wrong total.",
    right: "share of exports to US 2025",
    wrong: "share of exports to US in trade 2025"
  )

  static func mistakes(on question: Question) -> [Mistake] {
    guard let phrase = question.phrase, case .share(let share) = phrase.head,
      case .phrase(let part) = share.part
    else { return [] }
    let wholes: [(measure: String, keepsPartner: Bool, sentence: String)] = [
      ("trade", false, "You divided by exports and imports together; a share is of its own flow."),
      ("trade", true, "You divided by the trade with that partner; a share is of all partners."),
      (
        part.measure == "imports" ? "exports" : "imports", false,
        "You divided by the other flow, of which this is no part."
      ),
      ("surplus", false, "You divided by the balance, which is no total of anything."),
    ]
    return wholes.compactMap { whole in
      var other = Phrase(.measure(Name(whole.measure), reporter: nil), at: phrase.location)
      if whole.keepsPartner, var partners = part.qualifiers.partners {
        partners.direction = .with
        other.qualifiers.partners = partners
      } else if whole.keepsPartner {
        return nil
      }
      guard whole.measure != (share.whole?.measure ?? part.measure) || whole.keepsPartner else {
        return nil
      }
      var copy = phrase
      var changed = share
      changed.whole = other
      copy.head = .share(changed)
      return Mistake(
        whole.sentence,
        Query(.phrase(copy)),
        asked: "the part divided by the whole of which it is a part"
      )
    }
  }
}
