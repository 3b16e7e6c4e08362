interface Waiting<Question, Answer> {
  readonly question: Question
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: unknown) => void
}

/**
 * Asks together what is asked in one turn of the event loop: five hundred who come back at once are a few queries, and
 * no answer is older than its question. What fails, fails for all who asked with it.
 */
export class Gathered<Question, Answer> {
  #waiting: Waiting<Question, Answer>[] = []

  /** `askAll` answers in the order of its questions. */
  constructor(private readonly askAll: (questions: readonly Question[]) => Promise<readonly Answer[]>) {}

  ask(question: Question): Promise<Answer> {
    return new Promise((resolve, reject) => {
      if (this.#waiting.push({ question, resolve, reject }) === 1) setImmediate(() => void this.#send())
    })
  }

  async #send(): Promise<void> {
    const asked = this.#waiting
    this.#waiting = []
    try {
      const answers = await this.askAll(asked.map(({ question }) => question))
      asked.forEach(({ resolve }, index) => resolve(answers[index]!))
    } catch (error) {
      for (const { reject } of asked) reject(error)
    }
  }
}
