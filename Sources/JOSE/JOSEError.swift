/// Why a key, a certificate, a signature or a token cannot be used.
package struct JOSEError: Error, Equatable, CustomStringConvertible {
    package enum Code: Sendable {
        /// libcrypto, one of its functions, or its legacy provider is not installed.
        case missingLibrary
        case malformedKey
        case malformedCertificate
        case passwordRequired
        case wrongPassword
        case noPrivateKey
        case noCertificate
        /// The private key belongs to none of the certificates.
        case keyMismatch
        /// A kind of key that no signature algorithm here can use.
        case unsupportedKey
        /// An algorithm that is unknown, refused, or does not go with the key.
        case unsupportedAlgorithm
        /// A key too short, or with a broken exponent or modulus.
        case weakKey
        case malformedToken
        /// What is encrypted was sealed with another key, under another name, or was changed.
        case notAuthentic
        /// OpenSSL failed where it should not.
        case internalFailure
    }

    package let code: Code

    /// One plain sentence for people: what is wrong and what to do, without the secret and without the file's name.
    package let message: String

    package init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    package var description: String { message }

    /// Equal when the codes are: the wording is for people only.
    package static func == (left: JOSEError, right: JOSEError) -> Bool { left.code == right.code }
}

extension JOSEError {
    static let malformedKey = JOSEError(.malformedKey, "the key is damaged: its DER cannot be read")
    static let noPrivateKey = JOSEError(.noPrivateKey, "it holds no private key: give the key's own file too")
    static let passwordRequired = JOSEError(.passwordRequired, "the private key is encrypted: give its password")
    static let wrongPassword = JOSEError(.wrongPassword, "the password does not open the private key")
    static let unsupportedKey = JOSEError(
        .unsupportedKey, "this kind of key is not supported: use RSA, P-256, P-384, P-521 or Ed25519")
}
