import JOSE

/// Random text without a meaning.
package enum Identifier {
    /// - Parameter bytes: of randomness; a third more characters come out.
    package static func opaque(bytes: Int) -> String {
        var random = SystemRandomNumberGenerator()
        return Base64URL.encode((0..<bytes).map { _ in UInt8.random(in: .min ... .max, using: &random) })
    }
}
