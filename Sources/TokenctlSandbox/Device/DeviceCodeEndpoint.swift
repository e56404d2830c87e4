import JOSE

/// `POST /{tenant}/oauth2/v2.0/devicecode` (RFC 8628 section 3.1).
package struct DeviceCodeEndpoint: Endpoint {
    package let directory: Directory
    package let codes: DeviceCodes

    package var place: Fault.Place? { .devicecode }

    package func respond(to exchange: Exchange) throws(EntraError) -> Response {
        do throws(EntraError) {
            return try authorize(exchange)
        } catch {
            throw error.answered(with: codes.settings)
        }
    }

    private func authorize(_ exchange: Exchange) throws(EntraError) -> Response {
        let tenant = try directory.tenant(of: exchange.authority(in: directory))
        let form = try exchange.form()
        let app = try directory.app(form.required("client_id"), in: tenant)
        let scopes = try directory.delegatedScopes(form.required("scope"), for: app, in: tenant)
        let claims = try ClaimsRequest(in: form) ?? ClaimsRequest()
        let settings = codes.settings
        let userCode = codes.newUserCode()
        let deviceCode = codes.add(
            DeviceAuthorization(
                app: app, tenant: tenant, scopes: scopes, claims: claims, userCode: userCode,
                expiry: exchange.now + settings.lifetime, interval: settings.interval))
        let page = "\(exchange.base)/device"
        var answer: JSONObject = [
            "user_code": .string(userCode), "device_code": .string(deviceCode), "verification_uri": .string(page),
        ]
        if settings.sendsCompleteURI {
            answer["verification_uri_complete"] = .string("\(page)?user_code=\(userCode)")
        }
        answer["expires_in"] = .integer(settings.lifetime)
        answer["interval"] = .integer(settings.interval)
        answer["message"] = .string(
            "To sign in, use a web browser to open the page \(page) and enter the code \(userCode) to authenticate.")
        return Response(body: .object(answer))
    }
}

extension EntraError {
    /// The same with HTTP 200, where the device endpoints are to answer so.
    package func answered(with settings: DeviceSettings) -> EntraError {
        var error = self
        if settings.sendsErrorsAs200 { error.status = 200 }
        return error
    }
}
