package import World

/// Which region is asked for a token.
package enum RegionChoice: Sendable, Equatable {
    case named(Region)
    /// The one that the program runs in, if any.
    case detected
    /// None: the global endpoint.
    case global

    /// - Parameters:
    ///   - text: a region's name, or `auto` or `none` in the words of this program, MSAL or Azure's own libraries.
    ///   - origin: the option or variable that holds it.
    /// - Throws: `usage`.
    package init(_ text: String, by origin: String) throws(Failure) {
        switch text.lowercased() {
        case "auto", "tryautodetect", "autodiscoverregion": self = .detected
        case "none", "global", "false", "off", "disablemsalforceregion": self = .global
        default:
            guard let region = Region(text) else {
                throw Failure(
                    .usage, "invalid region '\(text)' in \(origin)",
                    hint: "give a region as Azure writes it, like westus2, or auto or none")
            }
            self = .named(region)
        }
    }

    /// - Parameter remark: is told of what was found, and of what was not.
    /// - Returns: nil where no region was found.
    func region(in environment: Environment, using http: HTTPClient, remark: (String) -> Void) -> Region? {
        switch self {
        case .named(let region): region
        case .detected: RegionDiscovery(environment: environment, http: http).region(remark: remark)
        case .global: nil
        }
    }
}
