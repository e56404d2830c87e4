import JOSE
import OAuth
import World

/// Whether what `explain` was given is a token, by its looks.
enum TokenGuess {
    /// One word of three parts (five for an encrypted one), the first a JSON object; or what has one in it.
    ///
    /// An error that somebody sent is none, whatever else is in it.
    static func isToken(_ bytes: [UInt8]) -> Bool {
        if let object = try? JSON(parsing: bytes).objectValue,
            ["error", "error_codes", "errorCode", "errorCodes", "error_code"].contains(where: { object[$0] != nil })
        {
            return false
        }
        guard let candidates = try? TokenInput(bytes).candidates, candidates.count == 1 else { return false }
        return isToken(candidates[0].text)
    }

    private static func isToken(_ text: String) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard [3, 5].contains(parts.count), let header = Base64URL.decode(parts[0]) else { return false }
        return (try? JSON(parsing: header))?.objectValue != nil
    }
}
