import Foundation
import TestSupport

/// XML as Python's own reader has it, and signatures as the library signxml makes and checks them.
enum PythonReader {
    /// What a program that failed wrote.
    struct Refusal: Error {
        let words: String
    }

    static let python = SourceTree.location(of: ".build/test-venv/bin/python")

    /// Runs a program of `Tests/Interop` that reads JSON and prints some.
    static func run<Answer: Decodable>(
        _ script: String, _ verb: String, _ input: some Encodable, giving: Answer.Type
    ) async throws -> Answer {
        let path = SourceTree.location(of: "Tests/Interop/\(script)")
        let run = try await ProcessRun.of(python, [path, verb], input: JSONEncoder().encode(input))
        guard run.status == 0 else { throw Refusal(words: run.stderr) }
        return try JSONDecoder().decode(Answer.self, from: run.outputBytes)
    }

    /// The texts of all elements of those local names, in the order of each document.
    static func texts(of names: [String], in documents: [String]) async throws -> [[String]] {
        let program = """
            import json, sys
            from xml.etree import ElementTree
            names, documents = json.load(sys.stdin)
            print(json.dumps([[each.text or "" for each in ElementTree.fromstring(text.encode()).iter()
                               if each.tag.split("}")[1] in names] for text in documents]))
            """
        let input = try JSONEncoder().encode([names, documents])
        let run = try await ProcessRun.of(python, ["-c", program], input: input)
        return try JSONDecoder().decode([[String]].self, from: run.outputBytes)
    }
}

extension Requirement {
    /// See `Tests/install-requirements`.
    static let python = Requirement("the tests' Python environment", remedy: "Tests/run") {
        FileManager.default.isExecutableFile(atPath: PythonReader.python)
    }
}
