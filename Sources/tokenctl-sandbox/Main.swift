import ArgumentParser

@main
struct SandboxCommand: ParsableCommand {}
