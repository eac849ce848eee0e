// AWSClient: operations of AWS as values, signing, credentials, retries, errors.

/// The parts of AWS that Break Glass talks to: signing, sending, retrying, and one file per service
/// with the operations that are used and no other.
///
/// An operation is a pure value (``AWS/Operation``): what to ask and how to read the answer. What
/// touches the world comes in from outside: the transport, the clock, the credentials.
public enum AWS {}
