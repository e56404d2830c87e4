package import JOSE

/// A wrong answer, to be given in place of right ones.
package struct Fault: Sendable {
    /// What goes wrong.
    package enum Kind: Sendable, Equatable {
        /// An HTTP status from 400 to 599, with an error as Entra words it.
        case status(Int)
        case known(Name)

        /// - Parameter text: a number, or a name.
        package init?(_ text: String) {
            if let name = Name(rawValue: text) {
                self = .known(name)
            } else if let status = Int(text), (400...599).contains(status) {
                self = .status(status)
            } else {
                return nil
            }
        }

        package var text: String {
            switch self {
            case .status(let status): String(status)
            case .known(let name): name.rawValue
            }
        }
    }

    package enum Name: String, Sendable, CaseIterable {
        /// HTTP status 400 and an error that says to try again.
        case transient
        /// The right answer, with the connection closed in the middle of its body.
        case truncated
        /// The right answer, late.
        case slow
        /// The page of a captive portal.
        case html
        case empty
        /// An error with HTTP status 200.
        case errorAs200 = "error-200"
        case noToken = "no-token"
        /// HTTP status 200, and no JSON.
        case garbage
        /// No answer for a minute.
        case silent
        /// The right answer of a federation server, with what is wrong in it; elsewhere an error.
        case twoAssertions = "two-assertions"
        case wrongNamespace = "wrong-namespace"
        case encryptedAssertion = "encrypted-assertion"
        case doctype
        /// A fault as SOAP 1.1 words it.
        case soap11Fault = "soap-1.1-fault"

        /// Those that only a federation server's answers can have.
        package static let soap: Set = [
            twoAssertions, wrongNamespace, encryptedAssertion, doctype, soap11Fault,
        ]
    }

    /// Where.
    package enum Place: String, Sendable, CaseIterable {
        case token, devicecode, discovery, me, realm, mex, wstrust, all
    }

    package let kind: Kind
    package var place = Place.token
    /// How many more times.
    package var count = 1
    /// The `Retry-After` header, seconds or a date (RFC 9110 section 10.2.3).
    package var retryAfter: String?
    /// How late a `slow` answer is, in milliseconds.
    package var delay = 5000

    /// How long nothing is said, in milliseconds.
    package var silence: Int {
        switch kind {
        case .known(.slow): delay
        case .known(.silent): 60_000
        default: 0
        }
    }

    package var json: JSON {
        .object([
            "answer": .string(kind.text), "count": .integer(count), "endpoint": .string(place.rawValue),
            "retry_after": .optional(retryAfter), "delay": .integer(delay),
        ])
    }
}
