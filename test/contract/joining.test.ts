import type { CreateInvitation } from '@roundtable/shared/protocol'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { THROTTLE_RULES } from '../../server/src/identity/domain/throttle-rule.js'
import { Throttle } from '../../server/src/identity/throttle.js'
import { PersonService } from '../../server/src/identity/person.service.js'
import { grantSecretariat } from '../../server/src/operation/admin/grant-secretariat.js'
import { ApiClient } from '../support/api-client.js'
import { BrowserSession, PASSWORD, createPerson } from '../support/browser-session.js'
import { Guest, secretIn } from '../support/guest.js'
import { Room } from '../support/seated.js'
import { TestServer } from '../support/server.js'

let server: TestServer
beforeAll(async () => (server = await TestServer.start()))
afterAll(() => server.close())
beforeEach(() => server.pool.query('delete from sign_in_attempt'))

const asked = (role: CreateInvitation['role'], more: Partial<CreateInvitation> = {}) => ({
  role,
  organisation: null,
  uses: 1,
  expiresInDays: 7,
  ...more
})
const OVER = { code: 'invitation_over', fields: [] }

describe('coming in without an account', () => {
  it('[JOIN-10] R-35: a citizen signed out gets a seat, a made-up user name, a session and a phrase, told once, and needs no e-mail', async () => {
    const room = await Room.open(server)
    const cso = await room.seat('CSO')
    const { link } = await cso.api.call('createInvitation', { id: room.id, body: asked('CIT') })
    const guest = new Guest(server)
    const accepted = await guest.accept(secretIn(link))
    if ('code' in accepted) throw new Error(accepted.code)
    expect(accepted).toMatchObject({ workspaceId: room.id, seats: [{ role: 'CIT', name: 'Quiet River' }], person: { hasEmail: false } })
    expect(accepted.handle).toMatch(/^[a-z]+-[a-z]+-\d{4}$/)
    expect(accepted.newPhrase?.split(' ').length).toBe(6)
    const me = await guest.browser.get('/api/session')
    expect([me.status, me.text.includes(accepted.newPhrase!)]).toEqual([200, false])
    expect((await guest.browser.get(`/api/workspaces/${room.id}`)).status).toBe(200)
    // The name they go by here is not the account's: nothing joins it to a seat elsewhere.
    expect((await cso.api.call('listPeople', { id: room.id })).members.map(({ name }) => name)).toContain('Quiet River')
    expect(JSON.stringify(await cso.api.call('listPeople', { id: room.id }))).not.toContain(accepted.handle)
  })

  it('[JOIN-10] the phrase brings them back to their seat, on another device, with a password of their choosing', async () => {
    const room = await Room.open(server)
    const { code } = await (await room.seat('CSO')).api.call('createInvitation', { id: room.id, body: asked('OBS') })
    const accepted = await new Guest(server).accept(code)
    if ('code' in accepted) throw new Error(accepted.code)
    const elsewhere = new BrowserSession(server)
    const recovered = await elsewhere.post('/api/session/recover', {
      email: accepted.handle,
      phrase: accepted.newPhrase,
      password: PASSWORD
    })
    expect(recovered.body).toMatchObject({ seats: [{ id: accepted.seats[0]!.id, role: 'OBS' }] })
    expect((await elsewhere.get(`/api/workspaces/${room.id}`)).status).toBe(200)
    expect((await new BrowserSession(server).signIn(accepted.handle)).status).toBe(200)
  })

  it('[JOIN-11] whoever speaks for an organisation chooses a user name and a password; a refusal of theirs uses nothing up', async () => {
    const room = await Room.open(server)
    const cso = await room.seat('CSO', { organisation: 'Water Watch' })
    const organisation = { name: 'Water Watch', kind: 'cso' } as const
    const { link } = await cso.api.call('createInvitation', { id: room.id, body: asked('CSO', { organisation }) })
    await createPerson(server, { handle: 'taken', name: 'Taken' })
    const guest = new Guest(server)
    const accept = (account: object | null) => guest.accept(secretIn(link), { account })
    expect(await accept(null)).toEqual({ code: 'bad_input', fields: ['account'] })
    expect(await accept({ handle: 'water-watch', password: 'password123' })).toEqual({ code: 'bad_input', fields: ['password'] })
    expect(await accept({ handle: 'Taken', password: PASSWORD })).toEqual({ code: 'name_taken', fields: [] })
    expect(await guest.preview(secretIn(link))).toMatchObject({ role: 'CSO' })
    expect(await accept({ handle: 'water-watch', password: PASSWORD })).toMatchObject({ handle: 'water-watch', seats: [{ role: 'CSO' }] })
    expect((await new BrowserSession(server).signIn('water-watch')).status).toBe(200)
  })

  describe('when the answer was lost on the way', () => {
    const KEY = '0123456789abcdef0123456789abcdef'
    const invited = async (role: CreateInvitation['role'], uses = 1) => {
      const room = await Room.open(server)
      const cso = await room.seat('CSO', { organisation: 'Water Watch' })
      const organisation = role === 'CSO' ? ({ name: 'Water Watch', kind: 'cso' } as const) : null
      const { link, code } = await cso.api.call('createInvitation', { id: room.id, body: asked(role, { uses, organisation }) })
      return { room, secret: secretIn(link), code }
    }
    const come = async (
      secret: string,
      key: string,
      more: object = {},
      browser = new BrowserSession(server, { 'Idempotency-Key': key })
    ) => {
      const answer = await browser.post('/api/invitations/accept', { secret, name: 'Quiet River', ...more })
      return { status: answer.status, body: answer.body as { handle: string; newPhrase: string; seats: { id: string }[] }, browser }
    }
    const people = async () => (await server.pool.query('select 1 from person')).rowCount

    it('[JOIN-18] the same key makes one account and tells the same name and phrase again, in another browser or in the same', async () => {
      const { secret } = await invited('CIT')
      const first = await come(secret, KEY)
      const before = await people()
      const again = await come(secret, KEY)
      const signedIn = await come(secret, KEY, {}, first.browser)
      for (const { status, body } of [again, signedIn]) {
        expect([status, body.handle, body.newPhrase, body.seats.map(({ id }) => id)]).toEqual([
          200,
          first.body.handle,
          first.body.newPhrase,
          first.body.seats.map(({ id }) => id)
        ])
      }
      expect((await again.browser.get('/api/session')).status).toBe(200)
      expect(await people()).toBe(before)
      const recovered = await new BrowserSession(server).post('/api/session/recover', {
        email: first.body.handle,
        phrase: first.body.newPhrase,
        password: PASSWORD
      })
      expect(recovered.status).toBe(200)
      // The phrase is spent: whoever has the key has nothing any more.
      expect((await come(secret, KEY)).status).toBe(404)
    })

    it('[JOIN-18] at the same time as well; and for whoever chose a name and a password', async () => {
      const { secret, code } = await invited('CIT', 5)
      const answers = await Promise.all([1, 2, 3, 4].map(() => come(code, KEY)))
      expect(new Set(answers.map(({ status, body }) => `${status} ${body.handle} ${body.newPhrase}`)).size).toBe(1)
      expect((await come(secret, KEY)).body.handle).not.toBe(answers[0]!.body.handle)
      const organisation = await invited('CSO')
      const account = { account: { handle: 'asks-again', password: PASSWORD } }
      const first = await come(organisation.secret, KEY, account)
      const second = await come(organisation.secret, KEY, account)
      expect([second.status, second.body.newPhrase]).toEqual([200, first.body.newPhrase])
    })

    it('[JOIN-18] another key, one that can be guessed, a later hour, an ended seat and somebody else get nothing of it', async () => {
      const { room, secret } = await invited('CIT')
      const first = await come(secret, KEY)
      expect((await come(secret, KEY.replace('0', '1'))).status).toBe(404)
      const stranger = await ApiClient.newcomer(server)
      expect((await stranger.send('acceptInvitation', { body: { secret, name: 'Me' }, key: KEY })).status).toBe(404)
      await server.pool.query(`update seat set created_at = now() - interval '61 minutes' where id = $1`, [first.body.seats[0]!.id])
      expect((await come(secret, KEY)).status).toBe(404)
      await server.pool.query(`update seat set created_at = now(), ended_at = now() where id = $1`, [first.body.seats[0]!.id])
      expect((await come(secret, KEY)).status).toBe(404)
      const short = await invited('CIT', 2)
      const guessable = [await come(short.secret, 'mine'), await come(short.secret, 'mine')]
      expect(new Set(guessable.map(({ body }) => body.handle)).size).toBe(2)
      // Where the invitation leads in further, an account by chance is made.
      await room.world.pool.query(`update invitation set most_uses = 3 where workspace_id = $1`, [room.id])
      const anew = await come(secret, KEY)
      expect([anew.status, anew.body.handle === first.body.handle]).toEqual([200, false])
    })
  })

  it('[JOIN-17] a user name is no e-mail address, so nobody learns here which of them have an account', async () => {
    const room = await Room.open(server)
    const organisation = { name: 'Water Watch', kind: 'cso' } as const
    const { link } = await (
      await room.seat('CSO', { organisation: 'Water Watch' })
    ).api.call('createInvitation', {
      id: room.id,
      body: asked('CSO', { organisation })
    })
    await createPerson(server, { handle: 'victim-of-guesses', name: 'Victim', email: 'victim@example.org' })
    for (const handle of ['victim@example.org', 'nobody@example.org'])
      expect(await new Guest(server).accept(secretIn(link), { account: { handle, password: PASSWORD } })).toEqual({
        code: 'bad_input',
        fields: ['account.handle']
      })
  })

  it('[JOIN-17] names that are taken are counted like guesses of their address, and then waited for; others are not', async () => {
    const room = await Room.open(server)
    const organisation = { name: 'Water Watch', kind: 'cso' } as const
    const { link } = await (
      await room.seat('CSO', { organisation: 'Water Watch' })
    ).api.call('createInvitation', {
      id: room.id,
      body: asked('CSO', { organisation })
    })
    await createPerson(server, { handle: 'taken-name', name: 'Taken' })
    const accept = (handle: string) => new Guest(server).accept(secretIn(link), { account: { handle, password: PASSWORD } })
    expect(await accept('taken-name')).toEqual({ code: 'name_taken', fields: [] })
    const failures = async () => (await server.pool.query<{ failures: number }>('select failures from sign_in_attempt')).rows
    expect(await failures()).toEqual([{ failures: 1 }])
    await server.pool.query('update sign_in_attempt set failures = $1', [THROTTLE_RULES.address.freeTries])
    expect(await accept('taken-name')).toEqual({ code: 'name_taken', fields: [] })
    expect(await accept('free-name')).toMatchObject({ code: 'sign_in_throttled' })
    await server.pool.query('delete from sign_in_attempt')
    expect(await accept('free-name')).toMatchObject({ handle: 'free-name' })
    expect(await failures()).toEqual([{ failures: 0 }])
  })

  it('[JOIN-11] somebody who is signed in comes in as themselves, and makes no other account', async () => {
    const room = await Room.open(server)
    const { link } = await (await room.seat('CSO')).api.call('createInvitation', { id: room.id, body: asked('CIT') })
    const comer = await ApiClient.newcomer(server)
    const secret = secretIn(link)
    const account = { handle: 'second-self', password: PASSWORD }
    expect(await comer.refusal('acceptInvitation', { body: { secret, name: 'Me', account } })).toMatchObject({ fields: ['account'] })
    const accepted = await comer.call('acceptInvitation', { body: { secret, name: 'Me' } })
    expect(accepted).toMatchObject({ newPhrase: null, seats: [{ name: 'Me' }] })
    expect((await comer.send('getWorkspace', { id: room.id })).status).toBe(200)
  })
})

