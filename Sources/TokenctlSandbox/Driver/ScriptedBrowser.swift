/// Plays the browser and the person in it, for scripts.
package struct ScriptedBrowser: Sendable {
    /// A user name, or its part before the at sign.
    package let user: String
    /// Whether the person says no wherever that is possible.
    package let declines: Bool
    private var client = LoopbackClient()

    /// More pages than any sign-in has.
    private static let mostPages = 10

    package init(user: String?, declines: Bool = false) {
        self.user = user ?? Contoso.alice.name
        self.declines = declines
    }

    /// Signs in and consents at an authorization URL, and brings the answer to the redirect URI.
    ///
    /// - Returns: the redirect with its parameters where it is not on loopback and so is left to be pasted; else nil.
    package mutating func authorize(_ url: String) async throws -> String? {
        var answer = try await client.send(url)
        let sandbox = LoopbackClient.origin(of: url)
        for _ in 1...Self.mostPages {
            if let location = answer.location {
                guard LoopbackClient.origin(of: location) == sandbox else { return try await deliver(location) }
                answer = try await client.send(location)
                continue
            }
            guard answer.status == 200, let form = PageForm(in: answer.body) else {
                throw SandboxError("the sign-in failed: \(Self.message(of: answer.body))")
            }
            guard form.action.hasPrefix("/") else { return try await deliver(form) }
            answer = try await client.send(sandbox + form.action, form: form.hidden + filled(form))
        }
        throw SandboxError("the sign-in has more pages than expected")
    }

    private func filled(_ form: PageForm) -> [(name: String, value: String)] {
        if declines, form.choices.contains("cancel") { return [("action", "cancel")] }
        let account = (Contoso.users + Contoso.federatedUsers).first {
            $0.name == user.lowercased() || $0.shortName == user.lowercased()
        }
        let values = form.fields.map { field in
            (field, field == "password" ? account?.password ?? "" : account?.name ?? user)
        }
        return values + form.choices.prefix(1).map { ("action", $0) }
    }

    private mutating func deliver(_ location: String) async throws -> String? {
        guard LoopbackClient.reaches(location) else { return location }
        let answer = try await client.send(String(location.prefix { $0 != "#" }))
        try check(answer, isRefusal: location.contains("error="))
        return nil
    }

    private mutating func deliver(_ form: PageForm) async throws -> String? {
        let fields = form.hidden
        guard LoopbackClient.reaches(form.action) else {
            return form.action + "?" + fields.map { "\($0.name)=\(Form.encode($0.value))" }.joined(separator: "&")
        }
        let answer = try await client.send(form.action, form: fields)
        try check(answer, isRefusal: fields.contains { $0.name == "error" })
        return nil
    }

    /// - Parameter isRefusal: whether an error was brought, which is a success only for who wanted to decline.
    private func check(_ answer: LoopbackClient.Answer, isRefusal: Bool) throws {
        guard answer.status < 400 || isRefusal else {
            throw SandboxError("the client answered the redirect with HTTP status \(answer.status)")
        }
        guard isRefusal == declines else {
            throw SandboxError(declines ? "there was nothing to decline" : "the sandbox refused the sign-in")
        }
    }

    /// The text of a page's error.
    private static func message(of page: String) -> String {
        guard let start = page.firstRange(of: "<p class=\"error\">") else { return "there is no form on the page" }
        return PageForm.unescape(page[start.upperBound...].prefix { $0 != "<" })
    }
}
