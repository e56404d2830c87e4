import TestSupport

/// A provider made of django-oauth-toolkit: see `Tests/Servers/django-provider`.
struct DjangoProvider: Sendable {
    /// How it is reached.
    struct Announcement: Decodable, Sendable {
        let issuer: String
    }

    static let requirement = PythonJudge.requirement

    let server: Server
    let announcement: Announcement

    init() async throws {
        server = try await Server(
            PythonJudge.python, [SourceTree.location(of: "Tests/Servers/django-provider"), Server.folder])
        announcement = try server.announced(as: Announcement.self)
    }

    /// What a person does in a browser: the script that fits the variable `BROWSER`.
    static let browser = SourceTree.location(of: "Tests/Servers/django-person")

    /// Has a person enter the code of another device.
    ///
    /// - Parameter answer: `accept` or `deny`.
    func enter(_ userCode: String, answer: String) async throws -> ProcessRun {
        try await ProcessRun.of(Self.browser, ["\(announcement.issuer)/device", userCode, answer])
    }
}
