import JOSE
package import World

extension HTTPClient {
    /// Makes sure that a provider may be asked anything: nothing, above all no secret, goes to a host that Entra disowns.
    ///
    /// Entra's public cloud tells (instance discovery). It is asked only about a host that passes for Entra and that
    /// nobody knows. What it says of the host's other names is not used: the cache goes by a fixed table, so that a
    /// cached token is found without a network, and a configuration is read where the user says that it is.
    ///
    /// - Throws: `refused` for a host that is not Entra's; what the transport throws, or what the answer stands for.
    package func admit(_ provider: Provider) throws(Failure) {
        guard case .authority(let authority) = provider, authority.needsInstanceDiscovery else { return }
        let host = authority.server.hostAndPort
        let action = "find out whether '\(host)' is a host of Entra's"
        let response: HTTPResponse
        do {
            response = try get(Self.question(about: authority))
        } catch {
            throw error.within("cannot \(action)").hinting(Self.airGap)
        }
        if let answer = ErrorAnswer(response.body), answer.error == "invalid_instance" || answer.number == 50049 {
            throw Failure(
                .refused, "Entra does not know the host '\(host)' (invalid_instance): nothing was sent to it",
                hint: """
                    check the address; any other OpenID provider is given with --issuer; if the host is your own and \
                    speaks for Entra, give --no-instance-discovery
                    """, answer: answer)
        }
        guard response.status == 200,
            let answer = try? JSON(parsing: response.body).objectValue,
            answer["tenant_discovery_endpoint"]?.stringValue != nil
        else { throw Failure(response: response, to: action).hinting(Self.airGap) }
    }

    private static let airGap = "in a cloud without a way to Microsoft's public one, give --no-instance-discovery"

    private static func question(about authority: Authority) throws(Failure) -> WebURL {
        guard let cloud = try? WebURL(Authority.publicCloud) else { throw Failure(.internalError, "no public cloud") }
        let endpoint = FormEncoding.encode(authority.authorizationEndpoint.description)
        return cloud.with(
            path: "/common/discovery/instance", query: "api-version=1.1&authorization_endpoint=\(endpoint)")
    }
}

extension Failure {
    /// The same failure with one more way out.
    fileprivate func hinting(_ way: String) -> Failure {
        var failure = self
        failure.hint = [hint, way].compactMap(\.self).joined(separator: "; ")
        return failure
    }
}

extension TokenRequest {
    /// The same of a provider that has been admitted, so that whoever goes on need not ask again.
    package var admitted: TokenRequest {
        guard case .authority(var authority) = provider else { return self }
        authority.isTrusted = true
        return TokenRequest(
            provider: .authority(authority), clientID: clientID, scopes: scopes, subject: subject, claims: claims,
            tokenType: tokenType)
    }
}
