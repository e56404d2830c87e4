import World

/// The name of a cache file, taken apart: what its rows should be about.
///
/// A hint and no more: what a row says counts.
package struct PartitionName: Sendable {
    package enum Kind: String, Sendable {
        case app, user, accounts
        case onBehalf = "obo"
    }

    /// nil for a name that this program does not give.
    package let kind: Kind?
    private let parts: [String]

    init(_ fileName: String) {
        let name = fileName.hasSuffix(Self.suffix) ? fileName.dropLast(Self.suffix.count) : fileName[...]
        let parts = name.split(separator: "@", omittingEmptySubsequences: false).map(AccountIndexName.unescape)
        kind = parts.count >= 3 ? Kind(rawValue: parts[0]) : nil
        // The end of a name that was too long is a number: see Partition.
        self.parts = name.contains("~") ? [] : parts
    }

    /// The app; nil where the name does not tell.
    var clientID: String? {
        switch kind {
        case .app, .accounts: parts.last
        case .user, .onBehalf: parts.dropLast().last
        case nil: nil
        }
    }

    /// The provider as `accounts list` has it: `HOST`, `HOST:PORT/POLICY`; nil where the name does not tell.
    ///
    /// The tenant of an app's tokens, which their rows tell, is left out.
    var place: String? {
        guard parts.count >= 3 else { return nil }
        return switch kind {
        case .app where parts.count > 3: (parts[1...1] + parts[3..<(parts.count - 1)]).joined(separator: "/")
        case .app, .accounts: parts[1..<(parts.count - 1)].joined(separator: "/")
        case .user: parts[1..<(parts.count - 2)].joined(separator: "/")
        case .onBehalf, nil: nil
        }
    }

    /// Whose tokens they are; nil where the name does not tell.
    var homeAccountID: String? { kind == .user ? parts.last : nil }

    /// Whether a file of this name is one of the cache's own, and no leftover.
    static func isLive(_ fileName: String) -> Bool { fileName.hasSuffix(suffix) && !fileName.hasPrefix(".") }

    private static let suffix = ".json"
}
