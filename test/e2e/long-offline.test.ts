import type { SamplePerson } from '@roundtable/shared/protocol'
import { richTextWords } from '@roundtable/shared/document'
import { ClausePage } from '../support/page/clause-page.js'
import { storedDocument, storedGoal } from '../support/page/document-log.js'
import type { DocumentPage } from '../support/page/document-page.js'
import { describeInBrowser, Stage } from '../support/page/stage.js'
import { until } from '../support/page/until.js'
import type { Visitor } from '../support/page/visitor.js'

const PEOPLE = ['statistician', 'cso-lead'] as const satisfies readonly SamplePerson[]
const GOAL = 'Our shared goal'
const CLAUSE = 'Purposes'
const TEXT = 'Text of the clause'
/** Each word is five letters and a space, and each letter an edit. */
const WORDS = 25
const TASKS = 15

const numbers = (count: number): readonly string[] => [...Array(count).keys()].map((number) => String(number).padStart(2, '0'))
const wordsOf = (person: string, place: string): readonly string[] => numbers(WORDS).map((number) => `${person[0]}${place}z${number}`)
const tasksOf = (person: string): readonly string[] => numbers(TASKS).map((number) => `Task ${number} of the ${person}`)

describeInBrowser('a long time without a line', () => {
  let stage: Stage
  let ids: Record<'objectives' | 'agreement' | 'roadmap', string>

  beforeAll(async () => {
    stage = await Stage.open()
    const [objectives, agreement, roadmap] = await Promise.all(
      (['objectives', 'agreement', 'roadmap'] as const).map((kind) => stage.documentId(kind))
    )
    ids = { objectives: objectives!, agreement: agreement!, roadmap: roadmap! }
  })
  afterAll(() => stage?.close())

  async function openClause(person: Visitor): Promise<DocumentPage> {
    const document = await person.open(ids.agreement)
    await new ClausePage(document).choose(CLAUSE)
    await document.text(TEXT).waitFor()
    return document
  }

  /** Looks at all three documents, so that the device has them. */
  async function lookAtAll(person: Visitor): Promise<void> {
    const opens = [
      [ids.objectives, () => person.open(ids.objectives)],
      [ids.roadmap, () => person.open(ids.roadmap)],
      // The clause as well: a page that is left breaks off what it has not written down yet, so each is waited for.
      [ids.agreement, () => openClause(person)]
    ] as const
    for (const [id, open] of opens) {
      const document = await open()
      await document.saves()
      await person.copiesAreWritten(id)
    }
    await until(
      'the device to keep what was answered about each document',
      () => person.keptOnDevice(),
      (kept) => Object.values(ids).every((id) => kept.includes(id))
    )
  }

  /** Some hundred edits in three kinds of document, each in a window of its own that is closed again. */
  async function writeMuch(person: Visitor, name: string): Promise<void> {
    await person.reopen()
    const goal = await person.open(ids.objectives)
    await goal.text(GOAL).waitFor()
    await goal.append(GOAL, ` ${wordsOf(name, 'g').join(' ')}`)
    await close(person, goal)
    const clause = await openClause(person)
    await clause.append(TEXT, ` ${wordsOf(name, 'c').join(' ')}`)
    await close(person, clause)
    const roadmap = await person.open(ids.roadmap)
    const field = roadmap.page.getByRole('textbox', { name: 'Add tasks quickly' })
    for (const title of tasksOf(name)) {
      await field.fill(title)
      await field.press('Enter')
    }
    await close(person, roadmap)
  }

  async function close(person: Visitor, document: DocumentPage): Promise<void> {
    await document.page.locator('[data-save-state="on_device"]').waitFor()
    await person.copiesAreWritten()
    await person.reopen()
  }

  test('[UI-209] two people write for long in three kinds of document without a line, closing the window in between; back with a line both see the same, all of it and each piece once', async () => {
    const people = await Promise.all(PEOPLE.map((name) => stage.signedIn(name, { serviceWorkers: 'allow' })))
    for (const person of people) {
      await person.keepsProgram()
      await lookAtAll(person)
      await person.context.setOffline(true)
    }
    await Promise.all(people.map((person, index) => writeMuch(person, PEOPLE[index]!)))
    for (const person of people) await person.context.setOffline(false)

    const seen = async (shown: (person: Visitor) => Promise<string>): Promise<string> => {
      const [one, other] = await until(
        'both to see the same',
        () => Promise.all(people.map(shown)),
        ([here, there]) => here === there
      )
      expect(one).toBe(other)
      return one!
    }
    const open = async (openOne: (person: Visitor) => Promise<DocumentPage>): Promise<Map<Visitor, DocumentPage>> => {
      const documents = await Promise.all(people.map(openOne))
      for (const document of documents) await document.saves()
      return new Map(people.map((person, index) => [person, documents[index]!]))
    }
    const everyOnce = (text: string, pieces: readonly string[]) =>
      expect(pieces.map((piece) => [piece, text.split(piece).length - 1])).toEqual(pieces.map((piece) => [piece, 1]))

    const goals = await open((person) => person.open(ids.objectives))
    const goal = await seen((person) => goals.get(person)!.words(GOAL))
    everyOnce(
      goal,
      PEOPLE.flatMap((name) => wordsOf(name, 'g'))
    )
    expect(await storedGoal(stage.pool, ids.objectives)).toBe(goal)

    const clauses = await open(openClause)
    const clause = await seen((person) => clauses.get(person)!.words(TEXT))
    everyOnce(
      clause,
      PEOPLE.flatMap((name) => wordsOf(name, 'c'))
    )
    const { clauses: stored } = await storedDocument(stage.pool, ids.agreement, 'agreement')
    const texts = stored.flatMap(({ text }) => text.content.map((block) => richTextWords({ type: 'doc', content: [block] })))
    expect(texts).toContain(clause)

    const roadmaps = await open((person) => person.open(ids.roadmap))
    const titles = await seen((person) =>
      roadmaps
        .get(person)!
        .page.locator('.document__body textarea')
        .evaluateAll((areas: HTMLTextAreaElement[]) => areas.map(({ value }) => value).join('\n'))
    )
    everyOnce(titles, PEOPLE.flatMap(tasksOf))
    const { tasks } = await storedDocument(stage.pool, ids.roadmap, 'roadmap')
    everyOnce(tasks.map(({ title }) => title).join('\n'), PEOPLE.flatMap(tasksOf))
    for (const person of people) await person.close()
  }, 600_000)
})