describe('guessing codes', () => {
  const { freeTries } = THROTTLE_RULES.code_at_address
  const throttle = () => server.app.nest.get(Throttle)
  const guessFrom = (address: string) =>
    throttle()
      .guardCode(address, () => Promise.resolve(null))
      .catch((error: { code: string }) => error.code)

  it('[JOIN-12] a room of 120 people behind one address comes in at once with one code, and slips of theirs do no harm', async () => {
    const room = await Room.open(server)
    const { code } = await (await room.seat('CSO')).api.call('createInvitation', { id: room.id, body: asked('CIT', { uses: 150 }) })
    const people = await Promise.all(Array.from({ length: 120 }, () => ApiClient.newcomer(server)))
    const send = (who: ApiClient, secret: string) => who.send('acceptInvitation', { body: { secret, name: 'One of many' } })
    const slips = await Promise.all(people.map((who, n) => send(who, n % 2 ? 'ABCD-EFGH' : 'wrong-code')))
    expect(new Set(slips.map(({ status }) => status))).toEqual(new Set([404]))
    const answers = await Promise.all(people.map((who) => send(who, code)))
    expect(answers.filter(({ status }) => status === 200).length).toBe(120)
  })

  it('[JOIN-12] a guesser is made to wait, at preview and acceptance as one, with a right code too; a link still leads in', async () => {
    const room = await Room.open(server)
    const { code, link } = await (await room.seat('CSO')).api.call('createInvitation', { id: room.id, body: asked('CIT', { uses: 9 }) })
    for (let n = 0; n < freeTries - 2; n++) expect(await guessFrom('127.0.0.1')).toBe('invitation_over')
    expect(await new Guest(server).preview('ABCD-2345')).toEqual(OVER)
    expect(await new Guest(server).accept('ABCD-2346')).toEqual(OVER)
    for (const secret of ['ABCD-2347', code]) {
      const answer = await new Guest(server).browser.post('/api/invitations/accept', { secret, name: 'Guesser' })
      expect([answer.status, (answer.body as { code: string }).code]).toEqual([429, 'sign_in_throttled'])
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
    }
    expect(await new Guest(server).preview(code)).toMatchObject({ code: 'sign_in_throttled' })
    expect(await new Guest(server).accept(secretIn(link))).toMatchObject({ workspaceId: room.id })
    // Others are not kept waiting: neither at other addresses, nor when they sign in from this one.
    expect(await guessFrom('192.0.2.1')).toBe('invitation_over')
    await createPerson(server, { handle: 'neighbour', name: 'Neighbour' })
    expect((await new BrowserSession(server).signIn('neighbour')).status).toBe(200)
  })

  it('[JOIN-12] holding one good code buys no guesses at others: it clears no count but its own', async () => {
    for (let n = 0; n < 10; n++) await guessFrom('192.0.2.7')
    await throttle().guardCode('192.0.2.7', () => Promise.resolve(true))
    const { rows } = await server.pool.query<{ failures: number }>('select failures from sign_in_attempt')
    expect(rows).toEqual([{ failures: 10 }])
  })

  it('[JOIN-12] forged forwarding headers do not change whose address is counted', async () => {
    for (let n = 0; n < 5; n++) await new Guest(server, { 'X-Forwarded-For': `198.51.100.${n}` }).preview('ABCD-2345')
    const { rows } = await server.pool.query<{ failures: number }>('select failures from sign_in_attempt')
    expect(rows).toEqual([{ failures: 5 }])
  })
})

