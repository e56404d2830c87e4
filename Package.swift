// swift-tools-version: 6.2
import PackageDescription

/// One set of rules for every Swift target.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
]

/// Little of this code takes time, and there is much of it.
let small: [SwiftSetting] = [.unsafeFlags(["-Osize"], .when(configuration: .release))]

/// The Swift runtime is linked in: a cached token must not pay for loading twenty shared libraries.
///
/// lld, because GNU ld warns about code inside the static runtime that nothing here calls. Nobody loads this program as
/// a library: without the export that the static runtime asks for, what is not called is left out.
let standalone: [LinkerSetting] = [
    .unsafeFlags(["-static-stdlib", "-use-ld=lld", "-Xlinker", "--no-export-dynamic", "-Xlinker", "-O2"]),
    .linkedLibrary("_FoundationCollections"),
    .linkedLibrary("_FoundationCShims"),
    .linkedLibrary("swiftSynchronization"),
]

let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "tokenctl",
    products: [
        .executable(name: "tokenctl", targets: ["tokenctl"]),
        .executable(name: "tokenctl-sandbox", targets: ["tokenctl-sandbox"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
    ],
    targets: [
        .executableTarget(
            name: "tokenctl", dependencies: ["TokenctlCLI", "Platform", "World"],
            swiftSettings: strict, linkerSettings: standalone),
        .target(
            name: "TokenctlCLI", dependencies: ["World", "JOSE", "OAuth", "WSTrust", "TokenCache", argumentParser],
            swiftSettings: strict + small),
        .target(name: "TokenCache", dependencies: ["World", "JOSE", "OAuth"], swiftSettings: strict + small),
        .target(name: "OAuth", dependencies: ["World", "JOSE"], swiftSettings: strict + small),
        .target(name: "WSTrust", dependencies: ["World", "OAuth", "Native"], swiftSettings: strict + small),
        .target(name: "JOSE", dependencies: ["Native"], swiftSettings: strict + small),
        .target(name: "Platform", dependencies: ["World", "Native"], swiftSettings: strict + small),
        .target(name: "World", swiftSettings: strict + small),
        .target(
            name: "Native", cSettings: [.unsafeFlags(["-Wall", "-Wextra", "-Werror", "-I/usr/include/libxml2"])]),
        .target(name: "ManPages", swiftSettings: strict),
        .target(
            name: "TokenctlSandbox",
            dependencies: [
                "OAuth", "JOSE", "Native", .product(name: "FlyingFox", package: "FlyingFox"),
                .product(name: "FlyingSocks", package: "FlyingFox"),
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "tokenctl-sandbox", dependencies: ["TokenctlSandbox", argumentParser], swiftSettings: strict),
        .testTarget(
            name: "TokenctlSandboxTests",
            dependencies: [
                "TokenctlSandbox", "JOSE", "tokenctl-sandbox", .product(name: "FlyingFox", package: "FlyingFox"),
                .product(name: "FlyingSocks", package: "FlyingFox"),
            ],
            swiftSettings: strict),
        .testTarget(name: "NativeTests", dependencies: ["Native"], swiftSettings: strict),
        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
        .testTarget(name: "JOSETests", dependencies: ["JOSE"], exclude: ["Vectors"], swiftSettings: strict),
        .testTarget(name: "ManPagesTests", dependencies: ["ManPages", "TestSupport"], swiftSettings: strict),
        // No test depends on an executable: its static linking would spread to the test bundle. All are built anyway.
        .testTarget(
            name: "HouseTests", dependencies: ["ManPages", "TokenctlCLI", "TestSupport", "World"],
            exclude: ["Recorder"],
            swiftSettings: strict
        ),
        .testTarget(name: "EndToEndTests", dependencies: ["TestSupport"], swiftSettings: strict),
        .target(name: "FakeWorld", dependencies: ["World"], path: "Tests/FakeWorld", swiftSettings: strict),
        .testTarget(name: "WorldTests", dependencies: ["World", "FakeWorld"], swiftSettings: strict),
        .testTarget(
            name: "PlatformTests", dependencies: ["Platform", "Native", "World", "FakeWorld", "TestSupport"],
            swiftSettings: strict),
        .testTarget(name: "OAuthTests", dependencies: ["OAuth", "JOSE", "World", "FakeWorld"], swiftSettings: strict),
        .testTarget(
            name: "WSTrustTests", dependencies: ["WSTrust", "OAuth", "World", "FakeWorld", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "TokenCacheTests", dependencies: ["TokenCache", "OAuth", "JOSE", "World", "FakeWorld"],
            swiftSettings: strict),
        .testTarget(
            name: "TokenctlCLITests",
            dependencies: ["TokenctlCLI", "TokenCache", "OAuth", "JOSE", "World", "FakeWorld", argumentParser],
            swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
