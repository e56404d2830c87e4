/// `/sandbox/faults`: `POST` asks for wrong answers, `GET` lists those to come, `DELETE` calls them off; no part of Entra.
package struct FaultsEndpoint: Endpoint {
    package let faults: Faults

    package func respond(to exchange: Exchange) throws(EntraError) -> Response {
        switch exchange.request.method {
        case "POST":
            let form = try exchange.request.control()
            do throws(SandboxError) {
                faults.add(try Fault(form))
            } catch {
                return .problem(400, "invalid_request", error.description)
            }
        case "DELETE": faults.clear()
        default: break
        }
        return Response(body: faults.json)
    }
}
