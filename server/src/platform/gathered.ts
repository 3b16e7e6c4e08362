interface Waiting<Question, Answer> {
  readonly question: Question
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: unknown) => void
}

/** So many questions are on their way at the same time; what comes meanwhile goes together. */
const AT_ONCE = 2
const MOST_TOGETHER = 100

/**
 * Gathers questions that arrive while others are being answered, and asks them as one: a room whose line comes back
 * asks a handful of times, not once for each of its phones. A question never joins one that was asked before it came.
 */
export class Gathered<Question, Answer> {
  #underWay = 0
  readonly #waiting: Waiting<Question, Answer>[] = []

  /** `askAll` answers in the order of its questions. */
  constructor(private readonly askAll: (questions: readonly Question[]) => Promise<readonly Answer[]>) {}

  /** Throws what `askAll` throws, for all that were asked together. */
  ask(question: Question): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ question, resolve, reject })
      void this.#next()
    })
  }

  async #next(): Promise<void> {
    if (this.#underWay >= AT_ONCE || this.#waiting.length === 0) return
    const together = this.#waiting.splice(0, MOST_TOGETHER)
    this.#underWay += 1
    try {
      const answers = await this.askAll(together.map(({ question }) => question))
      if (answers.length !== together.length) throw new Error(`${together.length} questions had ${answers.length} answers`)
      together.forEach(({ resolve }, index) => resolve(answers[index]!))
    } catch (error) {
      for (const { reject } of together) reject(error)
    } finally {
      this.#underWay -= 1
      void this.#next()
    }
  }
}
