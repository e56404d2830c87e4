import JOSE
import World

/// Finds the region of Azure that the program runs in, where MSAL looks for it.
struct RegionDiscovery {
    let environment: Environment
    let http: HTTPClient

    /// - Parameter remark: is told of what was found, and of what was not.
    /// - Returns: nil where nobody names a region that could be one.
    func region(remark: (String) -> Void) -> Region? {
        let text: String
        let origin: String
        do {
            (text, origin) = try found()
        } catch {
            remark("no region was found, and so the global endpoint is asked: \(error.message)")
            return nil
        }
        guard let region = Region(text.replacing(" ", with: "")) else {
            remark("\(origin) names no region but '\(text)', and so the global endpoint is asked")
            return nil
        }
        remark("the region is \(region.name), by \(origin)")
        return region
    }

    /// Azure Functions and App Service set a variable, maybe `West US 2`; virtual machines can ask.
    private func found() throws(Failure) -> (text: String, origin: String) {
        if let name = environment.first("REGION_NAME") { return (name, "REGION_NAME") }
        let metadata = try InstanceMetadata(environment)
        let response = try metadata.get("/metadata/instance/compute", version: "2021-02-01", using: http)
        guard response.status == 200 else {
            throw Failure(.unavailable, "\(metadata.server.origin) answered HTTP \(response.status)")
        }
        guard let location = (try? JSON(parsing: response.body))?["location"]?.stringValue, !location.isEmpty else {
            throw Failure(.protocolError, "\(metadata.server.origin) did not answer with a location")
        }
        return (location, metadata.server.origin)
    }
}
