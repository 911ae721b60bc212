import Columns
import Foundation
import StoreDamage
import TestKit
import Testing

@Suite struct DamageTests {
  @Test("a damaged store gives the right numbers or none", arguments: SoundStore.Form.allCases)
  func accidents(_ form: SoundStore.Form) throws {
    let sound = try SoundStore(form)
    var generator = SeededGenerator(seed: 21)
    let file = ScratchFile()
    for _ in 0..<100 {
      let damage = Damage(generator.bytes(firstBelow: 0x80), stores: 1)
      try Data(damage.done(to: sound)).write(to: URL(filePath: file.path))
      guard let answers = try? StoreAnswers(ofStoreAt: file.path) else { continue }
      #expect(answers.agree(with: sound.answers))
    }
  }

  @Test("a store that lies with fitting checksums is survived", arguments: SoundStore.Form.allCases)
  func lies(_ form: SoundStore.Form) throws {
    let sound = try SoundStore(form)
    var generator = SeededGenerator(seed: 22)
    let file = ScratchFile()
    var opened = 0
    for _ in 0..<100 {
      let damage = Damage(generator.bytes(firstFrom: 0x80), stores: 1)
      #expect(damage.isSealedAgain)
      try Data(damage.done(to: sound)).write(to: URL(filePath: file.path))
      if (try? StoreAnswers(ofStoreAt: file.path)) != nil { opened += 1 }
    }
    #expect(opened > 10, "some lies are only found behind the checksums")
  }

  @Test("checksums that are made to fit leave a sound store as it was")
  func seals() throws {
    for form in SoundStore.Form.allCases {
      let sound = try SoundStore(form)
      var bytes = sound.bytes
      sound.seals.renew(in: &bytes)
      let differing = bytes.indices.filter { bytes[$0] != sound.bytes[$0] }
      #expect(differing.isEmpty, "\(differing.prefix(8))")
      #expect(sound.seals.pageCount >= 8)
    }
  }

  @Test(
    "a flipped bit in any block is found, in rollups, appended months and behind the first page",
    arguments: zip(SoundStore.Form.allCases, [20_000, 3000, 3000])
  )
  func blocks(_ form: SoundStore.Form, rowCount: Int) throws {
    let sound = try SoundStore(form, rowCount: rowCount)
    var generator = SeededGenerator(seed: 23)
    let file = ScratchFile()
    var unread = 0
    let blocks = stride(from: 0, to: sound.bytes.count, by: StoreSeals.blockSize)
    for block in blocks {
      var bytes = sound.bytes
      let end = min(block + StoreSeals.blockSize, bytes.count)
      let place = Int.random(in: block..<end, using: &generator)
      bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      try Data(bytes).write(to: URL(filePath: file.path))
      guard let store = try? Store(file.path), (try? store.verify()) != nil else { continue }
      // Only what an append left behind, and nobody reads, may change.
      unread += 1
      guard unread % 8 == 1 else { continue }
      #expect(try StoreAnswers(ofStoreAt: file.path).agree(with: sound.answers), "byte \(place)")
    }
    let share = Double(unread) / Double(Array(blocks).count)
    #expect(form == .rolledUpAndAppended ? share < 0.5 : unread == 0, "\(unread) blocks")
  }

  @Test("an append that stops at any block leaves the old numbers")
  func interruptedAppends() throws {
    let sound = try SoundStore(.rolledUpAndAppended)
    let old = sound.answers[0]
    let file = ScratchFile()
    let before = sound.bytesBeforeAppend
    var cuts = Array(stride(from: before.count, to: sound.bytes.count, by: 512))
    cuts += [sound.bytes.count]
    for cut in cuts {
      let bytes = before + sound.bytes[before.count..<cut]
      try Data(bytes).write(to: URL(filePath: file.path))
      #expect(try StoreAnswers(ofStoreAt: file.path) == old, "after \(cut) bytes")
    }
    // The header is the last step, one sector of the disk.
    try Data(sound.bytes).write(to: URL(filePath: file.path))
    #expect(try StoreAnswers(ofStoreAt: file.path) == sound.answers[1])
  }
}

extension SeededGenerator {
  fileprivate mutating func bytes(firstFrom least: UInt8 = 0, firstBelow limit: UInt8? = nil)
    -> [UInt8]
  {
    let last = limit.map { $0 - 1 } ?? UInt8.max
    let rest = (0..<Int.random(in: 5...40, using: &self)).map { _ in
      UInt8.random(in: 0...255, using: &self)
    }
    return [UInt8.random(in: least...last, using: &self)] + rest
  }
}
