import { NAME_IN_THE_ROOM } from '../support/browser.js'
import { HeldLog, storedDocument, storedGoal } from '../support/page/document-log.js'
import { Front } from '../support/page/front.js'
import { renewedBuild } from '../support/page/renewed-build.js'
import { describeInBrowser, Stage } from '../support/page/stage.js'
import { until } from '../support/page/until.js'
import type { Visitor } from '../support/page/visitor.js'

const GOAL = 'Our shared goal'
const TASK = 'What is to be done'
const INITIATIVE = 'Clean water on the lower Arin'
const PERSON = `(select id from person where sample_key = 'statistician')`

const timesIn = (text: string | undefined, words: string): number => (text ?? '').split(words).length - 1

describeInBrowser('Roundtable opened without a line', () => {
  let stage: Stage
  let objectives: string
  let roadmap: string
  let writer: Visitor

  beforeAll(async () => {
    stage = await Stage.open()
    objectives = await stage.documentId('objectives')
    roadmap = await stage.documentId('roadmap')
  })
  beforeEach(async () => {
    writer = await stage.signedIn('statistician', { serviceWorkers: 'allow' })
    await writer.keepsProgram()
  })
  afterEach(() => writer.close())
  afterAll(() => stage?.close())

  const said = (words: string | RegExp) => writer.page.getByRole('status').getByText(words)
  const storedTask = async () => (await storedDocument(stage.pool, roadmap, 'roadmap')).tasks[0]?.title

  /** Writes at the end of a text, opening its document. */
  async function write(documentId: string, label: string, words: string) {
    const document = await writer.open(documentId)
    await document.text(label).waitFor()
    await document.append(label, words)
    await document.shows(label, words)
    return document
  }

  async function writeBoth(words: string): Promise<void> {
    await (await write(objectives, GOAL, words)).saves()
    await writer.copiesAreWritten(objectives)
    await (await write(roadmap, TASK, words)).saves()
    await writer.copiesAreWritten(roadmap)
  }

  test('[UI-201] without a network the closed window opens again, [UI-202] says how old what it shows is, [UI-203] and what is written in two documents is sent once when the line is back', async () => {
    await writeBoth(' Before.')
    await writer.page.close()
    await writer.context.setOffline(true)
    writer.page = await writer.context.newPage()

    const first = await write(objectives, GOAL, ' In the valley.')
    expect(await first.words(GOAL)).toContain(' Before. In the valley.')
    await said('This device has no network.').waitFor()
    await said(/^What this page shows is as of .+\d/).waitFor()
    await first.page.locator('[data-save-state="on_device"]').waitFor()
    await writer.copiesAreWritten()
    await writer.reopen()
    const second = await write(roadmap, TASK, ' On the hill.')
    expect(await second.words(TASK)).toContain(' Before. On the hill.')
    await second.page.locator('[data-save-state="on_device"]').waitFor()
    await writer.copiesAreWritten()
    await writer.reopen()
    const again = await writer.open(objectives)
    await again.shows(GOAL, ' Before. In the valley.')

    await writer.context.setOffline(false)
    await again.saves()
    await until(
      'nothing said of the network',
      () => said('This device has no network.').count(),
      (count) => count === 0
    )
    const sent = await writer.open(roadmap)
    await sent.saves()
    const other = await stage.signedIn('cso-lead')
    const theirs = await other.open(objectives)
    await theirs.shows(GOAL, 'In the valley.')
    const goal = await storedGoal(stage.pool, objectives)
    expect([await theirs.words(GOAL), timesIn(goal, ' In the valley.'), timesIn(goal, ' Before.')]).toEqual([goal, 1, 1])
    expect([timesIn(await storedTask(), ' On the hill.'), timesIn(await storedTask(), ' Before.')]).toEqual([1, 1])
    await other.close()
  })

  test('[SAVE-41] without a network, what stands in a field that was not left is there again after the page was closed, and is sent', async () => {
    const plan = await stage.documentId('plan')
    const field = () => writer.page.getByRole('textbox', { name: 'From whom or where (frame and sample)' })
    await (await writer.open(plan, '?question=method')).saves()
    await writer.context.setOffline(true)
    await field().fill('Every village on the river')
    await writer.page.locator('[data-save-state="unfinished"]').waitFor()
    const closed = writer.page.waitForEvent('close')
    writer.page.on('dialog', (dialog) => void dialog.accept())
    await writer.page.close({ runBeforeUnload: true })
    await closed
    writer.page = await writer.context.newPage()
    const again = await writer.open(plan, '?question=method')
    expect(await field().inputValue()).toBe('Every village on the river')
    await writer.context.setOffline(false)
    await again.saves()
    const { answers } = await storedDocument(stage.pool, plan, 'plan')
    expect(answers.find(({ id }) => id === 'method')?.fields.frame).toBe('Every village on the river')
  })

  test('[UI-202] lists and pages are shown as last seen, [UI-204] what needs the server says so, and what was never seen is said to need it', async () => {
    await writer.page.getByRole('link', { name: INITIATIVE }).click()
    await writer.page.getByRole('link', { name: 'What we want to know about our water' }).waitFor()
    await writer.page.goto('/')
    await writer.context.setOffline(true)
    await writer.reopen()
    await writer.page.goto('/initiatives')
    await writer.page.getByRole('link', { name: INITIATIVE }).click()
    await writer.page.getByRole('link', { name: 'What we want to know about our water' }).waitFor()
    await said(/^What this page shows is as of .+\d/).waitFor()
    expect(await writer.page.getByRole('alert').count()).toBe(0)
    await writer.page.goto('/sessions')
    await writer.page.getByText('This device has no network, so this cannot be fetched.').waitFor()
  })

  test('[UI-205] a server that is away is said to be, unlike a missing network, and found again by itself', async () => {
    await writeBoth(' Noon.')
    await writer.page.close()
    await stage.server.kill('SIGKILL')
    writer.page = await writer.context.newPage()
    const document = await write(objectives, GOAL, ' Without a server.')
    await said('The server does not answer.').waitFor()
    expect(await said('This device has no network.').count()).toBe(0)
    await said(/^What this page shows is as of .+\d/).waitFor()
    await stage.server.start()
    await document.saves()
    await until(
      'nothing said of the server',
      () => said('The server does not answer.').count(),
      (count) => count === 0,
      30_000
    )
    expect(timesIn(await storedGoal(stage.pool, objectives), ' Without a server.')).toBe(1)
  })

  test('[UI-208] at sign-out, and when the server says that the session is no more, what was kept is off the device; the next person sees nothing of it', async () => {
    await (await writer.open(objectives)).saves()
    await until(
      'the document kept',
      () => writer.keptOnDevice(),
      (kept) => kept.includes('What we want to know about our water')
    )
    await writer.page.getByRole('button', { name: /: my account$/ }).click()
    await writer.page.getByRole('menuitem', { name: 'Sign out' }).click()
    await writer.page.getByRole('button', { name: 'Sign out' }).click()
    await writer.page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()
    await until(
      'nothing kept',
      () => writer.keptOnDevice(),
      (kept) => !kept.includes('roundtable/')
    )

    await writer.signInAsSample('statistician')
    await (await writer.open(objectives)).saves()
    await until(
      'the document kept',
      () => writer.keptOnDevice(),
      (kept) => kept.includes('What we want to know about our water')
    )
    await writer.page.goto('about:blank')
    await stage.pool.query(`update session set ended_at = now() where ended_at is null and person_id = ${PERSON}`)
    await writer.page.goto(`/documents/${objectives}`)
    await writer.page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()
    await until(
      'no answers kept',
      () => writer.keptOnDevice(),
      (kept) => !kept.includes('roundtable/kept/')
    )

    await writer.signInAsSample('delegate')
    await until(
      'their own kept',
      () => writer.keptOnDevice(),
      (kept) => kept.includes('roundtable/kept/')
    )
    await writer.context.setOffline(true)
    await writer.reopen()
    await writer.page.goto(`/documents/${objectives}`)
    await writer.page.getByText('This device has no network, so this cannot be fetched.').waitFor()
    expect(await writer.page.getByText('What we want to know about our water').count()).toBe(0)
  })

  test('[UI-208] another person who signs in where the first did not sign out takes what was kept for them off the device', async () => {
    await (await writer.open(objectives)).saves()
    await until(
      'the document kept',
      () => writer.keptOnDevice(),
      (kept) => kept.includes('What we want to know about our water')
    )
    const mine = /roundtable\/kept\/[0-9a-f-]+/.exec(await writer.keptOnDevice())?.[0] ?? 'none'
    await writer.page.goto('about:blank')
    await writer.context.clearCookies()
    const theirs = await stage.signedIn('cso-lead')
    await writer.context.addCookies(await theirs.context.cookies())
    await theirs.close()
    await writer.page.goto('/initiatives')
    await writer.page.getByRole('heading', { level: 1, name: 'My initiatives' }).waitFor()
    await until(
      'only their own kept',
      () => writer.keptOnDevice(),
      (kept) => kept.includes('roundtable/kept/') && !kept.includes(mine)
    )
  })
})

