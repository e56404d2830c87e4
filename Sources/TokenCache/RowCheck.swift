import JOSE
import OAuth

/// What is wrong with a row: what no library can use, and what stops msal-python, which reads all rows of a file
/// whomever it looks for (msal 1.39: `int(entry["expires_on"])`, an assertion about `credential_type`).
enum RowCheck {
    static func problems(of value: JSON, in section: CacheSection) -> [String] {
        guard let row = value.objectValue else { return ["it is no object"] }
        var problems: [String] = []
        if section.hasSecrets {
            let type = row["credential_type"]?.stringValue
            if type != section.rawValue {
                problems.append("its credential_type is \(type.map { "'\($0)'" } ?? "missing")")
            }
            if !(row["secret"]?.stringValue.map { TokenResponse.isToken($0) } ?? false) {
                problems.append("its secret is no token")
            }
        }
        let wanted = ["environment"] + (section.hasSecrets ? ["client_id"] : ["home_account_id", "authority_type"])
        problems += wanted.filter { row[$0]?.stringValue?.isEmpty != false }.map { "it has no \($0)" }
        problems += texts.filter { name in !(row[name].map(isText) ?? true) }.map { "its \($0) is no text" }
        if section == .accessToken, row["expires_on"] == nil { problems.append("it has no expires_on") }
        problems += times.compactMap { name in
            guard let value = row[name], !isTime(value) else { return nil }
            return "its \(name) is no time in seconds"
        }
        return problems
    }

    private static let texts = ["home_account_id", "realm", "target", "username", "token_type", "local_account_id"]
    private static let times = [
        "expires_on", "extended_expires_on", "refresh_on", "cached_at", "last_modification_time",
    ]

    private static func isText(_ value: JSON) -> Bool { value == .null || value.stringValue != nil }

    /// Python's `int` takes a number as it comes, and text only when it is a whole number.
    private static func isTime(_ value: JSON) -> Bool { CachedTime.seconds(value) != nil }
}
