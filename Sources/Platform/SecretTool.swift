import Glibc
import World

/// The desktop's secret service, by the program `secret-tool` of libsecret; keys are in none of its arguments.
struct SecretTool {
    /// `PATH`.
    let searchPath: String?

    func key(named name: String) throws(Failure) -> Secret? {
        // It ends with 1 both without such a key and without a service; only then is there something to say.
        let run = try run(["lookup"] + Self.attributes(name))
        if run.status == 0, !run.output.isEmpty { return Secret(String(decoding: run.output, as: UTF8.self)) }
        if run.status == 1 || run.status == 0, run.errors.isEmpty { return nil }
        throw Self.failure(run)
    }

    func keep(_ key: Secret, named name: String) throws(Failure) {
        let label = "--label=Key of tokenctl's cache"
        let run = try run(["store", label] + Self.attributes(name), input: Array(key.reveal().utf8))
        guard run.status == 0 else { throw Self.failure(run) }
    }

    private func run(_ arguments: [String], input: [UInt8] = []) throws(Failure) -> ProgramRun {
        guard let path = Spawn.find("secret-tool", searchPath: searchPath) else {
            throw Failure(
                .unavailable, "the secret service cannot be used: the program secret-tool is not installed",
                hint: "install the package libsecret-tools")
        }
        return try ProgramRun(path, arguments, input: input)
    }

    private static func attributes(_ name: String) -> [String] { ["service", "tokenctl", "cache", name] }

    private static func failure(_ run: ProgramRun) -> Failure {
        let said = run.errors.split(separator: UInt8(ascii: "\n")).last.map { String(decoding: $0, as: UTF8.self) }
        return Failure(
            .unavailable,
            "the secret service cannot be used: secret-tool "
                + (said.map { "says '\($0)'" } ?? "ended with status \(run.status)"),
            hint: "it needs a desktop session, or D-Bus and a keyring daemon")
    }
}
