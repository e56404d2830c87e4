/// Text to look for things in, whatever the case of its letters.
struct Prose {
    private let bytes: [UInt8]
    private let folded: [UInt8]

    init(_ text: String) {
        bytes = Array(text.utf8)
        folded = bytes.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
    }

    /// The words of small letters and underscores, as OAuth's error names are; quotes and escapes end a word.
    var names: [String] {
        folded.split { $0 != UInt8(ascii: "_") && !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
            .map { String(decoding: $0, as: UTF8.self) }
    }

    /// The numbers that stand right behind each of the labels.
    func numbers(after label: String) -> [Int] {
        values(after: label) { ("0"..."9").contains($0) }.compactMap { Int($0) }
    }

    /// What stands behind the first of the labels that is there, for as long as its characters are of a kind.
    ///
    /// - Parameter labels: in small letters.
    func value(after labels: [String], while isPart: (UnicodeScalar) -> Bool) -> String? {
        for label in labels {
            if let value = values(after: label, limit: 1, while: isPart).first, !value.isEmpty { return value }
        }
        return nil
    }

    private func values(
        after label: String, limit: Int = .max, while isPart: (UnicodeScalar) -> Bool
    ) -> [String] {
        let label = Array(label.utf8)
        var values: [String] = []
        var rest = folded[...]
        while values.count < limit, let start = rest.firstIndex(where: { $0 == label.first }) {
            rest = folded[start...]
            guard rest.starts(with: label) else {
                rest.removeFirst()
                continue
            }
            rest.removeFirst(label.count)
            let text = String(decoding: bytes[rest.startIndex...].prefix(Self.longestValue), as: UTF8.self)
            values.append(String(String.UnicodeScalarView(text.unicodeScalars.prefix(while: isPart))))
        }
        return values
    }

    private static let longestValue = 1024
}
