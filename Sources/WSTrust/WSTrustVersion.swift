/// The versions of WS-Trust that federation servers speak.
package enum WSTrustVersion: Sendable {
    /// Of February 2005, which AD FS calls `2005`.
    case v2005
    /// 1.3, which AD FS calls `13`.
    case v1_3
}
