import Foundation
import TestSupport
import Testing

/// What tokenctl makes of whatever a token endpoint may answer.
///
/// One table after another, as the time that things take is looked at.
@Suite(.requires(ScriptedAnswers.requirement), .serialized)
struct OddAnswerTests {
    private func ask(
        _ authority: String, _ row: OddAnswer, with tokenctl: Tokenctl, _ options: String...
    ) async throws -> ProcessRun {
        let start = ContinuousClock.now
        let run = try await tokenctl.clientCredentials(
            [
                "--authority", authority, "--client-id", "app", "--scope", "api/.default", "--client-secret", "stdin",
                "--timeout", String(row.timeout),
            ] + options, input: OddAnswer.secret)
        // A second for the program, and five for a busy machine.
        let time = ContinuousClock.now - start
        #expect(time < .seconds(row.timeout + 6), "\(row.name)", sourceLocation: row.location)
        return run
    }

    /// Asks at the rows of a table, some at once: more would slow each other down.
    private func forEach(
        in table: AnswerTable, _ check: @escaping @Sendable (OddAnswer, Int, ScriptedAnswers) async throws -> Void
    ) async throws {
        let server = try await ScriptedAnswers(table.rows.map(\.answers))
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (index, row) in table.rows.enumerated() {
                if index >= 8 { try await group.next() }
                group.addTask { try await check(row, index, server) }
            }
            try await group.waitForAll()
        }
    }

    @Test(arguments: [AnswerTable.statuses, .framing, .json, .tokens, .errors, .retries])
    func `a hostile answer has its status and a message, and leaves nothing behind`(table: AnswerTable) async throws {
        try await forEach(in: table) { row, index, server in
            let tokenctl = try Tokenctl()
            let run = try await ask(server.address(index), row, with: tokenctl)
            expectFailure(run, row)
            #expect(try row.requests.contains(server.requestCount(index)), "\(row.name)", sourceLocation: row.location)
            let files = try tokenctl.files()
            #expect(files.keys.filter { $0.hasSuffix(".json") } == [], "\(row.name)", sourceLocation: row.location)
            #expect(
                !files.values.contains { $0.contains(OddAnswer.token) }, "\(row.name)", sourceLocation: row.location)
        }
    }

    private func expectFailure(_ run: ProcessRun, _ row: OddAnswer) {
        let told: Comment = "\(row.name): \(run.stderr.prefix(2000))"
        #expect(run.status == row.status, told, sourceLocation: row.location)
        #expect(run.stdout.isEmpty, told, sourceLocation: row.location)
        #expect(run.stderr.hasPrefix("tokenctl: "), told, sourceLocation: row.location)
        for word in row.words { #expect(run.stderr.contains(word), told, sourceLocation: row.location) }
        for word in [row.taboo, OddAnswer.token].compactMap(\.self) {
            #expect(!run.stderr.contains(word), told, sourceLocation: row.location)
        }
        #expect(run.stderr.utf8.count < 4000, told, sourceLocation: row.location)
        expectSecrecy(run, row)
    }

    /// Nothing of the request's secret, and nothing that would act on a terminal.
    private func expectSecrecy(_ run: ProcessRun, _ row: OddAnswer) {
        for shape in [OddAnswer.secret, OddAnswer.encodedSecret] {
            #expect(!run.stderr.contains(shape), "\(row.name)", sourceLocation: row.location)
        }
        let raw = run.stderr.unicodeScalars.filter {
            $0 != "\n"
                && [.control, .format, .lineSeparator, .paragraphSeparator].contains($0.properties.generalCategory)
        }
        #expect(raw.isEmpty, "\(row.name): \(run.stderr.debugDescription.prefix(2000))", sourceLocation: row.location)
    }

    private static let keys: Set = [
        "schema", "kind", "error", "suberror", "code", "description", "correlation_id", "trace_id", "timestamp",
        "claims", "hint", "retryable", "exit",
    ]

    @Test(arguments: [AnswerTable.statuses, .framing, .errors, .retries])
    func `a program reads of it in one object with all its keys`(table: AnswerTable) async throws {
        let quick = AnswerTable(table.kind, table.rows.filter { $0.requests == 1...1 })
        try await forEach(in: quick) { row, index, server in
            let run = try await ask(server.address(index), row, with: Tokenctl(), "--error-format", "json")
            #expect(run.status == row.status, "\(row.name)", sourceLocation: row.location)
            #expect(run.stdout.isEmpty, "\(row.name)", sourceLocation: row.location)
            let lines = run.stderr.split(separator: "\n")
            let last = try #require(lines.last, "\(row.name)", sourceLocation: row.location)
            let object = try? JSONSerialization.jsonObject(with: Data(last.utf8)) as? [String: Any]
            let report = try #require(object, "\(row.name): \(last.prefix(2000))", sourceLocation: row.location)
            #expect(Set(report.keys) == Self.keys, "\(row.name)", sourceLocation: row.location)
            #expect(report["schema"] as? Int == 1, "\(row.name)", sourceLocation: row.location)
            #expect(report["exit"] as? Int == Int(row.status), "\(row.name)", sourceLocation: row.location)
            expectSecrecy(run, row)
        }
    }

    @Test(arguments: [AnswerTable.accepted, .recoveries])
    func `an answer that is good enough is a token, and is cached`(table: AnswerTable) async throws {
        try await forEach(in: table) { row, index, server in
            let tokenctl = try Tokenctl()
            let run = try await ask(server.address(index), row, with: tokenctl)
            #expect(run.status == 0, "\(row.name): \(run.stderr)", sourceLocation: row.location)
            #expect(run.stdout == OddAnswer.token + "\n", "\(row.name)", sourceLocation: row.location)
            #expect(run.stderr.isEmpty, "\(row.name): \(run.stderr)", sourceLocation: row.location)
            #expect(try row.requests.contains(server.requestCount(index)), "\(row.name)", sourceLocation: row.location)
            let files = try tokenctl.cacheFiles()
            #expect(files.values.contains { $0.contains(OddAnswer.token) }, "\(row.name)", sourceLocation: row.location)
        }
    }
}
