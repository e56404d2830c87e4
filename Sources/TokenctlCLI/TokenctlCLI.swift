import ArgumentParser

/// Placeholder for the command line while the layers below it are laid.
package struct Root: ParsableCommand {
    package init() {}

    package static func start() { Self.main() }
}
