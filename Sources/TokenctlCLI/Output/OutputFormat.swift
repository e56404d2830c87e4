import OAuth
import World

/// What `-o` takes: a name, and for some formats `:` and the name of a variable.
struct OutputFormat {
    enum Kind: String, NamedValue {
        static let kind = "output format"

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
        /// A SAML assertion, decoded.
        case saml

        /// The variable that is set when none is named; nil for formats that set none.
        var defaultVariable: String? {
            switch self {
            case .env, .fish, .powershell, .github, .azurePipelines, .gitlab: "ACCESS_TOKEN"
            case .token, .json, .claims, .idToken, .header, .curl, .kubernetes, .saml: nil
            }
        }
    }

    let kind: Kind
    let variable: String

    /// - Parameter origin: the option or variable that holds the text.
    /// - Throws: `usage` for an unknown format, or a name that no variable can have.
    init(_ text: String, by origin: String) throws(Failure) {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        kind = try Kind.named(parts[0], by: origin)
        guard parts.count > 1 else {
            variable = kind.defaultVariable ?? ""
            return
        }
        variable = parts[1]
        guard kind.defaultVariable != nil else {
            throw Failure(.usage, "the output format '\(parts[0])' sets no variable", hint: "leave out ':\(variable)'")
        }
        guard Self.isVariableName(variable) else {
            throw Failure(.usage, "'\(variable)' in \(origin) is no name of a variable")
        }
    }

    /// What can be told before a token is there.
    ///
    /// - Throws: `usage` for what such a token cannot be shown as, `noInput` for a CI system's format outside of it.
    func check(
        for subject: Subject, type: RequestedTokenType, in environment: Environment
    ) throws(Failure) {
        if kind == .idToken, case .app = subject {
            throw Failure(.usage, "an app's own token comes without an id token", hint: "use another --output")
        }
        if kind == .saml, !type.isSAML {
            throw Failure(
                .usage, "only a SAML assertion can be shown as one", hint: "see tokenctl obo --requested-token-type")
        }
        if kind == .claims, type.isSAML {
            throw Failure(.usage, "a SAML assertion has no claims of a JWT", hint: "use --output saml")
        }
        if kind == .github, environment.first("GITHUB_ENV") == nil {
            throw Failure(.noInput, "GITHUB_ENV is not set", hint: "-o github is for jobs of GitHub Actions")
        }
    }

    static let token = OutputFormat(kind: .token, variable: "")
    static let saml = OutputFormat(kind: .saml, variable: "")

    private init(kind: Kind, variable: String) {
        self.kind = kind
        self.variable = variable
    }

    /// POSIX: letters, digits and underscores, no digit first.
    ///
    /// Anything else could smuggle commands into a script.
    private static func isVariableName(_ name: String) -> Bool {
        name.first?.isNumber == false
            && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
    }
}
