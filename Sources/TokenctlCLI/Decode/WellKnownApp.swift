/// Apps of Microsoft's own, by their client ids and, for APIs, by their URIs.
///
/// Source: learn.microsoft.com, "Verify first-party Microsoft applications in sign-in reports".
enum WellKnownApp {
    static let graph = "00000003-0000-0000-c000-000000000000"
    static let resourceManager = "797f4846-ba00-4fd7-ba43-dac1f8f63013"

    /// - Parameter id: a client id or a URI, as in `aud`.
    static func name(of id: String) -> String? { names[self.id(of: id)] }

    /// The client id that a name of an app stands for, or else the name itself, in small letters.
    ///
    /// A client id may have `api://` or `spn:` before it; a slash at the end makes no difference.
    static func id(of name: String) -> String {
        var rest = name.lowercased()[...]
        while rest.hasSuffix("/") { rest.removeLast() }
        for prefix in ["spn:", "api://"]
        where rest.hasPrefix(prefix) && names[String(rest.dropFirst(prefix.count))] != nil {
            rest.removeFirst(prefix.count)
        }
        return ids[String(rest)] ?? String(rest)
    }

    private static let ids: [String: String] = [
        "https://graph.microsoft.com": graph, "https://graph.microsoft.us": graph,
        "https://dod-graph.microsoft.us": graph, "https://microsoftgraph.chinacloudapi.cn": graph,
        "https://management.azure.com": resourceManager, "https://management.core.windows.net": resourceManager,
        "https://management.usgovcloudapi.net": resourceManager,
        "https://management.core.usgovcloudapi.net": resourceManager,
        "https://management.chinacloudapi.cn": resourceManager,
        "https://management.core.chinacloudapi.cn": resourceManager,
        "https://graph.windows.net": "00000002-0000-0000-c000-000000000000",
        "https://vault.azure.net": "cfa8b339-82a2-471a-a3c9-0fc0be7a4093",
        "https://storage.azure.com": "e406a681-f3d4-42a8-90b6-c2b029497af1",
        "https://database.windows.net": "022907d3-0f1b-48f7-badc-1ba6abab6d66",
        "https://outlook.office365.com": "00000002-0000-0ff1-ce00-000000000000",
        "https://outlook.office.com": "00000002-0000-0ff1-ce00-000000000000",
    ]

    private static let names: [String: String] = [
        graph: "Microsoft Graph", resourceManager: "Azure Resource Manager",
        "00000002-0000-0000-c000-000000000000": "Azure AD Graph (retired)",
        "cfa8b339-82a2-471a-a3c9-0fc0be7a4093": "Azure Key Vault",
        "e406a681-f3d4-42a8-90b6-c2b029497af1": "Azure Storage",
        "022907d3-0f1b-48f7-badc-1ba6abab6d66": "Azure SQL Database",
        "499b84ac-1321-427f-aa17-267ca6975798": "Azure DevOps",
        "6dae42f8-4368-4678-94ff-3960e28e3630": "Azure Kubernetes Service (server)",
        "80faf920-1908-4b52-b5ef-a8e7bedfc67a": "Azure Kubernetes Service (client)",
        "04b07795-8ddb-461a-bbee-02f9e1bf7b46": "Azure CLI",
        "1950a258-227b-4e31-a9cf-717495945fc2": "Azure PowerShell",
        "872cd9fa-d31f-45e0-9eab-6e460a02d1f1": "Visual Studio",
        "aebc6443-996d-45c2-90f0-388ff96faa56": "Visual Studio Code",
        "c44b4083-3bb0-49c1-b47d-974e53cbdf3c": "Azure portal",
        "14d82eec-204b-4c2f-b7e8-296a70dab67e": "Microsoft Graph PowerShell",
        "de8bc8b5-d9f9-48b1-a8ad-b748da725064": "Graph Explorer",
        "1fec8e78-bce4-4aaf-ab1b-5451cc387264": "Microsoft Teams",
        "5e3ce6c0-2b1f-4285-8d4b-75ee78787346": "Microsoft Teams on the web",
        "cc15fd57-2c6c-4117-a88c-83b1d56b4bbe": "Microsoft Teams Services",
        "00000002-0000-0ff1-ce00-000000000000": "Exchange Online",
        "00000003-0000-0ff1-ce00-000000000000": "SharePoint Online",
        "00000004-0000-0ff1-ce00-000000000000": "Skype for Business Online",
        "00000005-0000-0ff1-ce00-000000000000": "Viva Engage (Yammer)",
        "00000006-0000-0ff1-ce00-000000000000": "Microsoft 365 portal",
        "00000007-0000-0000-c000-000000000000": "Dataverse",
        "00000009-0000-0000-c000-000000000000": "Power BI",
        "d3590ed6-52b3-4102-aeff-aad2292ab01c": "Microsoft Office",
        "29d9ed98-a469-4536-ade2-f981bc1d605e": "Microsoft Authentication Broker",
        "27922004-5251-4030-b22d-91ecd9a37ea4": "Outlook Mobile",
        "ab9b8c07-8f02-4f72-87fa-80105867a763": "OneDrive",
        "2d4d3d8e-2be3-4bef-9f87-7875a61c29de": "OneNote",
        "7ab7862c-4c57-491e-8a45-d52a7e023983": "Azure App Service",
        "fb78d390-0c51-40cd-8e17-fdbfab77341b": "Exchange Online PowerShell",
        "18fbca16-2224-45f6-85b0-f7bf2b39b3f3": "Microsoft Docs",
    ]
}
