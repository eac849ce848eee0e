// BreakGlassCLI: the command line. Reads files and arguments, calls the other rooms, speaks through
// `Terminal`. One file a subcommand.
//
// May import AlertPath, BreakGlass, Checker, Clients, CZlib, HTTP, State, Time, ArgumentParser, Yams
// and Foundation: no function links this room.
