import JOSE

/// Tokens as text.
enum TokenText {
    static func unsigned(_ claims: String, header: String = #"{"alg":"none"}"#) -> String {
        [header, claims].map { Base64URL.encode(Array($0.utf8)) }.joined(separator: ".") + "."
    }

    static func signed(
        _ claims: JSONObject, by key: PrivateKey, header: JSONObject = JSONObject(), using algorithm: SignatureAlgorithm
    ) throws -> String {
        try CompactJWS.sign(
            header: header, payload: Array(JSON.object(claims).compact.utf8), with: key, using: algorithm)
    }
}
