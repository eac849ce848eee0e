import AccessPlan
import Deployment
import Templates

/// What a deployment put into its buckets.
struct CodeShipment: Sendable {
    /// Where each Region's bucket holds each function's code.
    var stored: [String: [FunctionPackage.Function: CodeStore.Stored]] = [:]

    /// Where large templates are.
    var sources = TemplateSources()

    /// One object on its way.
    fileprivate struct Parcel: Sendable {
        let store: CodeStore
        let object: CodeObject
        let region: String
        /// The function that it is the code of; `nil` for a template.
        let function: FunctionPackage.Function?
        let template: StackTemplate?
    }

    /// Finds out which versions are there already. Changes nothing.
    /// - Returns: what is there, and a warning for each object that is not ours under a key of ours.
    static func look(_ found: Surroundings) async throws(Obstacle) -> (CodeShipment, [Obstacle]) {
        let parcels = codeParcels(found)
        let answers = await parcels.concurrentMap(width: 8) { parcel in
            await parcel.find()
        }
        var shipment = CodeShipment()
        var warnings: [Obstacle] = []
        for (parcel, answer) in zip(parcels, answers) {
            guard let function = parcel.function else { continue }
            switch try answer.get() {
            case .same(let version):
                shipment.stored[parcel.region, default: [:]][function] = CodeStore.Stored(
                    bucket: parcel.store.bucket, key: parcel.object.key, version: version,
                    isNew: false, warning: nil)
            case .other:
                warnings.append(
                    Obstacle(
                        account: parcel.store.site.account, region: parcel.region,
                        "s3://\(parcel.store.bucket)/\(parcel.object.key)",
                        "holds other code than was built: it will not be used"))
            case .absent: break
            }
        }
        return (shipment, warnings)
    }

    /// Puts everything where it belongs.
    static func send(
        _ found: Surroundings, _ wanted: Wanted, _ board: Board
    ) async throws(Obstacle) -> CodeShipment {
        let parcels = codeParcels(found) + templateParcels(found, wanted)
        let answers = await parcels.concurrentMap(width: 8) { parcel in
            await parcel.put()
        }
        var shipment = CodeShipment()
        for (parcel, answer) in zip(parcels, answers) {
            let stored = try answer.get()
            if let warning = stored.warning { board.say("WARNING: \(warning)") }
            if stored.version == nil {
                board.say(
                    "WARNING: \(stored.bucket) keeps no versions: \(stored.key) can be replaced "
                        + "behind CloudFormation's back")
            }
            if stored.isNew {
                board.say(
                    "\(parcel.store.site.account)  \(parcel.region)  \(parcel.object.key) stored")
            }
            if let function = parcel.function {
                shipment.stored[parcel.region, default: [:]][function] = stored
            } else if let template = parcel.template {
                shipment.sources.set(
                    stored.templateURL(in: parcel.region), of: template,
                    in: parcel.store.site.account)
            }
        }
        return shipment
    }

    private static func codeParcels(_ found: Surroundings) -> [Parcel] {
        found.source.plan.regions.hubs.flatMap { region in
            found.source.packages.map { package in
                Parcel(
                    store: CodeStore(found.sites.emergency, region), object: CodeObject(package),
                    region: region, function: package.function, template: nil)
            }
        }
    }

    private static func templateParcels(_ found: Surroundings, _ wanted: Wanted) -> [Parcel] {
        let home = found.source.plan.regions.home
        var places = wanted.stacks.map { ($0.place.account, $0.template) }
        if let site = found.sites.organization {
            places += wanted.sets.map { (site.account, $0.template) }
        }
        var seen: Set<String> = []
        return places.compactMap { account, template in
            guard TemplateSources.isLarge(template), let site = found.sites[account],
                seen.insert("\(account)/\(template.name)").inserted
            else { return nil }
            return Parcel(
                store: CodeStore(site, home), object: CodeObject(template), region: home,
                function: nil, template: template)
        }
    }
}

extension CodeShipment.Parcel {
    fileprivate func find() async -> Result<CodeStore.Found, Obstacle> {
        do throws(Obstacle) {
            return .success(try await store.find(object))
        } catch {
            return .failure(error)
        }
    }

    fileprivate func put() async -> Result<CodeStore.Stored, Obstacle> {
        do throws(Obstacle) {
            return .success(try await store.put(object))
        } catch {
            return .failure(error)
        }
    }
}
