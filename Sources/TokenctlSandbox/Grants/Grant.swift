/// One `grant_type` of the token endpoint.
package protocol Grant: Sendable {
    func respond(to request: TokenRequest) throws(EntraError) -> Response
}
