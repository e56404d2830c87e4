import JOSE

/// `POST /adfs/services/trust/13/usernamemixed` and the like: where a federation server gives out assertions.
package struct WSTrustEndpoint: Endpoint {
    package let federation: Federation
    package let version: WSTrustVersion
    package let login: SecurityTokenRequest.Login
    package let directory: Directory
    /// Nil where nobody's ticket is taken.
    package let kerberos: KerberosAcceptor?

    package var place: Fault.Place? { .wstrust }

    package func respond(to exchange: Exchange) throws(EntraError) -> Response {
        guard login == .windows else { return try respond(to: exchange, principal: nil) }
        let parts = exchange.request.headers["authorization", default: ""].split(separator: " ")
        guard let kerberos, parts.count == 2, parts[0].lowercased() == "negotiate",
            let token = Base64URL.decodeAny(parts[1]), let client = try? kerberos.accept(token)
        else { return Response(status: 401, headers: ["WWW-Authenticate": "Negotiate"]) }
        var response = try respond(to: exchange, principal: client.principal)
        response.headers["WWW-Authenticate"] = "Negotiate \(Base64.encode(client.answer))"
        return response
    }

    private func respond(to exchange: Exchange, principal: String?) throws(EntraError) -> Response {
        let envelope = ParsedElement(parsing: exchange.request.body)
        let messageID = envelope.flatMap(SecurityTokenRequest.messageID)
        let token: SecurityTokenResponse
        do throws(SOAPFault) {
            guard exchange.request.mediaType == SOAP.mediaType else { throw .unsupportedMediaType }
            guard let envelope else { throw .malformed }
            token = try answer(to: envelope, principal, in: exchange)
        } catch {
            return error.response(to: messageID, now: exchange.now)
        }
        return SOAPEnvelope(
            action: version.responseAction, relatesTo: messageID, now: exchange.now, body: try token.body()
        ).response()
    }

    private func answer(
        to envelope: ParsedElement, _ principal: String?, in exchange: Exchange
    ) throws(SOAPFault) -> SecurityTokenResponse {
        let request = try SecurityTokenRequest(
            envelope, version: version, login: login,
            address: federation.address("\(version.rawValue)/\(login.rawValue)", at: exchange.base), now: exchange.now)
        let person = request.credential.map { user($0.username, password: $0.password) } ?? user(of: principal)
        guard let user = person else { throw .failedAuthentication }
        switch user.obstacle {
        case .locked, .disabled, .passwordExpired: throw .failedAuthentication
        case .deniedByFederation: throw .requestFailed(version)
        case .notSynchronized, nil: break
        }
        return SecurityTokenResponse(
            federation: federation, user: user, login: login, version: version,
            type: request.tokenType ?? federation.tokenType, now: exchange.now)
    }

    /// One of the domain's own people.
    private func user(_ name: String, password: String) -> User? {
        directory.users.first { federation.owns($0.name) && $0.name == name.lowercased() && $0.password == password }
    }

    /// `alice@IDP.TEST` of whatever realm is `alice` of this domain.
    private func user(of principal: String?) -> User? {
        guard let principal else { return nil }
        let name = "\(principal.prefix { $0 != "@" })@\(federation.domain)"
        return directory.users.first { $0.name == name.lowercased() }
    }
}

extension Request {
    /// Of the body, lower-case and without parameters.
    package var mediaType: String {
        headers["content-type", default: ""].prefix { $0 != ";" && $0 != " " }.lowercased()
    }
}
