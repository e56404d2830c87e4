import JOSE
import Synchronization

/// The client assertions seen so far, for `--refuse-replayed-assertions` (RFC 7523 section 3, item 7).
package final class UsedAssertions: Sendable {
    private let identifiers = Mutex<Set<[String]>>([])

    package init() {}

    package func use(_ assertion: ClientAssertion, of app: App) throws(EntraError) {
        guard let identifier = assertion.claims["jti"]?.stringValue else { throw .missingAssertionClaim("jti") }
        guard identifiers.withLock({ $0.insert([app.id, identifier]).inserted }) else { throw .assertionReplayed }
    }
}
