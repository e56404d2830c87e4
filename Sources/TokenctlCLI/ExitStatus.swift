package import World

/// The exit statuses of the program; sysexits(3) where those fit.
package enum ExitStatus: Int32, Sendable, CaseIterable {
    case ok = 0
    case interactionRequired = 20
    case denied = 21
    case badCredentials = 22
    case expired = 23
    case notVerified = 30
    case notVerifiable = 31
    case usage = 64
    case badData = 65
    case noInput = 66
    case unavailable = 69
    case internalError = 70
    case io = 74
    case tryAgain = 75
    case protocolError = 76
    case refused = 77
    case config = 78
    case interrupted = 130
    case terminated = 143

    /// The one place where a failure becomes a status.
    package init(_ code: Failure.Code) {
        self =
            switch code {
            case .interactionRequired: .interactionRequired
            case .denied: .denied
            case .badCredentials: .badCredentials
            case .expired: .expired
            case .notVerified: .notVerified
            case .notVerifiable: .notVerifiable
            case .usage: .usage
            case .badData: .badData
            case .noInput: .noInput
            case .unavailable: .unavailable
            case .internalError: .internalError
            case .io: .io
            case .tryAgain: .tryAgain
            case .protocolError: .protocolError
            case .refused: .refused
            case .config: .config
            }
    }

    /// For the manual.
    package var meaning: String {
        switch self {
        case .ok: "The result is on standard output."
        case .interactionRequired: "A person must sign in, consent or pass MFA."
        case .denied: "The person or a policy said no."
        case .badCredentials: "The credentials are wrong, expired or missing."
        case .expired: "A code, a sign-in window or an assertion ran out."
        case .notVerified: "The token is not good."
        case .notVerifiable: "The token cannot be judged."
        case .usage: "The command line is wrong."
        case .badData: "The input is malformed: a token, assertion, certificate or claims."
        case .noInput: "A named file, variable or descriptor cannot be read."
        case .unavailable: "The server cannot be reached: name, connection, TLS, proxy, or an error of its own."
        case .internalError: "A defect of this program."
        case .io: "The output, or a file that was asked for, cannot be written."
        case .tryAgain: "The server is busy or took too long; the error says how long to wait."
        case .protocolError: "The server's answer makes no sense."
        case .refused: "The server refused for another reason."
        case .config: "A profile or the configuration file is wrong."
        case .interrupted: "Stopped by SIGINT."
        case .terminated: "Stopped by SIGTERM."
        }
    }
}
