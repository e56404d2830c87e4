import JOSE
import OAuth
import World

/// The command with which a person would sign in for the token that is missing, to be shown in a hint.
struct SignInCommand {
    let provider: ProviderOptions
    let clientID: String?
    let resource: String?
    let scopes: [String]

    /// - Parameters:
    ///   - claims: what the provider wants of the sign-in, JSON as it was sent; nil for nothing.
    ///   - asked: the provider, which may have no sign-in on another device.
    func line(claims: String?, at asked: Provider) -> String {
        let isOnDevice = (try? LimitedFlow.deviceCode.check(asked)) != nil
        // A server's words: written anew, so that nothing but JSON is in them.
        let json = claims.flatMap { try? JSON(parsing: Array($0.utf8)) }?.compact
        let options: [(String, String?)] = [
            ("--tenant", provider.tenant), ("--authority", provider.authority), ("--cloud", provider.cloud),
            ("--issuer", provider.issuer), ("--client-id", clientID), ("--resource", resource),
            ("--scope", scopes.isEmpty ? nil : scopes.joined(separator: " ")), ("--claims", json),
        ]
        let given = options.compactMap { name, value in value.map { "\(name) \(ShellQuote.posixIfNeeded($0))" } }
        // Policies that ask for more often let no other device take part.
        let command = json == nil && isOnDevice ? "tokenctl device-code" : "tokenctl auth-code"
        let trust = provider.noInstanceDiscovery ? ["--no-instance-discovery"] : []
        return ([command] + given + trust).joined(separator: " ")
    }
}
