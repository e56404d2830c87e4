import World

extension EntraError {
    /// The tenant and the cloud that were asked.
    static let ofTenant: [EntraError] = [
        EntraError(
            1000104, .denied, .tenant, "the person's tenant does not allow resources in that cloud",
            "ask the administrator of the person's own tenant"),
        EntraError(
            500207, .refused, .request, "accounts of this kind cannot be used for the resource",
            "give another --tenant, or an authority that ends in /v2.0"),
        EntraError(
            50049, .refused, .request, "the host is no instance of Entra that is known",
            "check --authority and --cloud"),
        EntraError(
            50059, .refused, .request, "neither the request nor the user name tells the tenant",
            "give --tenant"),
        EntraError(50128, .refused, .request, "the domain belongs to no tenant", "check --tenant"),
        EntraError(51001, .refused, .request, "the domain of an on-premises account is missing", "give --tenant"),
        EntraError(
            51005, .refused, .request, "the request belongs to another address, to which the answer points",
            "check --authority and --cloud"),
        EntraError(90002, .refused, .request, "there is no such tenant in this cloud", "check --tenant and --cloud"),
        EntraError(
            90010, .refused, .request, "the grant does not work with the shared tenants common and consumers",
            "give --tenant organizations, or the tenant's id or domain"),
        EntraError(
            9001023, .refused, .request, "the grant does not work with the shared tenants",
            "give the app's own --tenant"),
        EntraError(90019, .refused, .request, "the request does not tell the tenant", "give --tenant"),
        EntraError(
            90027, .refused, .request, "personal accounts get no tokens from the old version of the endpoint",
            "ask the app's maker for one that uses version 2.0"),
        EntraError(90038, .refused, .request, "the tenant is in another cloud", "give the --cloud of the tenant"),
        EntraError(
            900382, .refused, .request, "an app with a credential cannot be used across clouds",
            "give the --cloud of the tenant"),
        EntraError(90043, .refused, .request, "the code belongs to another cloud", "give the --cloud of the tenant"),
        EntraError(
            900432, .refused, .request, "an app with a credential cannot be used across clouds",
            "give the --cloud of the tenant"),
        EntraError(90051, .refused, .request, "the name of the cloud is not valid", "check --cloud"),
    ]
}
