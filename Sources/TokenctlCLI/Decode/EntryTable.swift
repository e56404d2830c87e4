/// Names, values and what they mean, in three columns; nothing is cut off.
struct EntryTable {
    /// One line of the table; all of it can be printed as it is.
    struct Entry {
        let name: String
        let value: String
        let meaning: String
    }

    private let nameWidth: Int
    private let valueWidth: Int
    private let width: Int?

    /// Columns as wide as the entries need, up to a limit: what is longer stands on a line of its own.
    init(fitting entries: [Entry], width: Int?) {
        func widest(_ texts: [String], limit: Int) -> Int { texts.map(\.count).filter { $0 <= limit }.max() ?? 0 }
        nameWidth = widest(entries.map(\.name), limit: Self.widestName)
        valueWidth = widest(entries.map(\.value), limit: Self.widestValue)
        self.width = width
    }

    func text(of entries: [Entry]) -> String {
        entries.map { entry in lines(of: entry).map { $0 + "\n" }.joined() }.joined()
    }

    private func lines(of entry: Entry) -> [String] {
        let margin = Self.spaces(2)
        let isNarrow = entry.name.count <= nameWidth
        let start = isNarrow ? margin + Self.padded(entry.name, nameWidth) + margin : Self.spaces(nameWidth + 4)
        let before = isNarrow ? [] : [margin + entry.name]
        let wrapped = meaningLines(entry.meaning)
        guard entry.value.count <= valueWidth, !isStacked, let first = wrapped.first else {
            let indent = isStacked ? 6 : meaningColumn
            return before + [start + entry.value] + wrapped.map { Self.spaces(indent) + $0 }
        }
        return before + [start + Self.padded(entry.value, valueWidth) + margin + first]
            + wrapped.dropFirst().map { Self.spaces(meaningColumn) + $0 }
    }

    private func meaningLines(_ meaning: String) -> [String] {
        guard !meaning.isEmpty else { return [] }
        guard let width else { return [meaning] }
        return TextWrap.lines(meaning, width: max(width - (isStacked ? 6 : meaningColumn), 20))
    }

    private var meaningColumn: Int { 2 + nameWidth + 2 + valueWidth + 2 }

    /// Whether the meaning has no room beside the value, and stands below it.
    private var isStacked: Bool { width.map { $0 - meaningColumn < Self.narrowestMeaning } ?? false }

    private static func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }

    private static func padded(_ text: String, _ width: Int) -> String { text + spaces(max(width - text.count, 0)) }

    private static let widestName = 24
    private static let widestValue = 40
    private static let narrowestMeaning = 30
}
