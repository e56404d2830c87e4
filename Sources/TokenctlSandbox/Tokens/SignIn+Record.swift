package import JOSE

/// What a person's access token says to the provider itself about the sign-in that it came of: the claim `aio`, which
/// means nothing to anybody else.
extension SignIn {
    package var record: String {
        let record: JSONObject = [
            "amr": .strings(methods), "auth_time": .integer(time), "revocations": .integer(revocations),
        ]
        return Base64URL.encode(JSON.object(record).compact.utf8)
    }

    /// The sign-in that an access token came of; nil when the token is no such one.
    package init?(of claims: JSONObject, by user: User, in tenant: Tenant) {
        guard let bytes = Base64URL.decode(claims["aio"]?.stringValue ?? ""), let record = try? JSON(parsing: bytes),
            let methods = record["amr"]?.arrayValue, let time = record["auth_time"]?.intValue,
            let revocations = record["revocations"]?.intValue, let session = claims["sid"]?.stringValue
        else { return nil }
        self.init(
            user: user, tenant: tenant, methods: methods.compactMap(\.stringValue), time: time,
            revocations: revocations, sessionID: session)
    }
}
