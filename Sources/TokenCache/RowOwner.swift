import OAuth

/// Whose rows count, in a file that has several people's.
enum RowOwner {
    case app
    case person(Account)
    /// Rows are told apart by their tags.
    case user(localAccountID: String)
    case anyone

    func isOwner(_ homeAccountID: String?, in content: CacheFile) -> Bool {
        switch self {
        case .app: homeAccountID == nil
        case .person(let account): homeAccountID == account.homeAccountID
        case .user(let id): account(homeAccountID, in: content)?.localAccountID == id
        case .anyone: true
        }
    }

    /// Whose row it is; nil for an app's own.
    func account(_ homeAccountID: String?, in content: CacheFile) -> Account? {
        switch self {
        case .app: nil
        case .person(let account): account
        case .user, .anyone: content.accounts.first { $0.account.homeAccountID == homeAccountID }?.account
        }
    }

    /// Whose tokens an on-behalf-of request means.
    init(_ key: OnBehalfKey) {
        if case .session(_, let user?) = key { self = .user(localAccountID: user) } else { self = .anyone }
    }
}
