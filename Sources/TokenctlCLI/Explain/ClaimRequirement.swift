import World

/// What the API wants a token to say, as `--require NAME=VALUE` gives it.
struct ClaimRequirement {
    let name: String
    let value: String

    /// - Throws: `usage`.
    init(_ text: String) throws(Failure) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
            throw Failure(
                .usage, "--require takes NAME=VALUE", hint: "for example --require scp=Files.Read, or roles=Reader")
        }
        name = parts[0]
        value = parts[1]
    }

    var isScope: Bool { name == "scp" || name == "scope" }
}
