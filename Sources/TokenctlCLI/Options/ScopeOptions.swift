import ArgumentParser
import OAuth
import World

/// What the token is for.
struct ScopeOptions: ParsableArguments {
    @Option(
        help: .init("A scope. For several, repeat the option or put spaces between them.", valueName: "scope"))
    var scope: [String] = []

    @Option(
        help: .init("All that was granted on a resource: the same as --scope RESOURCE/.default.", valueName: "resource")
    )
    var resource: String?
}

extension ScopeOptions {
    /// The scopes of the options, or else of the environment.
    func scopes(in environment: Environment) -> Scopes {
        // A slash at the end is part of the resource's name for Entra, as in https://management.core.windows.net/.
        let whole = resource.map { ["\($0)/.default"] } ?? []
        let given = Scopes(scope + whole)
        return given.isEmpty ? Scopes(environment.first("TOKENCTL_SCOPE") ?? "") : given
    }
}
