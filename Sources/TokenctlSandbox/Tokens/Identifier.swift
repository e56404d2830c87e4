import FoundationEssentials
import JOSE

/// Random text without a meaning.
package enum Identifier {
    /// A GUID, lower-case.
    package static func guid() -> String { UUID().uuidString.lowercased() }

    /// - Parameter bytes: of randomness; a third more characters come out.
    package static func opaque(bytes: Int) -> String {
        var random = SystemRandomNumberGenerator()
        return Base64URL.encode((0..<bytes).map { _ in UInt8.random(in: .min ... .max, using: &random) })
    }
}
