import ArgumentParser
import World

/// A value that is chosen by name: the same in an option, a variable and a profile.
///
/// Options keep the text and resolve it later: a typed option would cost every run the runtime's look-ups for its
/// type, and the parser would quote a wrong value in its error message, though it may be a secret.
protocol NamedValue: RawRepresentable<String>, CaseIterable, Sendable {
    /// What is being chosen: "cloud".
    static var kind: String { get }
}

extension NamedValue {
    static var names: [String] { allCases.map(\.rawValue) }

    /// For shells.
    static var completion: CompletionKind { .list(names) }

    /// - Parameter origin: the option or variable that holds the name.
    /// - Throws: `usage`, with all the names that there are.
    static func named(_ name: String, by origin: String) throws(Failure) -> Self {
        if let value = Self(rawValue: name) { return value }
        throw Failure(
            .usage, "unknown \(kind) '\(name)' in \(origin)", hint: "use one of \(names.joined(separator: ", "))")
    }
}
