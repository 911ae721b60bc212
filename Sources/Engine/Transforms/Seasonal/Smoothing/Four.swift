/// Numbers that follow each other, worked on together.
typealias Four = SIMD4<Double>

extension UnsafePointer<Double> {
  @inline(__always)
  func four(at place: Int) -> Four {
    UnsafeRawPointer(self + place).loadUnaligned(as: Four.self)
  }
}

extension UnsafeMutablePointer<Double> {
  @inline(__always)
  func set(_ values: Four, at place: Int) {
    UnsafeMutableRawPointer(self + place).storeBytes(of: values, as: Four.self)
  }
}

extension UnsafeBufferPointer<Double> {
  @inline(__always)
  func four(at place: Int) -> Four {
    UnsafeRawBufferPointer(self).loadUnaligned(
      fromByteOffset: place * MemoryLayout<Double>.stride,
      as: Four.self
    )
  }
}

extension UnsafeMutableBufferPointer<Double> {
  @inline(__always)
  func set(_ values: Four, at place: Int) {
    UnsafeMutableRawBufferPointer(self).storeBytes(
      of: values,
      toByteOffset: place * MemoryLayout<Double>.stride,
      as: Four.self
    )
  }
}
