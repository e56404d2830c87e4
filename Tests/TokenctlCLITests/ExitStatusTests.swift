import Testing
import World

@testable import TokenctlCLI

struct ExitStatusTests {
    static let table: [(code: Failure.Code, number: Int32)] = [
        (.interactionRequired, 20), (.denied, 21), (.badCredentials, 22), (.expired, 23), (.notVerified, 30),
        (.notVerifiable, 31), (.usage, 64), (.badData, 65), (.noInput, 66), (.unavailable, 69), (.internalError, 70),
        (.io, 74), (.tryAgain, 75), (.protocolError, 76), (.refused, 77), (.config, 78),
    ]

    @Test func `every code of failure has the status that the manual names`() {
        for (code, number) in Self.table { #expect(TokenctlCLI.ExitStatus(code).rawValue == number) }
        #expect(Set(Self.table.map(\.code)) == Set(Failure.Code.allCases))
    }

    @Test func `every status has a meaning of its own`() {
        #expect(Set(TokenctlCLI.ExitStatus.allCases.map(\.meaning)).count == TokenctlCLI.ExitStatus.allCases.count)
        #expect(TokenctlCLI.ExitStatus.ok.rawValue == 0)
        #expect(TokenctlCLI.ExitStatus.interrupted.rawValue == 130)
        #expect(TokenctlCLI.ExitStatus.terminated.rawValue == 143)
    }
}
