import ArgumentParser
import TokenctlSandbox

/// How the device code flow behaves.
struct DeviceOptions: ParsableArguments {
    @Option(help: ArgumentHelp("How long device codes work.", valueName: "seconds"))
    var deviceCodeLifetime = 900

    @Option(help: ArgumentHelp("How often clients may ask.", valueName: "seconds"))
    var deviceInterval = 5

    @Flag(help: "Send verification_uri_complete, which Entra does not.")
    var completeVerificationURI = false

    @Option(help: ArgumentHelp("Answer the first polls with slow_down.", valueName: "count"))
    var slowDown = 0

    @Flag(help: "Answer polls that come too fast with slow_down.")
    var enforceInterval = false

    @Flag(name: .customLong("errors-as-200"), help: "Send the device endpoints' errors with HTTP status 200.")
    var errorsAs200 = false

    func validate() throws {
        guard (1...86_400).contains(deviceCodeLifetime), (0...3600).contains(deviceInterval), slowDown >= 0 else {
            throw ValidationError("a device code lives at most a day, an interval is at most an hour")
        }
    }

    var settings: DeviceSettings {
        var settings = DeviceSettings()
        settings.lifetime = deviceCodeLifetime
        settings.interval = deviceInterval
        settings.sendsCompleteURI = completeVerificationURI
        settings.slowDowns = slowDown
        settings.enforcesInterval = enforceInterval
        settings.sendsErrorsAs200 = errorsAs200
        return settings
    }
}
