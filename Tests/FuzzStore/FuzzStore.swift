import Catalogue
import Columns
import Engine
import Foundation
import Guidance
import Language
import StoreDamage

@_silgen_name("LLVMFuzzerRunDriver")
func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ body: @convention(c) (UnsafePointer<UInt8>, Int) -> CInt
) -> CInt

let sound = SoundStore.Form.allCases.compactMap { try? SoundStore($0, rowCount: 120) }

let path = FileManager.default.temporaryDirectory
  .appending(path: "fuzz-\(ProcessInfo.processInfo.processIdentifier).tws").path

/// What is asked in words; an answer may be any, for the numbers are compared scan by scan.
let questions = [
  "exports", "surplus ytd", "top 2 partners by exports 2024", "exports by reporter, partner",
  "hhi(exports by partner)", "rca(total exports by reporter, product)",
  "imports of HS 85 to US yoy",
  "contributions to exports yoy by chapter 2024", "explain exports by quarter",
]

/// Reads bytes as what happened to a store: it is refused or gives the right numbers, and where its
/// checksums were made to fit it at least never traps.
func read(_ bytes: UnsafeBufferPointer<UInt8>) {
  let damage = Damage(Array(bytes), stores: sound.count)
  let victim = sound[damage.store]
  let file = Data(damage.done(to: victim))
  guard FileManager.default.createFile(atPath: path, contents: file) else { return }
  defer { try? FileManager.default.removeItem(atPath: path) }
  guard let answers = try? StoreAnswers(ofStoreAt: path) else { return }
  precondition(
    damage.isSealedAgain || answers.agree(with: victim.answers),
    "a damaged store gives no wrong number"
  )
  guard let store = try? Store(path), let data = DataSet(store, name: "facts") else { return }
  let bench = Workbench(EmbeddedFacts(data))
  let question = questions[bytes.count % questions.count]
  guard case .query(let query)? = try? parse(question, bench.vocabulary) else { return }
  _ = try? Answerer(bench).answer(query)
}

@main
struct FuzzStore {
  static func main() {
    precondition(sound.count == SoundStore.Form.allCases.count, "sound stores are written")
    var count = CommandLine.argc
    var arguments = CommandLine.unsafeArgv
    _ = runDriver(&count, &arguments) { bytes, count in
      read(UnsafeBufferPointer(start: bytes, count: count))
      return 0
    }
  }
}
