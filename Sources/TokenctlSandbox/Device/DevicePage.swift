/// `/device`: where a person enters the code that a device shows (RFC 8628 section 3.3).
package struct DevicePage: Endpoint {
    package let codes: DeviceCodes
    package let flow: SignInFlow

    package func respond(to exchange: Exchange) throws(EntraError) -> Response {
        guard exchange.request.method == "POST" else {
            let code = (try? exchange.request.queryFields())?["user_code"]
            return Response(page: .deviceCode(code ?? "", error: nil))
        }
        let code = (try? exchange.request.form())?["user_code"] ?? ""
        do throws(EntraError) {
            let authorization = try codes.pending(code, now: exchange.now)
            return flow.begin(
                Interaction(
                    purpose: .device(userCode: code), app: authorization.app, tenant: authorization.tenant,
                    scopes: authorization.scopes, claims: authorization.claims, asksConsent: true), in: exchange)
        } catch {
            return Response(status: 400, page: .deviceCode(code, error: error))
        }
    }
}
