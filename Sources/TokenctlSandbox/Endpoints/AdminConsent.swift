import JOSE

/// `POST /sandbox/admin-consent?client_id=`: an administrator consents for everybody, for tests; no part of Entra.
package struct AdminConsent: Endpoint {
    package let directory: Directory
    package let consents: Consents

    package func respond(to exchange: Exchange) throws(EntraError) -> Response {
        let clientID = try exchange.request.control().required("client_id")
        let app = try directory.app(clientID, in: directory.tenant(of: .organizations))
        consents.approve(app)
        return Response(body: .object(["client_id": .string(app.id), "name": .string(app.name)]))
    }
}
