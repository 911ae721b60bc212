internal import CEditline

/// Text as libedit holds it, one value for each Unicode scalar, ending in zero.
func wide(_ text: String) -> [wchar_t] {
  text.unicodeScalars.map { wchar_t(bitPattern: $0.value) } + [0]
}

/// A wide C string that nobody frees: libedit keeps some of the pointers that it is given.
func immortal(_ text: String) -> UnsafeMutablePointer<wchar_t> {
  let scalars = wide(text)
  let pointer = UnsafeMutablePointer<wchar_t>.allocate(capacity: scalars.count)
  pointer.initialize(from: scalars, count: scalars.count)
  return pointer
}

extension String {
  init(wide scalars: some Sequence<wchar_t>) {
    self.init(scalars.lazy.map { Unicode.Scalar(UInt32(bitPattern: $0)) ?? "\u{FFFD}" })
  }

  init(_ scalars: some Sequence<Unicode.Scalar>) {
    var view = UnicodeScalarView()
    view.append(contentsOf: scalars)
    self.init(view)
  }
}