describeInBrowser('Roundtable under another address', () => {
  let stage: Stage
  let front: Front
  let writer: Visitor

  beforeAll(async () => {
    stage = await Stage.open()
    front = await Front.before(stage.server.port)
  })
  afterEach(() => writer.close())
  afterAll(async () => {
    front?.close()
    await stage?.close()
  })

  test('[UI-206] where it is plain http, each page says that it cannot be opened without the server, and one that lost it that it is to be kept open', async () => {
    writer = await stage.visitor({ serviceWorkers: 'allow', baseURL: `http://${NAME_IN_THE_ROOM}:${front.port}` })
    await writer.signInAsSample('statistician')
    await writer.page.getByText('This address is plain http: without the server, Roundtable cannot be opened here.').waitFor()
    expect(await writer.page.evaluate(() => [window.isSecureContext, 'serviceWorker' in navigator])).toEqual([false, false])
    const document = await writer.open(await stage.documentId('objectives'))
    await document.saves()
    await writer.context.setOffline(true)
    await writer.page
      .getByRole('status')
      .getByText(/^Keep this page open: the address is plain http/)
      .waitFor()
    await document.append(GOAL, ' In the room.')
    await writer.context.setOffline(false)
    await document.saves()
  })

  test('[UI-223] of a build that is not to be had whole nothing stays', async () => {
    writer = await stage.visitor({ serviceWorkers: 'allow', baseURL: `http://127.0.0.1:${front.port}` })
    await writer.signInAsSample('statistician')
    await writer.keepsProgram()
    const builds = () => writer.page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith('roundtable-program-')))
    const before = await builds()
    await writer.page.evaluate(() => caches.open('roundtable-program-unfinished'))
    const files = new Map(renewedBuild())
    // The server has it no more when it is asked for.
    files.delete([...files.keys()].find((file) => file.endsWith('-renewed.js'))!)
    front.files = files
    await writer.page.evaluate(async () => {
      const registration = (await navigator.serviceWorker.getRegistration())!
      const ended = new Promise<void>((resolve) =>
        registration.addEventListener('updatefound', () => {
          const { installing } = registration
          installing?.addEventListener('statechange', () => installing.state === 'redundant' && resolve())
        })
      )
      await Promise.all([ended, registration.update()])
    })
    expect(await builds()).toEqual(before)
    front.files = new Map()
  })

  test('[UI-207] a newer Roundtable is offered and waits: not for its own sake, and not while words are unsent', async () => {
    writer = await stage.visitor({ serviceWorkers: 'allow', baseURL: `http://127.0.0.1:${front.port}` })
    await writer.signInAsSample('statistician')
    await writer.keepsProgram()
    const documentId = await stage.documentId('objectives')
    const writing = await writer.open(documentId)
    await writing.saves()
    const program = () => writer.page.evaluate(() => document.querySelector<HTMLScriptElement>('script[type="module"]')?.src ?? '')
    const before = await program()

    const held = await HeldLog.of(stage.pool, documentId)
    await writing.append(GOAL, ' Not sent yet.')
    await writing.page.locator('[data-save-state="on_device"]').waitFor()
    front.files = renewedBuild()
    // A build whose fetching was broken off once.
    await writing.page.evaluate(() => caches.open('roundtable-program-unfinished'))
    await writing.page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update())
    const offer = writing.page.getByRole('status').filter({ hasText: 'A newer Roundtable is here.' })
    await offer.waitFor()
    await offer.getByRole('button', { name: 'Open it' }).click()
    await offer.getByText(/not sent yet\. Open it when the screen says “Saved”\.$/).waitFor()
    expect(await program()).toBe(before)
    expect(await writing.words(GOAL)).toContain('Not sent yet.')

    await held.letGo()
    await writing.saves()
    expect(await program()).toBe(before)
    await offer.getByRole('button', { name: 'Open it' }).click()
    await writing.page.waitForFunction(() => document.querySelector('script[type="module"][src*="-renewed"]'))
    const opened = await writer.documentOpen()
    await opened.saves()
    expect(timesIn(await storedGoal(stage.pool, documentId), ' Not sent yet.')).toBe(1)

    const builds = () => writer.page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith('roundtable-program-')))
    await until('the build, the one before it, and no other', builds, (kept) => kept.length === 2 && !kept.join().includes('unfinished'))

    // A server that goes back to the build before, which this device has kept, offers that in the same way.
    front.files = new Map()
    await writer.page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update())
    await offer.getByRole('button', { name: 'Open it' }).click()
    await writer.page.waitForFunction((name) => document.querySelector<HTMLScriptElement>('script[type="module"]')?.src === name, before)
    await (await writer.documentOpen()).saves()
  })
})
