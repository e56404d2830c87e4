/// Who is signed in in which browser, by its cookie.
package struct BrowserSessions: Sendable {
    private let signIns = OpaqueStore<SignIn>()
    package let policies: SignInPolicies

    private static let cookie = "ESTSAUTH"

    package init(policies: SignInPolicies) { self.policies = policies }

    /// The sign-in that a browser shows, unless it was revoked since.
    package func current(in exchange: Exchange) -> SignIn? {
        let cookies = exchange.request.headers["cookie", default: ""].split(separator: ";")
        let values = cookies.compactMap { cookie -> String? in
            let parts = cookie.split(separator: "=", maxSplits: 1).map { $0.trimmingPrefix(" ") }
            return parts.count == 2 && parts[0] == Self.cookie ? String(parts[1]) : nil
        }
        return values.compactMap { signIns[$0] }.first { !policies.isRevoked($0) }
    }

    /// The `Set-Cookie` for a new sign-in.
    package func start(_ signIn: SignIn, in exchange: Exchange) -> String {
        "\(Self.cookie)=\(signIns.add(signIn)); Path=/; HttpOnly; SameSite=Lax"
            + (exchange.base.scheme == "https" ? "; Secure" : "")
    }
}
