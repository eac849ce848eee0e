import AWSClient
import Snapshots

extension Part {
    /// The trails that log an account, and their state.
    static let trails = Part("trails") { place in
        let words = "the trails of account \(place.account)"
        let list = await place.read(words, CloudTrail.describeTrails())
        let trails: Listing<Snapshot.Trail>
        switch list {
        case .unavailable(let why): trails = Listing([], unread: why)
        case .observed(let found): trails = Listing(await each(of: found) { await place.trail($0) })
        }
        return { $0.accounts[place.account]?.trails = trails }
    }
}

extension Place {
    fileprivate func trail(_ trail: CloudTrail.Trail) async -> Snapshot.Trail {
        // Only a trail's home Region has the result of its last delivery.
        let home = trail.homeRegion
        async let status = read(
            "the status of trail \(trail.arn)", CloudTrail.getTrailStatus(arn: trail.arn), in: home)
        let events = await read(
            "what trail \(trail.arn) logs", CloudTrail.managementEvents(arn: trail.arn),
            in: home)
        return await Snapshot.Trail(
            arn: shared(trail.arn), isMultiRegion: trail.isMultiRegion,
            homeRegion: shared(home), isOrganization: trail.isOrganization,
            isLogging: status.map(\.isLogging), deliveryError: status.value?.deliveryError,
            managementEvents: events)
    }
}
