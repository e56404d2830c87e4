import JOSE

/// A row of the section `AppMetadata` in MSAL's unified cache schema: that an app has been seen, and its family.
struct AppMetadataEntry {
    static let section = "AppMetadata"

    let environment: String
    let clientID: String
    /// The family of apps that use each other's refresh tokens; nil for an app that is known to have none.
    let familyID: String?

    init(environment: String, clientID: String, familyID: String?) {
        self.environment = environment
        self.clientID = clientID
        self.familyID = familyID
    }

    /// nil for a row that makes no sense.
    init?(_ row: JSONObject) {
        guard let environment = row["environment"]?.stringValue, let clientID = row["client_id"]?.stringValue else {
            return nil
        }
        self.init(
            environment: environment, clientID: clientID,
            familyID: row["family_id"]?.stringValue.flatMap { $0.isEmpty ? nil : $0 })
    }

    var key: String { "appmetadata-\(environment.lowercased())-\(clientID)" }

    var row: JSONObject {
        var row: JSONObject = ["client_id": .string(clientID), "environment": .string(environment)]
        row["family_id"] = familyID.map { .string($0) }
        return row
    }
}

/// What is known of an app and the families whose refresh tokens it could use.
enum FamilyStanding {
    /// The app has not been seen yet.
    case unknown
    case member(String)
    case outsider

    /// The family whose tokens are worth a try: there is only one so far.
    var family: String? {
        switch self {
        case .unknown: "1"
        case .member(let family): family
        case .outsider: nil
        }
    }
}
