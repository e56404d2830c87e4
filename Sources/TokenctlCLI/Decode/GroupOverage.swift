import JOSE
import OAuth

/// A user in more groups than a token has room for: the token points to where they can be asked for.
///
/// In Entra's JWT there is room for 200, and for a handful in the implicit grant.
struct GroupOverage {
    /// The request to Microsoft Graph that lists the groups.
    let call: String
    static let body = #"{"securityEnabledOnly":false}"#

    /// nil where the token holds the groups itself, or none.
    init?(_ token: TokenClaims) {
        let claims = token.claims
        let source = claims["_claim_names"]?["groups"]?.stringValue
        guard token.hasTooManyGroups else { return nil }
        let endpoint = source.flatMap { claims["_claim_sources"]?[$0]?["endpoint"]?.stringValue } ?? ""
        let segments = endpoint.split(separator: "/").map(String.init)
        let collection = segments.contains("servicePrincipals") ? "servicePrincipals" : "users"
        let inEndpoint = segments.firstIndex(of: collection).flatMap { segments.dropFirst($0 + 1).first }
        let id = [token.text("oid"), inEndpoint].compactMap(\.self).first(where: Authority.isGUID) ?? "{oid}"
        let host = Self.graph(for: (token.text("iss") ?? "") + " " + endpoint)
        call = "POST https://\(host)/v1.0/\(collection)/\(id)/getMemberObjects"
    }

    /// What to do about it, for people.
    var remedy: String { "ask Microsoft Graph for the groups: \(call) with the body \(Self.body)" }

    var advice: String { "the groups do not fit into the token; \(remedy)" }

    /// Microsoft Graph's host in the cloud whose hosts are named; the token's own endpoint is of the retired AAD Graph.
    private static func graph(for hosts: String) -> String {
        if ["microsoftonline.us", "microsoftazure.us", "graph.microsoft.us"].contains(where: { hosts.contains($0) }) {
            return "graph.microsoft.us"
        }
        if ["microsoftonline.cn", "chinacloudapi.cn"].contains(where: { hosts.contains($0) }) {
            return "microsoftgraph.chinacloudapi.cn"
        }
        return "graph.microsoft.com"
    }
}
