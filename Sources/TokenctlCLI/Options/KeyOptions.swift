import ArgumentParser
import JOSE
import OAuth
import World

/// Whose keys count when a token is verified.
struct KeyOptions: ParsableArguments {
    @Option(
        help: .init(
            "Where to read the key set (JWKS, or one JWK), instead of asking the issuer: a path, or a source.",
            valueName: "source"))
    var jwks: String?

    @Option(
        help: .init(
            "Where to read the one key: a public key or certificate in PEM or DER, or a JWK. A path, or a source.",
            valueName: "source"))
    var key: String?

    @Flag(help: "Take shared secrets (HS256, HS384, HS512) too; only with --key or --jwks.")
    var allowHmac = false

    @Option(help: .init("The app with a signing key of its own: Entra's, after claims mapping.", valueName: "id"))
    var appId: String?

    @Flag(help: "Judge the signature and the key alone; the payload may be anything.")
    var signatureOnly = false

    @Flag(help: "Ask the issuer for its keys, whatever is kept from earlier runs, and keep nothing.")
    var noCache = false
}

extension KeyOptions {
    /// The keys that were given; nil where the issuer has to be asked.
    ///
    /// - Throws: `usage`; `noInput`; `badData` for what is no key.
    func verifier(in world: World, interaction: Interaction) throws(Failure) -> SignatureVerifier? {
        guard jwks == nil || key == nil else {
            throw Failure(.usage, "--jwks does not go with --key", hint: "leave one out")
        }
        guard appId == nil || (jwks == nil && key == nil) else {
            throw Failure(.usage, "--app-id does not go with --jwks or --key", hint: "leave one out")
        }
        if let jwks {
            let bytes = try PublicSource(jwks, option: "--jwks").read("key set", in: world, interaction: interaction)
            return try Self.reading("the key set", hint: "a key in PEM goes with --key") { () throws(JOSEError) in
                SignatureVerifier(try JWKSet(parsing: bytes), allowsMAC: allowHmac)
            }
        }
        if let key {
            let bytes = try PublicSource(key, option: "--key").read("key", in: world, interaction: interaction)
            return try verifier(ofKey: bytes)
        }
        guard !allowHmac else {
            throw Failure(
                .usage, "--allow-hmac goes with --key or --jwks only", hint: "issuers publish no shared secrets")
        }
        return nil
    }

    /// What can be read as a public key is never taken for a secret: everybody has it.
    private func verifier(ofKey bytes: [UInt8]) throws(Failure) -> SignatureVerifier {
        if bytes.first(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }) == UInt8(ascii: "{") {
            return try Self.reading("the key", hint: nil) { () throws(JOSEError) in
                SignatureVerifier(try JWKSet(parsing: bytes), allowsMAC: allowHmac)
            }
        }
        let hint = allowHmac ? nil : "for a shared secret add --allow-hmac"
        return try Self.reading("the key", hint: hint) { () throws(JOSEError) in
            do throws(JOSEError) {
                return SignatureVerifier(try PublicKey.all(parsing: bytes))
            } catch {
                guard allowHmac, error.code == .malformedKey else { throw error }
                guard !PublicMaterial.isIn(bytes) else {
                    throw JOSEError(
                        .malformedKey, "this is a public key in a form that is not read here: it is no shared secret")
                }
                return SignatureVerifier(SharedSecret(octets: Self.withoutLineBreak(bytes)), allowsMAC: true)
            }
        }
    }

    private static func reading(
        _ what: String, hint: String?, _ read: () throws(JOSEError) -> SignatureVerifier
    ) throws(Failure) -> SignatureVerifier {
        do {
            return try read()
        } catch {
            var failure = Failure(error).within("cannot use \(what)")
            failure.hint = hint
            throw failure
        }
    }

    private static func withoutLineBreak(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.last == UInt8(ascii: "\n") else { return bytes }
        return bytes.dropLast(bytes.dropLast().last == UInt8(ascii: "\r") ? 2 : 1)
    }
}
