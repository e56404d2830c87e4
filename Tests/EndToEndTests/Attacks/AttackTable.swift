import Foundation
import Testing

/// Tokens that must not be taken, by what is wrong with them, and a few that must.
enum AttackTable {
    typealias Token = Forgery.Token

    static let bad = algorithms + keyConfusion + headers + claims + times + shapes + weakKeys
    static let all = bad + good
}
