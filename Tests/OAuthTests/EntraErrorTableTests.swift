import Testing
import World

@testable import OAuth

/// The tables of AADSTS numbers, OAuth error names and sub-errors.
struct EntraErrorTableTests {
    static let rows = EntraError.topics.flatMap(\.self)

    @Test func `there are at least 150 rows, each number once`() {
        #expect(Self.rows.count >= 150)
        #expect(Set(Self.rows.map(\.number)).count == Self.rows.count)
        #expect(EntraError.known.count == Self.rows.count)
    }

    static let sentences: [String] =
        (rows + EntraError.ofB2C).flatMap { [$0.meaning, $0.hint] } + ErrorName.all.flatMap { [$0.meaning, $0.hint] }
        + Suberror.allCases.map(\.meaning) + Fault.allCases.map(\.words)

    @Test func `every sentence is a short line without a final stop`() {
        for sentence in Self.sentences {
            #expect(!sentence.isEmpty && sentence.count <= 160, "\(sentence)")
            #expect(sentence.allSatisfy { !$0.isNewline } && sentence.last != "." && sentence.first != " ")
        }
    }

    @Test func `what to do says more than what it means`() {
        for row in Self.rows { #expect(row.meaning != row.hint, "\(row.number)") }
        for row in ErrorName.all { #expect(row.meaning != row.hint, "\(row.name)") }
    }

    /// From the documents that this program is specified from.
    static let wanted = [
        16000, 50001, 500011, 50011, 50013, 500131, 500133, 50020, 50034, 50053, 50055, 50144, 50056, 50057, 50058,
        50059, 90019, 50128, 50072, 50074, 50076, 50078, 50079, 50089, 70019, 50097, 50155, 50105, 50126, 50131, 50132,
        50133, 50173, 50140, 50199, 50146, 50147, 501481, 50158, 50194, 50196, 53000, 53001, 53002, 53003, 53004,
        530003, 530032, 530035, 54005, 65001, 65004, 65002, 65005, 650052, 650056, 650057, 70000, 70001, 700011,
        700016, 70002, 70003, 7_000_114, 70008, 700082, 700084, 70011, 700022, 1_002_012, 70016, 70018, 70021, 700211,
        700212, 700213, 7_002_137, 7_002_138, 70043, 700024, 700025, 700027, 700030, 700054, 7_000_112, 7_000_215,
        7_000_222, 7_000_218, 90002, 90010, 9_001_023, 90014, 900144, 500207, 90023, 9_002_313, 90006, 90024, 90033,
        90090, 50033, 50087, 90038, 900382, 900432, 90055, 90072, 90094, 90095, 90119, 90120, 100007, 135011, 80001,
        80002, 80005, 80007, 80010, 80012, 80013, 80014, 81004, 81005, 81006, 81007, 81009, 81010, 81011, 81012, 240002,
        901002, 50027, 7_000_216,
    ]

    @Test(arguments: wanted)
    func `a number that the documents name is there`(number: Int) {
        #expect(EntraError.known[number]?.number == number)
    }

    static let codes: [(code: Failure.Code, numbers: [Int])] = [
        (.denied, [53000, 53001, 53002, 53003, 53004, 530003, 530032, 530035, 50097, 50105, 50131, 65004, 7_000_112]),
        (
            .interactionRequired,
            [50072, 50074, 50076, 50078, 50079, 50158, 65001, 70000, 70008, 700082, 700084, 70043, 50173, 90094]
        ),
        (
            .badCredentials,
            [
                7_000_215, 7_000_222, 7_000_218, 700027, 700024, 50126, 50034, 50053, 50055, 50057, 70021, 700211,
                700212, 700213, 7_002_137, 7_002_138,
            ]
        ),
        (.badData, [50013, 500131, 240002, 50027]), (.expired, [500133, 70019, 50089]),
        (.tryAgain, [90006, 90024, 90033, 90090, 50033, 50087, 90055, 50196]),
    ]

    @Test(arguments: codes)
    func `a number is the failure that it has always been`(code: Failure.Code, numbers: [Int]) {
        for number in numbers { #expect(EntraError.known[number]?.code == code, "\(number)") }
    }

    @Test func `only transient trouble is worth another try`() {
        let transient: Set = [90006, 90024, 90033, 90090, 50033, 50087, 40010, 70012, 90012, 90091]
        #expect(Set(Self.rows.filter(\.isWorthRetrying).map(\.number)) == transient)
        for row in Self.rows where row.isWorthRetrying { #expect(row.code == .tryAgain) }
    }

    @Test func `each error name stands once`() {
        #expect(ErrorName.known.count == ErrorName.all.count)
        #expect(ErrorName.known["invalid_grant"]?.code == .refused)
        #expect(ErrorName.known["temporarily_unavailable"]?.code == .tryAgain)
        #expect(ErrorName.known["parsing_ws_metadata_exchange_failed"]?.code == .protocolError)
        #expect(ErrorName.known["federated_service_returned_error"]?.code == .refused)
    }
}
