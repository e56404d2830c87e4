import JOSE
import OAuth

/// What can be told of an error from how someone reports it: an answer in JSON, or any text that speaks of it.
///
/// Nothing else of that text is kept: it may hold secrets.
struct ReportedError {
    /// AADSTS numbers, in the order in which they stand, each once.
    let numbers: [Int]
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
        let strings = objects.flatMap { object in
            ["error_description", "description", "errorMessage", "message"].compactMap { object[$0]?.stringValue }
        }
        let all = Prose(text)
        let description = strings.isEmpty ? all : Prose(strings.joined(separator: "\n"))
        func member(_ names: String..., suchThat isFine: (UnicodeScalar) -> Bool) -> String? {
            let values = names.flatMap { name in objects.compactMap { $0[name]?.stringValue } }
            return values.first { !$0.isEmpty && $0.utf8.count <= 64 && $0.unicodeScalars.allSatisfy(isFine) }
        }

        numbers = Self.numbers(in: text, all, objects)
        let names = all.names
        let afterSuberror = zip(names, names.dropFirst()).filter { ["suberror", "sub_error"].contains($0.0) }.map(\.1)
        let errors = objects.flatMap { object in ["error", "error_code", "errorCode"].map { object[$0]?.stringValue } }
        name =
            errors.lazy.compactMap { $0.flatMap { ErrorName.known[$0] } }.first
            ?? names.lazy.filter { !afterSuberror.contains($0) }.compactMap { ErrorName.known[$0] }.first
        suberror =
            (member("suberror", "sub_error", "subError") { _ in true }).flatMap(Suberror.init)
            ?? afterSuberror.lazy.compactMap(Suberror.init).first
        correlationID =
            member("correlation_id", "correlationId", suchThat: Self.isPartOfID)
            ?? description.value(after: ["correlation id: "], while: Self.isPartOfID)
        timestamp =
            member("timestamp", suchThat: Self.isPartOfTime)
            ?? description.value(after: ["timestamp: "], while: Self.isPartOfTime).map(Self.trimmed)
        claims = objects.lazy.compactMap { $0["claims"]?.stringValue }
            .first { (try? JSON(parsing: $0))?.objectValue != nil }
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
