import JOSE

/// Entra's `client_info`: who signed in, across tenants.
struct ClientInfo {
    let uid: String
    let utid: String

    /// - Parameter text: base64url of a JSON object.
    init?(_ text: String) {
        guard let bytes = Base64URL.decode(text.filter { $0 != "=" }), let object = try? JSON(parsing: bytes),
            let uid = object["uid"]?.stringValue, let utid = object["utid"]?.stringValue, !uid.isEmpty
        else { return nil }
        self.uid = uid
        self.utid = utid
    }

    var homeAccountID: String { "\(uid).\(utid)" }
}
