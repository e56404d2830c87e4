import JOSE

/// The sections of MSAL's unified schema whose rows are someone's.
package enum CacheSection: String, Sendable, CaseIterable {
    case accessToken = "AccessToken"
    case refreshToken = "RefreshToken"
    case idToken = "IdToken"
    case account = "Account"

    /// Whether its rows hold something that opens doors.
    var hasSecrets: Bool { self != .account }
}

extension CacheFile {
    /// All rows of a section, the unreadable ones too.
    func rows(of section: CacheSection) -> [JSON] { members(section.rawValue).map(\.value) }

    /// Takes out the rows of which `isUnwanted` holds, and says how many those were.
    mutating func removeRows(of section: CacheSection, where isUnwanted: (JSONObject) -> Bool) -> Int {
        let count = rows(of: section).count
        guard count > 0 else { return 0 }
        update(section.rawValue) { $0.remove(isUnwanted) }
        return count - rows(of: section).count
    }

    /// Whether there is an access token or a refresh token in it, be it in a row that only another program can read.
    var hasTokens: Bool { !rows(of: .accessToken).isEmpty || !rows(of: .refreshToken).isEmpty }

    /// Whether nothing is in it but notes of which apps were seen.
    var isEmpty: Bool {
        sections.members.allSatisfy { member in
            member.name.value == AppMetadataEntry.section || member.value.objectValue?.members.isEmpty == true
        }
    }

    /// Whether a note about an app is no object: msal-python reads them all.
    var hasOddAppMetadata: Bool {
        members(AppMetadataEntry.section).contains { $0.value.objectValue == nil }
    }
}
