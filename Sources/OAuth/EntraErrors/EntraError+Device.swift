import World

extension EntraError {
    /// The device that takes part, and keys that live on it.
    static let ofDevice: [EntraError] = [
        EntraError(130004, .denied, .device, "the person has no Windows Hello key", "set up Windows Hello again"),
        EntraError(
            130005, .denied, .device, "the signature with the Windows Hello key is wrong",
            "set up Windows Hello again"),
        EntraError(
            130006, .denied, .device, "the device has no transport key for Windows Hello",
            "register the device again"),
        EntraError(130007, .denied, .device, "the device is disabled", "ask the administrator to enable the device"),
        EntraError(
            130008, .denied, .device, "the device of the Windows Hello key was not found",
            "register the device again"),
        EntraError(135010, .denied, .device, "the device's key was not found", "register the device again"),
        EntraError(135011, .denied, .device, "the device is disabled", "ask the administrator to enable the device"),
        EntraError(140000, .refused, .device, "the request lacks its nonce", "run the command again"),
        EntraError(140001, .refused, .device, "the session key is not valid", "sign in again"),
        EntraError(
            17003, .denied, .device, "a key for the person on this device could not be made",
            "try again, or ask the administrator"),
        EntraError(
            220450, .refused, .device, "the web view on this Android device is too old",
            "update Chrome and the Android web view"),
        EntraError(
            221000, .refused, .device, "the resource does not take tokens of a device alone",
            "sign in as a person"),
        EntraError(
            240001, .denied, .tenant, "the person may not register devices in the tenant",
            "ask the tenant's administrator"),
        EntraError(
            50097, .denied, .device, "a policy wants a registered device, and this one did not prove to be one",
            "sign in from a registered device, or ask the administrator"),
        EntraError(50099, .denied, .device, "the device's proof is not signed rightly", "register the device again"),
        EntraError(
            50129, .denied, .device, "the device is not registered with the tenant",
            "register the device first"),
        EntraError(
            50155, .denied, .device, "the device could not be authenticated",
            "sign in from a registered device, or ask the administrator"),
        EntraError(
            50187, .denied, .device, "the device did not say what it is",
            "register the device, or sign in from another"),
    ]
}
