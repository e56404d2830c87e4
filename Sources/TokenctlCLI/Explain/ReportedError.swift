import JOSE
import OAuth

/// What can be told of an error from how someone reports it: an answer in JSON, or any text that speaks of it.
///
/// Nothing else of that text is kept: it may hold secrets.
struct ReportedError {
    /// AADSTS numbers, in the order in which they stand, each once.
    let numbers: [Int]
    /// AADB2C numbers, likewise.
    let numbersOfB2C: [Int]
    let name: ErrorName?
    let suberror: Suberror?
    let correlationID: String?
    let timestamp: String?
    /// The claims challenge, byte for byte.
    let claims: String?
    /// What the provider says of the assertion that it did not accept.
    let presented: AssertionClaims?
    let window: AssertionWindow?

    init(_ text: String) {
        let objects = Self.objects(in: text)
        func members(_ names: String...) -> [String] {
            objects.flatMap { object in names.compactMap { object[$0]?.stringValue } }
        }
        func id(_ values: [String], of isPart: (UnicodeScalar) -> Bool) -> String? {
            values.first { !$0.isEmpty && $0.utf8.count <= 64 && $0.unicodeScalars.allSatisfy(isPart) }
        }

        let all = Prose(text)
        let said = members("error_description", "description", "errorMessage", "message")
        let description = said.isEmpty ? all : Prose(said.joined(separator: "\n"))
        numbers = Self.numbers(in: text, all, objects)
        numbersOfB2C = Self.unique(all.numbers(after: "aadb2c"))
        // Text may quote an answer that can no longer be parsed: there the word behind the key counts.
        let words = all.names
        let details = zip(words, words.dropFirst()).filter { ["suberror", "sub_error"].contains($0.0) }.map(\.1)
        let notErrors = Set(details)
        let errors = members("error", "error_code", "errorCode") + words.filter { !notErrors.contains($0) }
        name = errors.lazy.compactMap { ErrorName.known[$0] }.first
        suberror = (members("suberror", "sub_error", "subError") + details).lazy.compactMap(Suberror.init).first
        correlationID =
            id(members("correlation_id", "correlationId"), of: Self.isPartOfID)
            ?? description.value(after: ["correlation id: "], while: Self.isPartOfID)
        timestamp =
            id(members("timestamp"), of: Self.isPartOfTime)
            ?? description.value(after: ["timestamp: "], while: Self.isPartOfTime).map(Self.trimmed)
        claims = members("claims").first { (try? JSON(parsing: $0))?.objectValue != nil }
        presented = AssertionClaims(in: description)
        window = AssertionWindow(in: description)
    }

    /// The JSON object that the text is or has in it, and the one in that which management endpoints put the error in.
    private static func objects(in text: String) -> [JSONObject] {
        guard let start = text.utf8.firstIndex(of: UInt8(ascii: "{")),
            let end = text.utf8.lastIndex(of: UInt8(ascii: "}")), start < end,
            let object = try? JSON(parsing: Array(text.utf8[start...end])).objectValue
        else { return [] }
        return [object] + [object["error"]?.objectValue].compactMap(\.self)
    }

    private static func numbers(in text: String, _ prose: Prose, _ objects: [JSONObject]) -> [Int] {
        var numbers = prose.numbers(after: "aadsts")
        for object in objects {
            let listed = object["error_codes"] ?? object["errorCodes"]
            numbers += (listed?.arrayValue ?? []).compactMap(\.intValue)
            // Others put HTTP's status there; Entra's numbers have five digits or more.
            numbers += [object["code"]?.intValue].compactMap(\.self).filter { $0 >= 10_000 }
        }
        numbers += prose.numbers(after: "/error?code=")
        if numbers.isEmpty {
            let words = text.split { $0.isWhitespace || $0 == "," }
            let bare = words.compactMap { word in word.allSatisfy(\.isASCII) ? Int(word) : nil }.filter { $0 > 0 }
            if bare.count == words.count { numbers = bare }
        }
        return unique(numbers)
    }

    private static func unique(_ numbers: [Int]) -> [Int] {
        var seen: Set<Int> = []
        return numbers.filter { seen.insert($0).inserted }
    }

    private static func isPartOfID(_ scalar: UnicodeScalar) -> Bool {
        scalar == "-" || scalar.properties.isASCIIHexDigit
    }

    private static func isPartOfTime(_ scalar: UnicodeScalar) -> Bool {
        ("0"..."9").contains(scalar) || ["-", ":", ".", "+", "T", "Z", " "].contains(scalar)
    }

    private static func trimmed(_ text: String) -> String {
        text.split(separator: " ").joined(separator: " ")
    }
}
