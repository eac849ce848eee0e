extension Call {
    /// Every row, by service.
    public static let all: [Call] =
        users + roles + providers + rules + topics + keys + trails + functions + stores + clocks
        + stacks + organization + regions + okta
}
