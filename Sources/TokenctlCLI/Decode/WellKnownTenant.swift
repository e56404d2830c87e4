import OAuth

/// Tenants of Microsoft's own, by their ids.
enum WellKnownTenant {
    /// The name of the tenant that a text is the id of, or has the id of in it, as issuers have.
    static func name(_ text: String) -> String? {
        let text = text.lowercased()
        if text == "live.com" { return "personal Microsoft accounts" }
        return text.split(separator: "/").lazy.compactMap { names[String($0)] }.first
    }

    private static let names = [
        Authority.personalAccounts: "personal Microsoft accounts",
        "72f988bf-86f1-41af-91ab-2d7cd011db47": "Microsoft's own tenant",
        "f8cdef31-a31e-4b4a-93e4-5f571e91255a": "Microsoft Services, the tenant of Microsoft's apps",
    ]
}
