/// The exit status of the process.
public enum ExitStatus: Int32, Error, Sendable {
    /// Success.
    case fine = 0
    /// Emergency access is not as planned.
    case drift = 1
    /// Something could not be checked or done.
    case failure = 2
    /// The command line is wrong (`EX_USAGE` of sysexits.h).
    case usage = 64
}
