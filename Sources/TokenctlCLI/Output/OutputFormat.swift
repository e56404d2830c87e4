import ArgumentParser

/// What `-o` takes: a name, and for some formats `:` and the name of a variable.
struct OutputFormat: ExpressibleByArgument {
    enum Kind: String, CaseIterable {
        case token
        case json
        case claims
        case idToken = "id-token"
        case header
        case env
        case fish
        case powershell
        case curl
        case github
        case azurePipelines = "azure-pipelines"
        case gitlab
        case kubernetes

        /// The variable that is set when none is named; nil for formats that set none.
        var defaultVariable: String? {
            switch self {
            case .env, .fish, .powershell, .github, .azurePipelines, .gitlab: "ACCESS_TOKEN"
            case .token, .json, .claims, .idToken, .header, .curl, .kubernetes: nil
            }
        }
    }

    let kind: Kind
    let variable: String

    init?(argument: String) {
        let parts = argument.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let kind = Kind(rawValue: parts[0]) else { return nil }
        let variable = parts.count > 1 ? parts[1] : kind.defaultVariable ?? ""
        guard parts.count == 1 || kind.defaultVariable != nil, variable.isEmpty || Self.isVariableName(variable),
            kind.defaultVariable == nil || !variable.isEmpty
        else { return nil }
        self.kind = kind
        self.variable = variable
    }

    static let token = OutputFormat(kind: .token, variable: "")

    private init(kind: Kind, variable: String) {
        self.kind = kind
        self.variable = variable
    }

    static var allValueStrings: [String] { Kind.allCases.map(\.rawValue) }

    /// POSIX: letters, digits and underscores, no digit first.
    ///
    /// Anything else could smuggle commands into a script.
    private static func isVariableName(_ name: String) -> Bool {
        name.utf8.allSatisfy { $0 == UInt8(ascii: "_") || Character(UnicodeScalar($0)).isASCIIAlphanumeric }
            && name.first?.isNumber == false
    }
}

extension Character {
    fileprivate var isASCIIAlphanumeric: Bool { isASCII && (isLetter || isNumber) }
}
