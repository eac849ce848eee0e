import Deployment
import Testing

@Suite struct ContactQuestionTests {
    @Test(arguments: ContactQuestion.allCases)
    func `each question says what is unknown, why it matters, and how it is asked`(
        question: ContactQuestion
    ) {
        #expect(question.text.hasSuffix("?"))
        #expect(question.why.hasSuffix("."))
        switch question.way {
        case .reads(let what), .writes(let what), .person(let what): #expect(!what.isEmpty)
        }
    }

    @Test func `what is made has a name that no rule of ours watches, and says that it is removed`()
    {
        for question in ContactQuestion.allCases {
            guard case .writes(let what) = question.way else { continue }
            #expect(what.contains("first-contact") && what.contains("deletes"))
        }
        #expect(!ContactQuestion.name.hasPrefix("breakglass-"))
    }
}
