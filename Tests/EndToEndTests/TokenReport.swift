import Foundation
import TestSupport

/// A token as `-o json` shows it, as far as tests look at it.
struct TokenReport: Decodable, Equatable {
    struct Account: Decodable, Equatable {
        let username: String
        let homeAccountID: String

        enum CodingKeys: String, CodingKey {
            case username
            case homeAccountID = "home_account_id"
        }
    }

    let accessToken: String
    let idToken: String?
    let expiresOn: Int
    let refreshOn: Int?
    let scope: String
    let source: String
    let account: Account?

    enum CodingKeys: String, CodingKey {
        case scope, source, account
        case accessToken = "access_token"
        case idToken = "id_token"
        case expiresOn = "expires_on"
        case refreshOn = "refresh_on"
    }

    init(_ run: ProcessRun) throws { self = try JSONDecoder().decode(TokenReport.self, from: run.outputBytes) }
}
