/// How a list is printed.
///
/// One type for all lists: every type that conforms to a protocol makes each look-up of the runtime longer, and a
/// cached token's parsing has many.
enum ListFormat: String, NamedValue {
    static let kind = "format"
    case table, json
}

/// How a report is printed: for people, or for programs.
enum ReportFormat: String, NamedValue {
    static let kind = "format"
    case text, json
}
