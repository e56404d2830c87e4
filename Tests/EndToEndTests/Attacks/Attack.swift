import Foundation
import Testing

/// A token that is not to be taken, or one that looks odd and is good.
struct Attack: Sendable, CustomTestStringConvertible {
    /// A key as it is given on the command line.
    struct Key: Sendable {
        /// With names of `forge_tokens.py`.
        let text: String
        let option: String
        var isBase64 = false
        var more: [String] = []

        static let pem = Key(text: "@PEM@", option: "--key")
        static let set = Key(text: Forgery.keySet, option: "--jwks")
        /// Each form of one RSA key, where shared secrets are forbidden, and where they are allowed.
        static let all = [pem, der, jwk].flatMap { [$0, $0.allowingMAC] } + sets
        static let sets = [set, set.allowingMAC]

        static func set(_ members: String) -> Key { Key(text: #"{"keys":[{\#(members)}]}"#, option: "--jwks") }

        private static let der = Key(text: "@DER@", option: "--key", isBase64: true)
        private static let jwk = Key(text: "@JWK@", option: "--key")

        private var allowingMAC: Key { Key(text: text, option: option, isBase64: isBase64, more: ["--allow-hmac"]) }
    }

    let testDescription: String
    let token: Forgery.Token
    let keys: [Key]
    let status: Int32
    /// What the message says.
    let words: String
    /// What becomes of the signed token.
    let change: @Sendable (String) -> String

    init(
        _ name: String, _ token: Forgery.Token, against keys: [Key] = [.set], status: Int32 = 30, _ words: String,
        change: @escaping @Sendable (String) -> String = { $0 }
    ) {
        testDescription = name
        self.token = token
        self.keys = keys
        self.status = status
        self.words = words
        self.change = change
    }

    /// A token that is good, however odd it looks.
    static func good(_ name: String, _ token: Forgery.Token, against keys: [Key] = [.set]) -> Attack {
        Attack(name, token, against: keys, status: 0, "")
    }
}
