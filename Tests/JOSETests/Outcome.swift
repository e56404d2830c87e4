import JOSE

/// A verdict without the key.
enum Outcome: Sendable, Equatable {
    case signed
    case wrongSignature
    case unknownKey
    case refused(JOSEError.Code)
    /// It is no token at all.
    case malformed

    init(_ verdict: SignatureVerdict?) {
        self =
            switch verdict {
            case .signed: .signed
            case .wrongSignature: .wrongSignature
            case .unknownKey: .unknownKey
            case .refused(let error): .refused(error.code)
            case nil: .malformed
            }
    }
}
