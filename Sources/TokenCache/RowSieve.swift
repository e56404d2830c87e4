/// Takes rows that cannot be meant out of a cache file's text, before it is parsed.
///
/// Finding one token among a hundred costs little more than finding the only one. It goes by the bytes and is careful:
/// a row stays unless the word is surely not in it, and a text that is not understood stays as it is.
struct RowSieve {
    private let section: [UInt8]
    private let members: [[UInt8]]
    private let word: [UInt8]

    /// A file below this size, in bytes, is parsed as it is.
    private static let smallest = 8192

    /// - Parameters:
    ///   - section: whose rows are looked at.
    ///   - members: of a row, that may have the word.
    ///   - word: what one of them has somewhere in it, whatever the letters' case.
    /// - Returns: nil for a word whose case cannot be told from its bytes.
    init?(section: String, members: [String], word: String) {
        guard !word.isEmpty, word.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        self.section = Array(section.utf8)
        self.members = members.map { Array($0.utf8) }
        self.word = word.utf8.map(Self.lowercased)
    }

    func sift(_ text: [UInt8]) -> [UInt8] {
        guard text.count >= Self.smallest else { return text }
        var scan = JSONScan(text)
        var sifted: [UInt8] = []
        var copied = 0
        let isUnderstood = scan.members { name, scan in
            guard text[name].elementsEqual(section) else { return scan.skipValue() != nil }
            var kept: [Range<Int>] = []
            let start = scan.position + 1
            let areRows = scan.members { name, scan in
                guard let isWanted = isWanted(&scan) else { return false }
                if isWanted { kept.append((name.lowerBound - 1)..<scan.position) }
                return true
            }
            guard areRows else { return false }
            sifted += text[copied..<start]
            for (number, row) in kept.enumerated() {
                if number > 0 { sifted.append(UInt8(ascii: ",")) }
                sifted += text[row]
            }
            copied = scan.position - 1
            return true
        }
        return isUnderstood ? sifted + text[copied...] : text
    }

    /// Whether the row that begins here may be meant; nil for what is no row.
    private func isWanted(_ scan: inout JSONScan) -> Bool? {
        var isWanted = false
        let isRow = scan.members { name, scan in
            let isNamed = members.contains { scan.text[name].elementsEqual($0) }
            let isPlainName = !scan.text[name].contains(UInt8(ascii: "\\"))
            guard let value = scan.skipValue() else { return false }
            if !isPlainName || (isNamed && mayHaveWord(scan.text[value])) { isWanted = true }
            return true
        }
        return isRow ? isWanted : nil
    }

    private func mayHaveWord(_ value: ArraySlice<UInt8>) -> Bool {
        if value.contains(where: { $0 == UInt8(ascii: "\\") || $0 >= 0x80 }) { return true }
        guard value.count >= word.count else { return false }
        return (value.startIndex...(value.endIndex - word.count)).contains { start in
            word.indices.allSatisfy { Self.lowercased(value[start + $0]) == word[$0] }
        }
    }

    private static func lowercased(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }
}
