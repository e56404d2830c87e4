package import JOSE
package import World

extension Failure {
    /// What a key, certificate or token that could not be used means for the process.
    package init(_ error: JOSEError) {
        let code: Code =
            switch error.code {
            case .missingLibrary: .unavailable
            case .internalFailure: .internalError
            default: .badData
            }
        self.init(code, error.message)
    }
}
