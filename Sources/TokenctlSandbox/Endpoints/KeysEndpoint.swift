import JOSE

/// `GET /{tenant}/discovery/v2.0/keys`, and version 1's: the keys that tokens are verified with (RFC 7517 section 5).
package struct KeysEndpoint: Endpoint {
    package let version: PlatformVersion
    package let directory: Directory
    package let keys: SigningKeys

    package var place: Fault.Place? { .discovery }

    package func respond(to exchange: Exchange) throws(EntraError) -> Response {
        let authority = try exchange.authority(in: directory)
        let issuer =
            version == .v2 && exchange.shape == .entra
            ? version.issuer(of: authority.issuerSegment, at: exchange.base) : nil
        return Response(body: .object(["keys": .array(keys.all.map { .object($0.jwk(issuer: issuer)) })]))
    }
}
