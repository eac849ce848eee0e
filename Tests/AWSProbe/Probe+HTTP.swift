import HTTP
import HTTPTypes
import System
import Text

extension Probe {
    /// A plain request, `count` times, one after the other over one client: the answer or the
    /// failure of each.
    func get() throws -> JSON {
        let client = try HTTP.Client(world: world, bodyLimit: bodyLimit)
        return .array(
            (0..<count).map { _ in
                do throws(TransferError) {
                    return shown(try client.send(request, within: time))
                } catch {
                    return shown(error)
                }
            })
    }

    /// The same, one after the other, over the client for many; or, with a `limit`, all at a time.
    ///
    /// `cancelAfter` cancels each after so many milliseconds; `before` is the deadline of each.
    func getConcurrently() async throws -> JSON {
        let client = try HTTP.ConcurrentClient(
            world: world, bodyLimit: bodyLimit, limit: Int(self["limit"]) ?? 256)
        guard parameters["limit"] != nil else {
            var results: [JSON] = []
            for _ in 0..<count { results.append(await one(client)) }
            return .array(results)
        }
        let results = await withTaskGroup(of: (Int, JSON).self) { group in
            for index in 0..<count { group.addTask { (index, await one(client)) } }
            if let wait = parameters["cancelAfter"].flatMap({ Int($0) }) {
                await world.wait(.milliseconds(wait))
                group.cancelAll()
            }
            var results = [JSON](repeating: .null, count: count)
            for await (index, result) in group { results[index] = result }
            return results
        }
        return .array(results)
    }

    /// The same over the client for a few: one after the other, or with `urls` (separated by blanks) one
    /// for each, all at a time; then with the order in which they ended.
    func getInParallel() -> JSON {
        let client = HTTP.ParallelClient(world: world, bodyLimit: bodyLimit)
        let urls = self["urls"].split(separator: " ").map(String.init)
        guard !urls.isEmpty else {
            return .array(
                (0..<count).map { number in
                    start(request, number, client)
                    return client.next(within: time + .seconds(1)).map { shown($0.result) } ?? .null
                })
        }
        for (number, url) in urls.enumerated() {
            start(Request(method: .get, url: url, body: []), number, client)
        }
        return .array(
            urls.map { _ in
                guard let (number, result) = client.next(within: time + .seconds(1)) else {
                    return .null
                }
                return ["number": .number("\(number)"), "result": shown(result)]
            })
    }

    private func start(_ request: Request, _ number: Int, _ client: ParallelClient) {
        client.start(
            request, number: number, within: time,
            connecting: parameters["connecting"] == nil ? time : milliseconds("connecting"),
            anew: parameters["anew"] != nil)
    }

    private func shown(_ result: Result<Response, TransferError>) -> JSON {
        switch result {
        case .success(let response): shown(response)
        case .failure(let error): shown(error)
        }
    }

    private func one(_ client: ConcurrentClient) async -> JSON {
        let deadline =
            self["before"].isEmpty
            ? Deadline.never : world.deadline(after: milliseconds("before"))
        do throws(TransferError) {
            return shown(try await client.send(request, within: time, before: deadline))
        } catch {
            return shown(error)
        }
    }

    private var count: Int { Int(self["count"]) ?? 1 }
    private var bodyLimit: Int { Int(self["bodyLimit"]) ?? HTTP.Client.defaultBodyLimit }
    private var time: Duration { self["deadline"].isEmpty ? .seconds(5) : milliseconds("deadline") }

    private func milliseconds(_ name: String) -> Duration { .milliseconds(Int(self[name]) ?? 0) }

    private var request: Request {
        Request(
            method: parameters["body"] == nil ? .get : .post, url: self["url"],
            body: Array(self["body"].utf8))
    }

    private func shown(_ response: Response) -> JSON {
        [
            "status": .number("\(response.status)"),
            "body": .string(String(decoding: response.body.prefix(1000), as: UTF8.self)),
            "bytes": .number("\(response.body.count)"),
            "fields": .number("\(response.headers.count)"),
            "x": response.headers[.init("X-Test") ?? .date].map(JSON.string) ?? .null,
        ]
    }

    private func shown(_ error: TransferError) -> JSON {
        ["kind": .string("\(error.kind)"), "error": .string("\(error)")]
    }
}
