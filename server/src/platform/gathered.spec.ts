import { Gathered } from './gathered.js'

/** Holds every answer back until the test lets it go. */
class Held {
  readonly asked: number[][] = []
  readonly #answers: (() => void)[] = []
  isBroken = false
  readonly gathered = new Gathered<number, string>((questions) => {
    this.asked.push([...questions])
    const { isBroken } = this
    return new Promise((resolve, reject) =>
      this.#answers.push(() => (isBroken ? reject(new Error('away')) : resolve(questions.map((question) => `answer ${question}`))))
    )
  })
  answer(): void {
    this.#answers.shift()?.()
  }
}

describe('questions that are gathered', () => {
  it('[LIVE-76] two are asked at once, the others together when one is answered, each with its own answer', async () => {
    const held = new Held()
    const answers = [1, 2, 3, 4, 5].map((question) => held.gathered.ask(question))
    expect(held.asked).toEqual([[1], [2]])
    held.answer()
    expect(await answers[0]).toBe('answer 1')
    await answers[0]
    expect(held.asked).toEqual([[1], [2], [3, 4, 5]])
    held.answer()
    held.answer()
    expect(await Promise.all(answers)).toEqual([1, 2, 3, 4, 5].map((question) => `answer ${question}`))
  })

  it('[LIVE-76] what fails, fails for those who were asked together and for nobody else', async () => {
    const held = new Held()
    const first = held.gathered.ask(1)
    held.isBroken = true
    const second = held.gathered.ask(2)
    held.isBroken = false
    const [third, fourth] = [held.gathered.ask(3), held.gathered.ask(4)]
    held.answer()
    held.answer()
    expect(await first).toBe('answer 1')
    await expect(second).rejects.toThrow('away')
    held.answer()
    expect(await Promise.all([third, fourth])).toEqual(['answer 3', 'answer 4'])
  })
})
