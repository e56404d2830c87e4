import OAuth
import World

extension SOAPFault {
    /// What the fault stands for.
    ///
    /// - Parameters:
    ///   - status: what HTTP says.
    ///   - isKerberos: whether a ticket was shown, and no password.
    ///   - concealing: what must not be repeated of the server's words.
    func failure(status: Int, isKerberos: Bool, concealing secrets: [Secret]) -> Failure {
        let words = QuotedText(reason ?? "", concealing: secrets).text
        let name = QuotedText(name ?? "", concealing: secrets).text
        var answer = ErrorAnswer()
        answer.error = name
        answer.description = words
        // Entra's own servers say it by an AADSTS number.
        var ofEntra = Failure(answer: answer, to: "get an assertion from the federation server")
        if let number = ofEntra.answer?.number, EntraError.known[number] != nil {
            ofEntra.isRetryable = ofEntra.code == .tryAgain
            return ofEntra
        }
        let said = [words.map { "'\($0)'" }, name.map { "(\($0))" }].compactMap(\.self).joined(separator: " ")
        let verdict = verdict(status: status, isKerberos: isKerberos)
        return Failure(
            verdict.code, verdict.message + (said.isEmpty ? "" : ": the federation server says \(said)"),
            hint: verdict.hint, answer: answer, isRetryable: verdict.code == .tryAgain)
    }

    /// By the codes of WS-Trust 1.3 section 11, WS-Security 1.1 section 12, WCF and WSS4J, and by AD FS's number.
    private func verdict(status: Int, isKerberos: Bool) -> (code: Failure.Code, message: String, hint: String) {
        var knownCodes = codes.reversed().filter(Self.known.contains)
        if reason?.contains("ID3242") ?? false || (status == 401 && knownCodes.isEmpty) {
            knownCodes = ["FailedAuthentication"]
        }
        switch knownCodes.first ?? codes.first {
        case "FailedAuthentication", "InvalidSecurityToken", "AuthenticationBadElements", "SecurityTokenUnavailable",
            "InvalidSecurity", "FailedCheck", "SecurityError":
            let isClockToo = ["InvalidSecurity", "FailedCheck", "SecurityError"].contains(knownCodes.first)
            return Self.badCredentials(isKerberos: isKerberos, isClockToo: isClockToo)
        case "MessageExpired", "ExpiredData", "InvalidTimeRange":
            return (
                .refused, "the federation server finds the request out of date", "check this machine's clock"
            )
        case "InvalidScope":
            return (
                .refused, "the federation server gives no assertions for Entra",
                "ask the tenant's administrator whether the federation is set up"
            )
        case "ServerTooBusy", "EndpointUnavailable", "Receiver", "Server":
            return (.tryAgain, "the federation server is in trouble", "try again in a moment")
        default:
            return (
                .refused, "the federation server refused the request (federated_service_returned_error)",
                "ask the federation server's administrator: its log has more"
            )
        }
    }

    /// The codes that mean something, whatever more special ones say.
    private static let known = [
        "FailedAuthentication", "InvalidSecurityToken", "AuthenticationBadElements", "SecurityTokenUnavailable",
        "InvalidSecurity", "FailedCheck", "SecurityError", "MessageExpired", "ExpiredData", "InvalidTimeRange",
        "InvalidScope", "ServerTooBusy", "EndpointUnavailable", "RequestFailed", "InvalidRequest", "BadRequest",
    ]

    private static func badCredentials(
        isKerberos: Bool, isClockToo: Bool
    ) -> (code: Failure.Code, message: String, hint: String) {
        if isKerberos {
            return (
                .badCredentials, "the federation server did not accept the Kerberos ticket",
                "get a new ticket with kinit, or check the keytab, and check this machine's clock"
            )
        }
        let cause = "the user does not exist or the password is wrong"
        return (
            .badCredentials,
            "\(cause)\(isClockToo ? ", or the clocks differ" : "") (parsing_wstrust_response_failed)",
            isClockToo
                ? "check the user name, the password and this machine's clock"
                : "check the user name and the password; wrong ones may lock the account"
        )
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
