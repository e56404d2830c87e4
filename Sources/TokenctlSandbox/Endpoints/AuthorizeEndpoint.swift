/// `GET` or `POST /{tenant}/oauth2/v2.0/authorize` (RFC 6749 section 3.1).
package struct AuthorizeEndpoint: Endpoint {
    package let directory: Directory
    package let flow: SignInFlow
    /// Whether answers say whose they are (RFC 9207).
    package let sendsIssuer: Bool

    package func respond(to exchange: Exchange) throws(EntraError) -> Response {
        do throws(EntraError) {
            return try authorize(exchange)
        } catch {
            return Response(status: 400, page: .failure(error, in: exchange))
        }
    }

    private func authorize(_ exchange: Exchange) throws(EntraError) -> Response {
        let form = try exchange.form()
        let authority = try exchange.authority(in: directory)
        let tenant = try directory.tenant(of: authority)
        let app = try directory.app(form.required("client_id"), in: tenant)
        let issuer = tenant.issuer(.v2, at: exchange.base)
        let target = try RedirectTarget(form, app: app, issuer: sendsIssuer ? issuer : nil)
        let request: AuthorizationRequest
        do throws(EntraError) {
            request = try AuthorizationRequest(form, app: app, tenant: tenant, target: target, directory: directory)
        } catch {
            return target.refuse(error, in: exchange)
        }
        return flow.begin(
            Interaction(
                purpose: .authorization(request), app: app, tenant: tenant, scopes: request.scopes,
                claims: request.claims, asksConsent: request.prompts.contains(.consent)), in: exchange)
    }
}
