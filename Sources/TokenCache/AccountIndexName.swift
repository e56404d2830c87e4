import OAuth
import World

/// The name of an index of accounts, taken apart: `accounts@PLACE@CLIENT.json`.
struct AccountIndexName {
    let index: Partition
    let provider: String
    let clientID: String
    /// The provider, as the names of all files of its users have it.
    let place: [String]

    /// nil for the name of any other file.
    init?(_ fileName: String) {
        let suffix = ".json"
        guard fileName.hasSuffix(suffix) else { return nil }
        let parts = fileName.dropLast(suffix.count).split(separator: "@").map(Self.unescape)
        guard parts.count >= 3, parts[0] == Partition.Kind.accounts else { return nil }
        index = Partition(fileName: fileName)
        place = Array(parts[1..<(parts.count - 1)])
        provider = place.joined(separator: "/")
        clientID = parts[parts.count - 1]
    }

    /// The file of one person's tokens.
    func file(of account: Account) -> Partition {
        Partition([Partition.Kind.user] + place + [clientID, account.homeAccountID])
    }

    static func unescape(_ part: Substring) -> String { FormEncoding.decode("x=\(part)").first?.value ?? "" }
}
