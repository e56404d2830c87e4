import Foundation
import TestSupport
import Testing

/// Tokens that no library would make: see `Tests/Interop/forge_tokens.py`.
struct Forgery: Decodable, Sendable {
    /// Who signs, and how.
    enum Signer: String, Encodable {
        case nobody, issuer, issuerPS256, attacker
        /// The exponent 3, and signatures for it that need no private key.
        case short, three, threeForged
        /// The exponent 1, for which everybody can sign.
        case one
        case curve, curveDER, curveZero, curveOrder
        /// HMAC, with something that everybody knows as the secret.
        case macPEM, macPEMWithoutBreak, macPEMWithCRLF, macDER, macModulus, macModulusText, macJWK, macNothing
    }

    /// What is to be signed.
    struct Token: Encodable, Sendable {
        let header: Data
        let payload: Data
        let signer: Signer

        init(_ header: String, _ payload: Data, by signer: Signer = .issuer) {
            self.header = Data(header.utf8)
            self.payload = payload
            self.signer = signer
        }

        init(_ header: String = Token.header(), _ payload: String = Token.claims(), by signer: Signer = .issuer) {
            self.init(header, Data(payload.utf8), by: signer)
        }

        /// All values are JSON, as they are to stand there.
        static func header(alg: String = #""RS256""#, kid: String = #""k1""#, _ more: String = "") -> String {
            #"{"alg":\#(alg),"kid":\#(kid)\#(more)}"#
        }

        /// The same of claims, which are good when nothing else is said.
        static func claims(
            iss: String = #""https://idp.example""#, aud: String = #""orders""#, exp: String = "4102444800",
            _ more: String = ""
        ) -> String { #"{"iss":\#(iss),"aud":\#(aud),"exp":\#(exp)\#(more)}"# }
    }

    private struct Case: Encodable {
        let values: [String: String]
        let tokens: [Token]
        let texts: [String]
    }

    let tokens: [String]
    let texts: [String]

    /// - Parameters:
    ///   - texts: in which the names of keys are to be filled in.
    ///   - values: further names.
    static func make(
        _ tokens: [Token], texts: [String] = [], values: [String: String] = [:]
    ) async throws -> Forgery {
        let run = try await PythonJudge.run(
            "forge_tokens.py", Case(values: values, tokens: tokens, texts: texts))
        try #require(run.status == 0, "\(run.stderr)")
        return try JSONDecoder().decode(Forgery.self, from: run.outputBytes)
    }

    /// One token, and the issuer's keys.
    static func make(_ token: Token, _ values: [String: String] = [:]) async throws -> (token: String, keySet: String) {
        let forgery = try await make([token], texts: [keySet], values: values)
        return (forgery.tokens[0], forgery.texts[0])
    }

    /// The issuer's keys: one of RSA, and one on P-256.
    static let keySet = """
        {"keys":[{"kty":"RSA","kid":"k1","n":"@RSA_N@","e":"AQAB"},\
        {"kty":"EC","crv":"P-256","kid":"k2","x":"@EC_X@","y":"@EC_Y@"}]}
        """
}
