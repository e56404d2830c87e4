import JOSE

/// Answers a user code in a person's place.
package struct DeviceDriver: Sendable {
    /// The sandbox's base URL; a tenant behind it does not matter.
    package let base: String

    package init(base: String) { self.base = base }

    /// - Parameter user: the first one when nil.
    package func decide(_ userCode: String, user: String?, isApproval: Bool) async throws {
        var client = LoopbackClient()
        let answer = try await client.send(
            LoopbackClient.origin(of: base) + (isApproval ? "/sandbox/approve" : "/sandbox/decline"),
            form: [("user_code", userCode)] + (user.map { [("user", $0)] } ?? []))
        guard answer.status == 200 else {
            let reason = try? JSON(parsing: answer.body)["error_description"]?.stringValue
            throw SandboxError(reason ?? "the sandbox answered with HTTP status \(answer.status)")
        }
    }
}
