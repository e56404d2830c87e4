import JOSE
package import World

/// What a person needs to sign in on another device: RFC 8628 section 3.2.
package struct DeviceAuthorization: Sendable {
    let deviceCode: Secret
    package let userCode: String
    package let verificationURL: WebURL
    /// The same with the code in it.
    package let completeVerificationURL: WebURL?
    /// The provider's own words for the person, if it has any.
    package let message: String?
    /// Seconds until the codes run out.
    package let expiresIn: Int
    /// Seconds between two questions.
    let interval: Int

    /// - Throws: what the answer stands for; `protocolError` when it makes no sense.
    package init(_ response: HTTPResponse) throws(Failure) {
        let action = "start the sign-in on another device"
        guard response.status == 200, let body = try? JSON(parsing: response.body).objectValue, body["error"] == nil
        else { throw Failure(response: response, to: action) }
        guard let deviceCode = body["device_code"]?.stringValue, let userCode = body["user_code"]?.stringValue,
            let address = (body["verification_uri"] ?? body["verification_url"])?.stringValue,
            let url = try? WebURL(address)
        else {
            throw Failure(.protocolError, "cannot \(action): the answer lacks a code or the page to enter it on")
        }
        self.deviceCode = Secret(deviceCode)
        self.userCode = userCode
        verificationURL = url
        completeVerificationURL = body["verification_uri_complete"]?.stringValue.flatMap { try? WebURL($0) }
        message = body["message"]?.stringValue
        expiresIn = Self.seconds(body["expires_in"], otherwise: 1800, within: 1...86400)
        interval = Self.seconds(body["interval"], otherwise: 5, within: 1...300)
    }

    private static func seconds(_ value: JSON?, otherwise: Int, within range: ClosedRange<Int>) -> Int {
        let seconds = value?.intValue ?? value?.stringValue.flatMap { Int($0) } ?? otherwise
        return min(max(seconds, range.lowerBound), range.upperBound)
    }
}
