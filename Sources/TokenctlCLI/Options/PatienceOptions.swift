import ArgumentParser
import World

/// How long a person gets.
struct PatienceOptions: ParsableArguments {
    @Option(
        help: .init(
            "How long a person gets to sign in (default: as long as the provider allows, or 15 minutes).",
            valueName: "seconds"))
    var wait: String?
}

extension PatienceOptions {
    /// Seconds; nil for as long as the provider allows.
    func seconds() throws(Failure) -> Int? {
        guard let wait else { return nil }
        return try Seconds.parse(wait, by: "--wait", atLeast: 1)
    }
}
