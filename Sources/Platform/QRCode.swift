import Glibc
import Native
import World

/// A QR code of lowest error correction: a screen is clean, and a small code fits on more of them.
struct QRCode {
    /// The rows from top to bottom; true is dark.
    let modules: [[Bool]]

    /// - Throws: `unavailable`, naming the package to install; `badData` when the text is too long for a code.
    init(of text: String) throws(Failure) {
        guard !text.isEmpty, !text.utf8.contains(0) else {
            throw Failure(.badData, "there is no text to make a QR code of")
        }
        var problem: UnsafePointer<CChar>?
        guard let library = unsafe native_qrencode(&problem) else {
            let reason = unsafe problem.map { unsafe String(cString: $0) } ?? "cannot load libqrencode"
            throw Failure(
                .unavailable, reason, hint: "sudo apt-get install libqrencode4, or your system's package of libqrencode"
            )
        }
        guard let code = unsafe library.pointee.QRcode_encodeString(text, 0, QR_ECLEVEL_L, QR_MODE_8, 1) else {
            throw Failure(.badData, "cannot make a QR code of \(text.utf8.count) bytes: \(Posix.lastError)")
        }
        defer { unsafe library.pointee.QRcode_free(code) }
        let width = unsafe Int(code.pointee.width)
        let bytes = unsafe UnsafeBufferPointer(start: code.pointee.data, count: width * width)
        modules = (0..<width).map { row in (0..<width).map { unsafe bytes[row * width + $0] & 1 == 1 } }
    }

    /// The code as text, two rows of modules in each line, with the quiet zone around it.
    ///
    /// - Parameter isPlain: without colours: what is light is drawn and what is dark is left out, so that only a dark
    ///   background shows the code as it is.
    func halfBlocks(isPlain: Bool) -> [String] {
        let rows = -Self.quietZone..<modules.count + Self.quietZone
        return stride(from: rows.lowerBound, to: rows.upperBound, by: 2).map { row in
            let line = rows.map { column in
                Self.character(
                    upper: isDark(row, column) != isPlain, lower: isDark(row + 1, column) != isPlain)
            }
            return isPlain ? String(line) : "\(Self.blackOnWhite)\(String(line))\(Self.asBefore)"
        }
    }

    /// The least that readers cope with; the standard asks for 4 (ISO/IEC 18004 section 5.3.8).
    private static let quietZone = 2

    /// Black on white, on bright white where the terminal knows it (ECMA-48 SGR).
    private static let blackOnWhite = "\u{1B}[30;47;107m"
    private static let asBefore = "\u{1B}[0m"

    /// Whatever is outside of the code is light.
    private func isDark(_ row: Int, _ column: Int) -> Bool {
        modules.indices.contains(row) && modules.indices.contains(column) && modules[row][column]
    }

    private static func character(upper: Bool, lower: Bool) -> Character {
        switch (upper, lower) {
        case (true, true): "█"
        case (true, false): "▀"
        case (false, true): "▄"
        case (false, false): " "
        }
    }
}

/// Draws QR codes with libqrencode.
struct HalfBlockQRCodes: QRCodes {
    func lines(for text: String, isPlain: Bool) throws(Failure) -> [String] {
        try QRCode(of: text).halfBlocks(isPlain: isPlain)
    }
}
