import World

extension SOAPFault {
    /// What the fault stands for.
    ///
    /// - Parameters:
    ///   - isKerberos: whether a ticket was shown, and no password.
    ///   - concealing: what must not be repeated of the server's words.
    func failure(isKerberos: Bool, concealing secrets: [Secret]) -> Failure {
        let words = QuotedText(reason ?? "", concealing: secrets).text
        let name = QuotedText(name ?? "", concealing: secrets).text
        var answer = ErrorAnswer()
        answer.error = name
        answer.description = words
        let said = [words.map { "'\($0)'" }, name.map { "(\($0))" }].compactMap(\.self).joined(separator: " ")
        let quote = said.isEmpty ? "" : ": the federation server says \(said)"
        switch meaning {
        case .badCredentials where isKerberos:
            return Failure(
                .badCredentials, "the federation server did not accept the Kerberos ticket\(quote)",
                hint: "get a new ticket with kinit, and check this machine's clock", answer: answer)
        case .badCredentials:
            return Failure(
                .badCredentials,
                "the user does not exist or the password is wrong (parsing_wstrust_response_failed)\(quote)",
                hint: "check the user name and the password; before it is tried often: wrong ones may lock the account",
                answer: answer)
        case .badSecurity:
            return Failure(
                .badCredentials,
                "the federation server did not accept the login: the user does not exist, the password is wrong or the "
                    + "clocks differ (parsing_wstrust_response_failed)\(quote)",
                hint: "check the user name, the password and this machine's clock", answer: answer)
        case .outOfTime:
            return Failure(
                .refused, "the federation server finds the request out of date\(quote)",
                hint: "check this machine's clock", answer: answer)
        case .unknownAudience:
            return Failure(
                .refused, "the federation server gives no assertions for Entra\(quote)",
                hint: "ask the tenant's administrator whether the federation is set up", answer: answer)
        case .trouble:
            return Failure(
                .tryAgain, "the federation server is in trouble\(quote)", hint: "try again in a moment", answer: answer,
                isRetryable: true)
        case .refusal:
            return Failure(
                .refused, "the federation server refused the request (federated_service_returned_error)\(quote)",
                hint: "ask the federation server's administrator: its log has more", answer: answer)
        }
    }

    private enum Meaning {
        case badCredentials, badSecurity, outOfTime, unknownAudience, trouble, refusal
    }

    /// By the codes of WS-Trust 1.3 section 11, WS-Security 1.1 section 12 and WCF, and by AD FS's number.
    private var meaning: Meaning {
        if reason?.contains("ID3242") ?? false { return .badCredentials }
        for code in codes.reversed() {
            switch code {
            case "FailedAuthentication", "InvalidSecurityToken", "AuthenticationBadElements",
                "SecurityTokenUnavailable":
                return .badCredentials
            case "InvalidSecurity", "FailedCheck": return .badSecurity
            case "MessageExpired", "ExpiredData", "InvalidTimeRange": return .outOfTime
            case "InvalidScope": return .unknownAudience
            case "ServerTooBusy", "EndpointUnavailable": return .trouble
            case "RequestFailed", "InvalidRequest", "BadRequest": return .refusal
            default: continue
            }
        }
        return ["Receiver", "Server"].contains(codes.first) ? .trouble : .refusal
    }

    /// The most special code, where it looks like one.
    private var name: String? {
        codes.last { !$0.isEmpty && $0.utf8.count <= 64 && $0.utf8.allSatisfy(Self.isNameByte) }
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"): true
        default: false
        }
    }
}
