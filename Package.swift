// swift-tools-version: 6.2
import PackageDescription

// The folder name is the module name, and every arrow points up this list.
let package = Package(
  name: "tradewind",
  products: [.executable(name: "tradewind", targets: ["tradewind"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0")
  ],
  targets: [
    .systemLibrary(name: "CEditline", pkgConfig: "libedit", providers: [.apt(["libedit-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "BuiltInData", exclude: ["china-customs", "places", "products"]),
    .target(name: "LineEditing", dependencies: ["CEditline"]),
    .target(name: "Guidance"),
    .target(name: "Periods"),
    .target(name: "CTransfer", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
    .target(name: "Unpacking", dependencies: ["CZlib"]),
    .target(name: "Columns", dependencies: ["Unpacking"]),
    .target(name: "Language", dependencies: ["Guidance", "Periods"]),
    .target(
      name: "Catalogue",
      dependencies: ["BuiltInData", "Columns", "Guidance", "Periods", "Unpacking"]
    ),
    .target(
      name: "Engine",
      dependencies: ["Catalogue", "Columns", "Guidance", "Language", "Periods"]
    ),
    .target(
      name: "ClickHouse",
      dependencies: ["CTransfer", "Catalogue", "Columns", "Engine", "Guidance", "Periods"]
    ),
    .target(name: "X13", dependencies: ["Engine", "Guidance", "Periods"]),
    .target(
      name: "Reports",
      dependencies: ["Catalogue", "Engine", "Guidance", "Language", "Periods"]
    ),
    .target(
      name: "Teaching",
      dependencies: ["Catalogue", "Engine", "Guidance", "Language", "Periods", "Reports"]
    ),
    .target(
      name: "Shell",
      dependencies: [
        "Catalogue", "Columns", "Engine", "Guidance", "Language", "Periods", "Reports",
        "Teaching",
      ]
    ),
    .executableTarget(
      name: "tradewind",
      dependencies: [
        "Catalogue", "ClickHouse", "Columns", "Engine", "Guidance", "LineEditing", "Periods",
        "Reports", "Shell", "Teaching", "X13",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),
    .executableTarget(
      name: "tradewind-bench",
      dependencies: [
        "Catalogue", "Columns", "Engine", "Guidance", "Language", "Periods", "Reports",
      ],
      path: "Sources/Benchmarks",
      exclude: ["agree.py", "compare.py", "document.py", "engines.py", "questions.py"]
    ),
    .target(
      name: "TestKit",
      dependencies: ["Catalogue", "Engine", "Guidance", "Language", "Reports", "Shell"],
      path: "Tests/TestKit"
    ),
    .testTarget(
      name: "LanguageTests",
      dependencies: ["Engine", "Guidance", "Language", "Periods", "Shell", "TestKit"]
    ),
    .testTarget(
      name: "LexiconTests",
      dependencies: ["Engine", "Guidance", "Language", "Shell", "TestKit"]
    ),
    .testTarget(
      name: "SessionTests",
      dependencies: ["Engine", "Guidance", "Language", "Reports", "Shell", "TestKit"]
    ),
    .target(name: "StoreDamage", dependencies: ["Columns"], path: "Tests/StoreDamage"),
    .testTarget(name: "ColumnsTests", dependencies: ["Columns", "StoreDamage", "TestKit"]),
    .testTarget(
      name: "StoreQueryTests",
      dependencies: [
        "Catalogue", "Columns", "Engine", "Guidance", "Language", "TerminalSupport", "TestKit",
        "tradewind-bench",
      ]
    ),
    .testTarget(name: "CatalogueTests", dependencies: ["Catalogue", "Columns", "Periods"]),
    .testTarget(
      name: "EngineTests",
      dependencies: ["Catalogue", "Columns", "Engine", "Guidance", "Language", "Periods"],
      exclude: ["References"]
    ),
    .target(
      name: "TerminalSupport",
      dependencies: ["CEditline", "LineEditing"],
      path: "Tests/TerminalSupport"
    ),
    .executableTarget(
      name: "ScreenPicture",
      dependencies: ["LineEditing", "TerminalSupport"],
      path: "Tests/ScreenPicture"
    ),
    .executableTarget(
      name: "PromptBenchmark",
      dependencies: ["Catalogue", "Engine", "LineEditing", "Shell", "TerminalSupport"],
      path: "Tests/PromptBenchmark"
    ),
    .executableTarget(
      name: "ToolboxBenchmark",
      dependencies: ["Catalogue", "Columns", "Engine", "Guidance", "Periods", "Shell"],
      path: "Tests/ToolboxBenchmark"
    ),
    .testTarget(
      name: "PromptTests",
      dependencies: [
        "Catalogue", "Engine", "Guidance", "Language", "LineEditing", "Shell", "TerminalSupport",
        "TestKit", "tradewind",
      ]
    ),
    .executableTarget(
      name: "LineEditingDemo",
      dependencies: ["LineEditing"],
      path: "Tests/LineEditingDemo"
    ),
    .testTarget(
      name: "LineEditingTests",
      dependencies: [
        "CEditline", "LineEditing", "LineEditingDemo", "TerminalSupport", "TestKit",
      ]
    ),
    .testTarget(
      name: "InquiryTests",
      dependencies: ["Catalogue", "Engine", "Guidance", "Language", "Periods", "Reports", "Shell"]
    ),
    .testTarget(
      name: "ReaderTests",
      dependencies: [
        "Catalogue", "Columns", "Engine", "Guidance", "Periods", "Reports", "Shell", "TestKit",
      ]
    ),
    .testTarget(
      name: "ReportsTests",
      dependencies: [
        "Catalogue", "Engine", "Guidance", "Language", "Periods", "Reports", "TestKit",
      ]
    ),
    .testTarget(
      name: "ChartTests",
      dependencies: [
        "Catalogue", "Engine", "Guidance", "Language", "Periods", "Reports", "Shell", "TestKit",
      ],
      exclude: ["Golden"]
    ),
    .testTarget(
      name: "SessionFormatTests",
      dependencies: [
        "Catalogue", "Columns", "Engine", "Guidance", "Language", "Periods", "Reports", "Shell",
        "TestKit",
      ]
    ),
    .testTarget(
      name: "TeachingTests",
      dependencies: [
        "Catalogue", "Engine", "Guidance", "Language", "Periods", "Reports", "Shell", "Teaching",
        "TestKit",
      ],
      exclude: ["Replies.txt"]
    ),
    .testTarget(
      name: "ClickHouseTests",
      dependencies: [
        "Catalogue", "ClickHouse", "Columns", "Engine", "Guidance", "Language", "Periods",
        "Reports", "Shell", "TestKit",
      ],
      exclude: ["Support"]
    ),
    .testTarget(
      name: "X13Tests",
      dependencies: [
        "Catalogue", "Columns", "Engine", "Guidance", "Language", "Periods", "Reports", "Shell",
        "TestKit", "X13",
      ],
      exclude: ["Recorded"]
    ),
    .testTarget(
      name: "ExportTests",
      dependencies: ["Catalogue", "Engine", "Guidance", "Language", "Reports", "Shell", "TestKit"]
    ),
  ],
  swiftLanguageModes: [.v6]
)

// The same strictness everywhere; no target has an exception.
for target in package.targets where target.type != .system {
  guard !["BuiltInData", "CTransfer"].contains(target.name) else { continue }
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
  ]
}

// Fuzzing, by `.ci/fuzz`: it names the runtime to link; without it nothing of this is there.
if let runtime = Context.environment["FUZZ_RUNTIME"] {
  let coverage = SwiftSetting.unsafeFlags([
    "-sanitize=fuzzer", "-sanitize-coverage=edge,trace-cmp,inline-8bit-counters",
  ])
  let fuzzed = ["Catalogue", "Columns", "Engine", "Language", "Shell"]
  for target in package.targets where fuzzed.contains(target.name) {
    target.swiftSettings?.append(coverage)
  }
  let link = LinkerSetting.unsafeFlags([runtime, "-lstdc++", "-lpthread", "-ldl", "-lm"])
  package.targets += [
    .executableTarget(
      name: "FuzzReaders",
      dependencies: ["Catalogue", "Guidance"],
      path: "Tests/FuzzReaders",
      swiftSettings: [coverage],
      linkerSettings: [link]
    ),
    .executableTarget(
      name: "FuzzQuery",
      dependencies: ["Catalogue", "Engine", "Guidance", "Language"],
      path: "Tests/FuzzQuery",
      swiftSettings: [coverage],
      linkerSettings: [link]
    ),
    .executableTarget(
      name: "FuzzStore",
      dependencies: ["Catalogue", "Columns", "Engine", "Guidance", "Language", "StoreDamage"],
      path: "Tests/FuzzStore",
      swiftSettings: [coverage],
      linkerSettings: [link]
    ),
    .executableTarget(
      name: "FuzzSession",
      dependencies: ["Guidance", "Shell"],
      path: "Tests/FuzzSession",
      swiftSettings: [coverage],
      linkerSettings: [link]
    ),
  ]
}
