/// The names of rows, as msal-python makes them: the parts with dashes between them, in lower case.
enum CacheKey {
    static func of(_ parts: String...) -> String { parts.joined(separator: "-").lowercased() }
}
