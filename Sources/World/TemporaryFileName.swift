/// The name of a file that is being written, and then takes the name of another: `.NAME.tmp-PID-NUMBER`.
package enum TemporaryFileName {
    /// What stands behind the other file's name.
    package static let mark = ".tmp-"

    /// A new one; file systems take 255 bytes.
    package static func make(for name: String, by process: Int32) -> String {
        ".\(name.prefix(180))\(mark)\(process)-\(UInt32.random(in: .min ... .max))"
    }

    package static func isOne(_ name: String) -> Bool { name.hasPrefix(".") && name.contains(mark) }
}