describe('inviting by mail', () => {
  const received: { to: string[]; text: string }[] = []
  let isFull = false
  const post = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, callback) => callback(isFull ? new Error('no room for canary@example.org') : null),
    onData: (stream, session, callback) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        received.push({ to: session.envelope.rcptTo.map(({ address }) => address), text: Buffer.concat(parts).toString() })
        callback()
      })
    }
  })
  let mailing: TestServer
  beforeAll(async () => {
    await new Promise<void>((resolve) => post.listen(0, '127.0.0.1', () => resolve()))
    const { port } = post.server.address() as AddressInfo
    mailing = await TestServer.start({
      smtpUrl: `smtp://127.0.0.1:${port}?from=post@roundtable.example`,
      publicUrl: 'https://roundtable.example'
    })
  })
  afterAll(async () => {
    await mailing.close()
    await new Promise<void>((resolve) => post.close(() => resolve()))
  })
  beforeEach(() => {
    received.length = 0
    isFull = false
  })

  it('[JOIN-13] a mail holds the link and nothing of the initiative: not its name, not who is in it, not for what', async () => {
    const room = await Room.open(mailing)
    await mailing.pool.query(`update workspace set title = 'Canary of the Initiative' where id = $1`, [room.id])
    const cso = await room.seat('CSO', { name: 'Canary Person', organisation: 'Canary Organisation' })
    const body = asked('CIT', { email: 'amina@example.org' })
    const made = await cso.api.call('createInvitation', { id: room.id, body, key: 'mail-once' })
    expect([made.mail, made.link.startsWith('https://roundtable.example/join/')]).toEqual(['sent', true])
    expect(received.map(({ to }) => to)).toEqual([['amina@example.org']])
    const words = received[0]!.text.replace(/=\r\n/g, '').replace(/=3D/g, '=')
    expect(words).toContain(made.link)
    expect(words).toMatch(/^From: .*<post@roundtable\.example>/m)
    for (const named of [/canary/i, /citizen/i, /\bCIT\b/, new RegExp(made.code), /initiative/i]) expect(words).not.toMatch(named)
    // Asked again with the same key: the same answer, and no second mail.
    expect(await cso.api.call('createInvitation', { id: room.id, body, key: 'mail-once' })).toEqual(made)
    expect(received.length).toBe(1)
    expect(await new Guest(mailing).preview(secretIn(made.link))).toMatchObject({ role: 'CIT' })
  })

  it('[JOIN-13] an address cannot smuggle in another recipient or a header', async () => {
    const room = await Room.open(mailing)
    const cso = await room.seat('CSO')
    for (const email of ['a@example.org, b@example.org', 'a@example.org\r\nBcc: b@example.org', '"x" <a@example.org>', 'a@example.org>'])
      expect(await cso.api.refusal('createInvitation', { id: room.id, body: asked('CIT', { email }) })).toMatchObject({ fields: ['email'] })
    expect(received).toEqual([])
  })

  it('[JOIN-13] a mail that nobody took is said to have failed; the invitation is there all the same', async () => {
    isFull = true
    const room = await Room.open(mailing)
    const cso = await room.seat('CSO')
    const made = await cso.api.call('createInvitation', { id: room.id, body: asked('CIT', { email: 'canary@example.org' }) })
    expect(made.mail).toBe('failed')
    expect(await new Guest(mailing).preview(secretIn(made.link))).toMatchObject({ role: 'CIT' })
  })

  it('[JOIN-13] one person makes sixty invitations an hour and no more, in all workspaces together: nobody’s mailing list', async () => {
    const room = await Room.open(mailing)
    const cso = await room.seat('CSO')
    const other = await Room.open(mailing)
    await mailing.pool.query(
      `insert into seat (id, workspace_id, person_id, side, role, name) values (gen_random_uuid(), $1, $2, 'civic', 'CSO', 'The same')`,
      [other.id, cso.personId]
    )
    const rooms = [room, other]
    for (let n = 0; n < 60; n++) await cso.api.call('createInvitation', { id: rooms[n % 2]!.id, body: asked('CIT') })
    for (const { id } of rooms)
      expect(await cso.api.refusal('createInvitation', { id, body: asked('CIT') })).toMatchObject({ code: 'too_many_requests' })
  })
})

it('[JOIN-15] the operator lets a person speak for the secretariat, by their user name', async () => {
  const people = server.app.nest.get(PersonService)
  const { id } = await createPerson(server, { handle: 'Follower', name: 'Follower' })
  expect(await grantSecretariat(['--handle', 'FOLLOWER'], people)).toBe('FOLLOWER speaks for the secretariat.')
  const { rows } = await server.pool.query<{ id: string }>('select id from person where is_secretariat')
  expect(rows).toEqual([{ id }])
  await expect(grantSecretariat(['nobody-here'], people)).rejects.toThrow('There is nobody called nobody-here.')
  await expect(grantSecretariat([], people)).rejects.toThrow('grant-secretariat needs a user name')
})
