/// Whose doing an error is, and so who has to act.
package enum Fault: String, Sendable, CaseIterable {
    case registration
    case credential
    case person
    case tenant
    case request
    case provider
    case federation
    case device
    case clock
    case nobody

    /// For people.
    package var words: String {
        switch self {
        case .registration: "the app's registration"
        case .credential: "the app's credential"
        case .person: "the person who signs in"
        case .tenant: "the tenant's administrator or a policy"
        case .request: "the request, as this program was told to make it"
        case .provider: "the provider itself"
        case .federation: "the outside provider, or the directory on the organization's premises"
        case .device: "the device"
        case .clock: "a clock"
        case .nobody: "nobody: this happens in the ordinary course"
        }
    }
}
