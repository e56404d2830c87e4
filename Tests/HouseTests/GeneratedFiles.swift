import Foundation
import TestSupport
import Testing

/// A folder of the package whose files are all made by the program.
struct GeneratedFiles {
    let folder: String
    /// By name.
    let files: [String: String]

    /// Compares the folder with what it should hold.
    ///
    /// With `TOKENCTL_RECORD=1` the folder is rewritten instead, and the test fails once, to say so.
    func check() throws {
        let expected = files.keys.sorted()
        if ProcessInfo.processInfo.environment["TOKENCTL_RECORD"] == "1" {
            try record()
            Issue.record("\(folder)/ was rewritten: look at the difference, and run again without TOKENCTL_RECORD")
            return
        }
        let found = try SourceTree.files(under: folder, suffix: "").map { String($0.dropFirst(folder.count + 1)) }
        #expect(found == expected, "run the tests with TOKENCTL_RECORD=1 to rewrite \(folder)/")
        for name in expected where found.contains(name) {
            let isSame = try SourceTree.text("\(folder)/\(name)") == files[name]
            #expect(isSame, "\(folder)/\(name) is not what the program makes: run the tests with TOKENCTL_RECORD=1")
        }
    }

    private func record() throws {
        let url = SourceTree.root.appending(path: folder)
        if FileManager.default.fileExists(atPath: url.path) { try FileManager.default.removeItem(at: url) }
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        for (name, text) in files { try Data(text.utf8).write(to: url.appending(path: name)) }
    }
}
