/// A session file as values: prose, transcripts and exercises in the order of the file.
///
/// Whatever was read is printed back byte for byte; only replaced outputs change.
package struct SessionDocument: Equatable, Sendable {
  package var frontMatter: FrontMatter?
  package var blocks: [Block]

  package enum Block: Equatable, Sendable {
    /// Text as it stands, with headings, lists and code of other kinds.
    case prose(String)
    case trade(TradeBlock)
    case quiz(QuizBlock)
  }

  package init(frontMatter: FrontMatter? = nil, blocks: [Block] = []) {
    self.frontMatter = frontMatter
    self.blocks = blocks
  }

  /// The text of the file.
  package var text: String {
    var text = frontMatter?.text ?? ""
    for block in blocks {
      switch block {
      case .prose(let prose): text += prose
      case .trade(let block): text += block.text
      case .quiz(let block): text += block.text
      }
    }
    return text
  }

  /// The transcripts in the order of the file.
  package var tradeBlocks: [TradeBlock] {
    blocks.compactMap { if case .trade(let block) = $0 { block } else { nil } }
  }

  package var quizCount: Int {
    blocks.count { if case .quiz = $0 { true } else { false } }
  }

  /// The same document without any output: the copy that students fill in.
  package var blank: SessionDocument {
    var copy = self
    copy.blocks = blocks.map { block in
      guard case .trade(var trade) = block else { return block }
      for i in trade.entries.indices { trade.replaceOutput(ofEntry: i, with: []) }
      return .trade(trade)
    }
    return copy
  }
}
