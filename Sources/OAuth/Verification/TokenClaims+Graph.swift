extension TokenClaims {
    /// Whether the token is for Microsoft Graph, of any of Microsoft's clouds, or its predecessor.
    package var isForGraph: Bool { audiences.contains(where: Self.isGraph) }

    private static func isGraph(_ audience: String) -> Bool {
        let name = audience.lowercased()
        return name == "00000003-0000-0000-c000-000000000000"
            || [
                "graph.microsoft.com", "graph.microsoft.us", "dod-graph.microsoft.us",
                "microsoftgraph.chinacloudapi.cn", "graph.windows.net",
            ]
            .contains { name == "https://\($0)" || name.hasPrefix("https://\($0)/") }
    }
}
