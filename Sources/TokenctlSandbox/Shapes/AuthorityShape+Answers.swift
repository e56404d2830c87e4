package import JOSE

extension AuthorityShape {
    /// How long AD FS's refresh tokens work, in seconds; B2C's a day.
    private static let refreshLifetime = (adfs: 28_799, b2c: 86_400)

    /// A token endpoint's answer in Entra's words, in the authority's.
    package func worded(_ answer: JSONObject, resource: String, now: Int) -> JSONObject {
        switch self {
        case .entra: return answer
        case .adfs:
            var worded: JSONObject = [:]
            worded["access_token"] = answer["access_token"]
            worded["token_type"] = .string("bearer")
            worded["expires_in"] = answer["expires_in"]
            guard answer["scope"] != nil else { return worded }
            worded["resource"] = .string(resource)
            worded["refresh_token"] = answer["refresh_token"]
            worded["refresh_token_expires_in"] = .integer(Self.refreshLifetime.adfs)
            worded["scope"] = answer["scope"]
            worded["id_token"] = answer["id_token"]
            return worded
        case .b2c:
            var worded = answer
            worded["ext_expires_in"] = nil
            worded["not_before"] = .integer(now)
            worded["expires_on"] = .integer(now + (answer["expires_in"]?.intValue ?? 0))
            worded["resource"] = .string(resource)
            if answer["refresh_token"] != nil {
                worded["refresh_token_expires_in"] = .integer(Self.refreshLifetime.b2c)
            }
            return worded
        }
    }

    /// An error in Entra's words, in the authority's; nil for Entra's.
    package func worded(_ error: EntraError, in exchange: Exchange) -> JSONObject? {
        switch self {
        case .entra: return nil
        case .adfs:
            let wording = Self.adfsErrors[error.code].map { "\($0.number): \($0.text)" } ?? "MSIS9600: \(error.reason)"
            return ["error": .string(error.error), "error_description": .string(wording)]
        case .b2c:
            let wording = Self.b2cErrors[error.code]
            let text = wording.map { "\($0.number): \($0.text)" } ?? "AADB2C90037: \(error.reason)"
            let time = Timestamp.entra(exchange.now)
            return [
                "error": .string(error == .wrongPassword ? "access_denied" : error.error),
                "error_description": .string(
                    "\(text)\r\nCorrelation ID: \(exchange.correlationID)\r\nTimestamp: \(time)\r\n"),
            ]
        }
    }

    private static let adfsErrors: [Int: (number: String, text: String)] = [
        50126: ("MSIS9659", "Invalid 'username' or 'password'."),
        50034: ("MSIS9659", "Invalid 'username' or 'password'."),
        50057: ("MSIS9659", "Invalid 'username' or 'password'."),
        700_016: (
            "MSIS9223",
            "Received invalid OAuth authorization request. The received 'client_id' is invalid as no registered client "
                + "was found with this client identifier."
        ),
        7_000_215: (
            "MSIS9622",
            "Client authentication failed. Please verify the credential provided for client authentication is valid."
        ),
        700_027: (
            "MSIS9622",
            "Client authentication failed. Please verify the credential provided for client authentication is valid."
        ),
        9_002_313: ("MSIS9615", "The refresh token received in 'refresh_token' parameter is invalid."),
        70000: ("MSIS9615", "The refresh token received in 'refresh_token' parameter is invalid."),
        54005: ("MSIS9612", "The authorization code received in 'code' parameter is invalid."),
        500_011: ("MSIS9602", "The received 'resource' parameter is invalid."),
    ]

    private static let b2cErrors: [Int: (number: String, text: String)] = [
        50126: ("AADB2C90225", "The username or password provided in the request are invalid."),
        50034: ("AADB2C90225", "The username or password provided in the request are invalid."),
        90047: ("AADB2C90047", "The policy does not exist in the tenant."),
        700_016: ("AADB2C90068", "The provided application with ID is not valid against this service."),
        7_000_215: ("AADB2C90081", "The specified client_secret does not match the expected value for this client."),
        70000: ("AADB2C90080", "The provided grant has expired. Please re-authenticate and try again."),
    ]
}
