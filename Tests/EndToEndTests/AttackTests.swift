import Foundation
import TestSupport
import Testing

/// Tokens of people who mean harm.
@Suite(.requires(PythonJudge.requirement))
struct AttackTests {
    private let tokenctl: Tokenctl
    private let folder: TemporaryFolder

    init() throws {
        tokenctl = try Tokenctl()
        folder = try TemporaryFolder()
    }

    private static let keyTexts = Array(Set(AttackTable.all.flatMap(\.keys).map(\.text)))

    /// All that the table needs, made once.
    private static let forgery = Task {
        let forgery = try await Forgery.make(AttackTable.all.map(\.token), texts: keyTexts)
        return (
            tokens: Dictionary(uniqueKeysWithValues: zip(AttackTable.all.map(\.testDescription), forgery.tokens)),
            keys: Dictionary(uniqueKeysWithValues: zip(keyTexts, forgery.texts))
        )
    }

    @Test func `no two attacks have one name`() {
        #expect(AttackTable.bad.count > 150)
        #expect(Set(AttackTable.all.map(\.testDescription)).count == AttackTable.all.count)
    }

    @Test(arguments: AttackTable.all)
    func `a token is taken, or refused with the reason and nothing on stdout`(attack: Attack) async throws {
        let forgery = try await Self.forgery.value
        let token = attack.change(try #require(forgery.tokens[attack.testDescription]))
        for key in attack.keys {
            let text = try #require(forgery.keys[key.text])
            let bytes = key.isBase64 ? try #require(Data(base64Encoded: text)) : Data(text.utf8)
            let file = try folder.write(bytes, to: "key").path(percentEncoded: false)
            let run = try await tokenctl.run(
                ["verify", key.option, file, "--issuer", "https://idp.example", "--audience", "orders"] + key.more,
                input: token + "\n")
            let place = "\(key.option) \(key.more) \(text.prefix(60)): \(run.stderr.prefix(500))"
            #expect(run.status == attack.status, "\(place)")
            #expect(run.stdout.isEmpty, "\(place)")
            #expect(attack.status == 0 ? run.stderr.isEmpty : run.stderr.contains(attack.words), "\(place)")
        }
    }
}
