import JOSE

/// Keys and tokens that several tests share; making an RSA key takes a while.
enum TestTokens {
    static let rsa = Result { try PrivateKey.generate(.rsa(bits: 2048)) }
    static let p256 = Result { try PrivateKey.generate(.p256) }
    static let claims = Base64URL.encode(#"{"sub":"1","aud":"app"}"#.utf8)

    /// A token with a header just as it is written, and a signature that is genuine for the algorithm.
    static func token(
        _ header: String, _ key: PrivateKey, _ algorithm: SignatureAlgorithm
    ) throws -> String {
        let input = "\(Base64URL.encode(header.utf8)).\(claims)"
        return try "\(input).\(Base64URL.encode(key.sign(Array(input.utf8), using: algorithm)))"
    }

    /// The key's public half as a set of one, with other members beside.
    static func set(_ key: PrivateKey, _ labels: JSONObject = [:]) throws -> JWKSet {
        try JWKSet(.object(labelled(key, labels)))
    }

    static func labelled(_ key: PrivateKey, _ labels: JSONObject) -> JSONObject {
        JSONObject(members: key.publicKey.jwk.members + labels.members)
    }

    /// A set of a key for each of the objects.
    static func set(_ keys: [JSONObject]) throws -> JWKSet {
        try JWKSet(.object(["keys": .array(keys.map { .object($0) })]))
    }

    static func secret(_ octets: [UInt8], _ labels: JSONObject = [:]) -> JSONObject {
        JSONObject(
            members: [.init("kty", .string("oct")), .init("k", .string(Base64URL.encode(octets)))] + labels.members)
    }
}
