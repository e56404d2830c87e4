import JOSE

/// One reason why an API would refuse a token, or might.
struct TokenFinding {
    /// The kinds of reasons, by the names that programs get.
    enum Reason: String, CaseIterable {
        case audience
        case audienceForm = "audience_form"
        case issuerVersion = "issuer_version"
        case idToken = "id_token"
        case notAccessToken = "not_an_access_token"
        case appOnly = "app_only"
        case noScope = "no_scope"
        case noPermissions = "no_permissions"
        case missing
        case expired
        case notYetValid = "not_yet_valid"
        case noExpiry = "no_expiry"
        case clock
        case continuousAccessEvaluation = "continuous_access_evaluation"
        case authenticationContext = "authentication_context"
        case publicClient = "public_client"
        case personalAccount = "personal_account"
        case guest
        case graphToken = "graph_token"
        case unsigned
        case sharedSecret = "shared_secret"
        case signature
        case groupOverage = "group_overage"
    }

    let reason: Reason
    /// Any API would refuse the token for it; otherwise it depends on the API.
    let isCertain: Bool
    /// What is wrong, without a final stop.
    let meaning: String
    /// What to do.
    let remedy: String

    static func certain(_ reason: Reason, _ meaning: String, remedy: String) -> TokenFinding {
        TokenFinding(reason: reason, isCertain: true, meaning: meaning, remedy: remedy)
    }

    static func possible(_ reason: Reason, _ meaning: String, remedy: String) -> TokenFinding {
        TokenFinding(reason: reason, isCertain: false, meaning: meaning, remedy: remedy)
    }

    var lines: [String] {
        ["\(isCertain ? "reason" : "possible"): \(meaning)", "what to do: \(remedy)"]
    }

    var json: JSON {
        .object([
            "reason": .string(reason.rawValue), "certain": .bool(isCertain), "meaning": .string(meaning),
            "remedy": .string(remedy),
        ])
    }
}
