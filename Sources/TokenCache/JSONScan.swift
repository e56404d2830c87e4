/// Finds its way through JSON text without making anything of it, or judging it: for what is parsed afterwards.
struct JSONScan {
    let text: [UInt8]
    private(set) var position = 0

    init(_ text: [UInt8]) { self.text = text }

    /// Goes through the object that begins here.
    ///
    /// - Parameter visit: gets the range of each member's name, between its quotes, and has to go on behind its value;
    ///   false ends it all.
    /// - Returns: false where there is no object, or it is cut off.
    mutating func members(_ visit: (Range<Int>, inout JSONScan) -> Bool) -> Bool {
        guard take(UInt8(ascii: "{")) else { return false }
        if take(UInt8(ascii: "}")) { return true }
        repeat {
            skipWhiteSpace()
            guard let name = skipString(), take(UInt8(ascii: ":")) else { return false }
            skipWhiteSpace()
            guard visit((name.lowerBound + 1)..<(name.upperBound - 1), &self) else { return false }
        } while take(UInt8(ascii: ","))
        return take(UInt8(ascii: "}"))
    }

    /// Goes behind any value, and gives its range; nil where there is none, or it is cut off.
    mutating func skipValue() -> Range<Int>? {
        let start = position
        var depth = 0
        while position < text.count {
            switch text[position] {
            case UInt8(ascii: "\""):
                guard skipString() != nil else { return nil }
                if depth == 0 { return start..<position }
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                position += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                // The end of what is around a number or a word.
                if depth == 0 { return position > start ? start..<position : nil }
                depth -= 1
                position += 1
                if depth == 0 { return start..<position }
            case UInt8(ascii: ",") where depth == 0:
                return position > start ? start..<position : nil
            default: position += 1
            }
        }
        return nil
    }

    /// The range of the string that begins here, with its quotes.
    private mutating func skipString() -> Range<Int>? {
        guard position < text.count, text[position] == UInt8(ascii: "\"") else { return nil }
        let start = position
        position += 1
        while position < text.count {
            switch text[position] {
            case UInt8(ascii: "\""):
                position += 1
                return start..<position
            case UInt8(ascii: "\\"): position += 2
            default: position += 1
            }
        }
        return nil
    }

    private mutating func skipWhiteSpace() {
        while position < text.count, [0x20, 0x0A, 0x0D, 0x09].contains(text[position]) { position += 1 }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        skipWhiteSpace()
        guard position < text.count, text[position] == byte else { return false }
        position += 1
        return true
    }
}
