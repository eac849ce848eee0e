import Deployment

extension Terminal {
    /// The answers of a first contact; `nil` after saying why the file cannot be used.
    func contact(at path: String) -> ContactFile? {
        let bytes: [UInt8]
        do throws(CommandError) {
            bytes = try FileBytes.read(path)
        } catch {
            self.error(error)
            return nil
        }
        do throws(ContactFile.Unreadable) {
            return try ContactFile(bytes)
        } catch {
            self.error("\(path) \(error)\nhint: breakglass first-contact writes such a file")
            return nil
        }
    }

    /// Shows what is answered.
    func show(_ contact: ContactFile) {
        note(contact.summary)
        for found in contact.answers {
            if let answer = found.answer { note("\(found.question.text) \(answer)") }
        }
    }
}
