import AWSClient
import AccessPlan
import Snapshots
import System

/// One account, seen from one Region: where a part is read.
struct Place: Sendable {
    /// What is expected.
    let plan: Plan

    /// Twelve digits.
    let account: String

    /// The Region of all calls that do not name another.
    let region: String

    /// When the run began: seconds since 1970.
    let startedAt: Int

    /// When to return.
    let deadline: Deadline

    let client: AWS.ConcurrentClient
    let caller: AWS.Caller
    let shared: SharedTexts
    let patterns: PatternTester

    /// One call.
    ///
    /// - Parameters:
    ///   - part: what is read, for the reason if it cannot be read.
    ///   - operation: the call.
    ///   - region: another Region than the place's.
    /// - Returns: its answer.
    /// - Throws: why it could not be read.
    func send<Output>(
        _ part: @autoclosure () -> String, _ operation: AWS.Operation<Output>,
        in region: String? = nil
    ) async throws(Unavailable) -> Output {
        do throws(AWS.Failure) {
            return try await client.send(
                operation, in: region ?? self.region, as: caller, before: deadline)
        } catch {
            throw Unavailable(part(), error)
        }
    }

    /// One call, as a part of the snapshot.
    func read<Output>(
        _ part: @autoclosure () -> String, _ operation: AWS.Operation<Output>,
        in region: String? = nil
    ) async -> Observed<Output> {
        await observe { () throws(Unavailable) in try await send(part(), operation, in: region) }
    }

    /// A list to its end, or as far as it could be read.
    ///
    /// - Parameters:
    ///   - part: what is read, for the reason if the list is not complete.
    ///   - region: another Region than the place's.
    ///   - page: the call for a page, the first one by `nil`.
    /// - Returns: what was read, and why not more.
    func list<Item>(
        _ part: @autoclosure () -> String, in region: String? = nil,
        page: (_ token: String?) -> AWS.Operation<AWS.Page<Item>>
    ) async -> Listing<Item> {
        let pages = await client.list(
            in: region ?? self.region, as: caller, before: deadline, page: page)
        let unread = pages.failure.map { Unavailable(part(), $0, afterPages: pages.count) }
        return Listing(pages.items, unread: unread)
    }

    /// A value that needs several calls: observed if all of them succeed.
    func observe<Value>(
        _ body: () async throws(Unavailable) -> Value
    ) async -> Observed<Value> {
        do throws(Unavailable) {
            return .observed(try await body())
        } catch {
            return .unavailable(error)
        }
    }

    /// The same account, seen from another Region.
    func seen(from region: String) -> Place {
        Place(
            plan: plan, account: account, region: region, startedAt: startedAt,
            deadline: deadline, client: client, caller: caller, shared: shared, patterns: patterns)
    }
}

/// Does the same for each element at the same time.
///
/// - Returns: the results in the order of the elements.
func each<Element: Sendable, Value: Sendable>(
    of elements: [Element], _ body: @escaping @Sendable (Element) async -> Value
) async -> [Value] {
    if elements.count == 1 { return [await body(elements[0])] }
    return await withTaskGroup(of: (Int, Value).self) { group in
        for (index, element) in elements.enumerated() {
            group.addTask { (index, await body(element)) }
        }
        var results = [Value?](repeating: nil, count: elements.count)
        for await (index, value) in group { results[index] = value }
        return results.compactMap { $0 }
    }
}
